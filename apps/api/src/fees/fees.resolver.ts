import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { Quarter } from '@hub/domain/dates/financial-year';
import type { Statement } from '@hub/domain/fees/statement';
import type { FeeItem, FeeView } from '@hub/features/fees/fee-view.queries';
import type { ItemFilter } from '@hub/features/fees/fees.queries';
import { FeesService, type ItemAnswer, type NoteRequest, type RecordRequest } from '@hub/features/fees/fees.service';
import { feeNote, feeRecord, itemFilter, placementReference, quarterRequest } from '@hub/features/fees/inputs';
import { StatementsService } from '@hub/features/fees/statements.service';
import { CurrentActor } from '../graphql/current-actor';
import { offsetConnection, offsetRequest, type Connection } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { FeeItemConnectionModel, FeeItemStandingModel, FeeModel } from './fee.model';
import { FeeItemFilterInput, FeeNoteInput, FeeQuarterInput, FeeRecordInput } from './fees.input';
import { FeeStatementModel } from './statement.model';

@Resolver()
export class FeesResolver {
  constructor(private readonly fees: FeesService, private readonly statements: StatementsService) {}

  @Query(() => FeeModel, { nullable: true, description: 'Null alike for a placement of others, for one within an agency, and before the children have moved in.' })
  fee(@CurrentActor() actor: Actor, @Args('placement', { type: () => String }, new ZodPipe(placementReference)) placement: string): Promise<FeeView | null> {
    return this.fees.fee(actor, placement);
  }

  @Query(() => FeeItemConnectionModel, { description: 'What the own agency owes and is owed, what fell due first at the top.' })
  async feeItems(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => FeeItemFilterInput, nullable: true }, new ZodPipe(itemFilter)) filter: ItemFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<FeeItem>> {
    const { limit, offset } = offsetRequest(first, after);
    const { items, totalCount } = await this.fees.items(actor, filter, limit, offset);
    return offsetConnection(items, totalCount, offset);
  }

  @Query(() => FeeStatementModel, { description: 'Of the quarter of today where none is named.' })
  feeStatement(@CurrentActor() actor: Actor, @Args('quarter', { type: () => FeeQuarterInput, nullable: true }, new ZodPipe(quarterRequest.nullish())) quarter?: Quarter | null): Promise<Statement> {
    return this.statements.read(actor, quarter ?? null);
  }

  @Mutation(() => FeeItemStandingModel)
  recordFee(@CurrentActor() actor: Actor, @Args('input', { type: () => FeeRecordInput }, new ZodPipe(feeRecord)) input: RecordRequest): Promise<ItemAnswer> {
    return this.fees.record(actor, input);
  }

  @Mutation(() => Boolean, { description: 'Words beside the sums, as what was agreed after a disruption. Both agencies read them.' })
  noteFee(@CurrentActor() actor: Actor, @Args('input', { type: () => FeeNoteInput }, new ZodPipe(feeNote)) input: NoteRequest): Promise<boolean> {
    return this.fees.note(actor, input);
  }
}
