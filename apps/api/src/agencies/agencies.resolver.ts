import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import { AgenciesService } from '@hub/features/agencies/agencies.service';
import type { AgreementSummary } from '@hub/features/agencies/agreements.queries';
import { AgreementsService } from '@hub/features/agencies/agreements.service';
import { newAgency, newAgreement, type NewAgency, type NewAgreement } from '@hub/features/agencies/inputs';
import { CurrentActor } from '../graphql/current-actor';
import { LocalDate } from '../graphql/scalars';
import { ZodPipe } from '../graphql/zod.pipe';
import { CreateAgencyInput, CreateAgreementInput } from './agencies.input';
import { AgencyModel } from './agency.model';
import { AgreementModel } from './agreement.model';

@Resolver()
export class AgenciesResolver {
  constructor(private readonly agencies: AgenciesService, private readonly agreements: AgreementsService) {}

  @Query(() => [AgencyModel], { name: 'agencies' })
  listAgencies(@CurrentActor() actor: Actor): Promise<AgencySummary[]> {
    return this.agencies.list(actor);
  }

  @Query(() => [AgreementModel], { name: 'agreements' })
  listAgreements(@CurrentActor() actor: Actor): Promise<AgreementSummary[]> {
    return this.agreements.list(actor);
  }

  @Mutation(() => AgencyModel)
  createAgency(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => CreateAgencyInput }, new ZodPipe(newAgency)) input: NewAgency,
  ): Promise<AgencySummary> {
    return this.agencies.create(actor, input);
  }

  @Mutation(() => AgreementModel)
  createAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => CreateAgreementInput }, new ZodPipe(newAgreement)) input: NewAgreement,
  ): Promise<AgreementSummary> {
    return this.agreements.create(actor, input);
  }

  @Mutation(() => AgreementModel, { description: 'From endsOn on nothing is shared under it any more.' })
  endAgreement(
    @CurrentActor() actor: Actor,
    @Args('reference', { type: () => String }) reference: string,
    @Args('endsOn', { type: () => LocalDate }) endsOn: IsoDate,
  ): Promise<AgreementSummary> {
    return this.agreements.end(actor, reference, endsOn);
  }
}
