import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { agencyCode } from '@hub/features/agencies/inputs';
import { FeeTableService, type FeeTable, type PartnershipRequest, type RateRequest } from '@hub/features/fees/fee-table.service';
import { feePartnership, feePartnershipEnd, feeRate } from '@hub/features/fees/inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { FeeTableModel } from './fee-table.model';
import { FeePartnershipEndInput, FeePartnershipInput, FeeRateInput } from './fees.input';

@Resolver()
export class FeeTableResolver {
  constructor(private readonly table: FeeTableService) {}

  @Query(() => FeeTableModel)
  feeTable(@CurrentActor() actor: Actor): Promise<FeeTable> {
    return this.table.table(actor);
  }

  @Mutation(() => FeeTableModel, { description: 'A rate that is not published. Fees that wait for it take it; those that are fixed stay as they are.' })
  enterFeeRate(@CurrentActor() actor: Actor, @Args('input', { type: () => FeeRateInput }, new ZodPipe(feeRate)) input: RateRequest): Promise<FeeTable> {
    return this.table.enterRate(actor, input);
  }

  @Mutation(() => FeeTableModel)
  addFeePartnership(@CurrentActor() actor: Actor, @Args('input', { type: () => FeePartnershipInput }, new ZodPipe(feePartnership)) input: PartnershipRequest): Promise<FeeTable> {
    return this.table.addPartnership(actor, input);
  }

  @Mutation(() => FeeTableModel)
  endFeePartnership(@CurrentActor() actor: Actor, @Args('input', { type: () => FeePartnershipEndInput }, new ZodPipe(feePartnershipEnd)) input: { id: string; version: number; endsOn: IsoDate }): Promise<FeeTable> {
    return this.table.endPartnership(actor, input);
  }

  @Mutation(() => FeeTableModel, { description: 'Whether an agency is London’s: it holds for children who move in from now on.' })
  markLondonAgency(
    @CurrentActor() actor: Actor, @Args('agency', { type: () => String }, new ZodPipe(agencyCode)) agency: string, @Args('isLondon', { type: () => Boolean }) isLondon: boolean,
  ): Promise<FeeTable> {
    return this.table.markLondon(actor, agency, isLondon);
  }
}
