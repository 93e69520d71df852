import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Plan, Provider } from '@hub/domain/fees/fee-table';
import type { Basis } from '@hub/domain/fees/inter-agency';
import type { Trigger } from '@hub/domain/fees/instalments';
import type { FeeSide, ItemEvent, ItemState, RecordedEvent } from '@hub/domain/fees/item-events';
import type { Pence } from '@hub/domain/fees/money';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Person } from '@hub/features/agencies/users.queries';
import type { FeeEvent, FeeItem, FeeView, FeeWords } from '@hub/features/fees/fee-view.queries';
import type { ItemAnswer } from '@hub/features/fees/fees.service';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { PersonModel } from '../agencies/person.model';
import { connectionOf } from '../graphql/page-info.model';
import { DateTime, LocalDate } from '../graphql/scalars';

@ObjectType('FeeItem', { description: 'A sum of an inter-agency fee that fell due. Sums are pence.' })
export class FeeItemModel implements Omit<FeeItem, 'agencyId' | 'payeeAgencyId' | 'placementId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The placement’s reference.' })
  placement!: string;

  @Field(() => String, { description: 'PAYER: the viewer’s agency pays. PAYEE: it is paid.' })
  side!: FeeSide;

  @Field(() => AgencyModel, { nullable: true })
  other!: AgencySummary | null;

  @Field(() => String, { description: 'MOVED_IN, AO_OR_12_MONTHS, MONTHLY.' })
  trigger!: Trigger;

  @Field(() => Int)
  number!: number;

  @Field(() => LocalDate)
  dueOn!: IsoDate;

  @Field(() => Int)
  amount!: Pence;

  @Field(() => Int)
  paid!: Pence;

  @Field(() => Int)
  outstanding!: Pence;

  @Field(() => String, { description: 'DUE, INVOICED, PAID, WAIVED.' })
  state!: ItemState;

  @Field(() => String, { nullable: true })
  disputedBy!: FeeSide | null;

  @Field(() => String, { nullable: true })
  invoiceNumber!: string | null;

  @Field(() => LocalDate, { nullable: true })
  invoicedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  lastPaidOn!: IsoDate | null;

  @Field(() => [String], { description: 'What the viewer may record of it.' })
  steps!: readonly RecordedEvent[];

  @Field(() => Int)
  version!: number;
}

@ObjectType('FeeEvent')
export class FeeEventModel implements FeeEvent {
  @Field(() => ID)
  itemId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { nullable: true })
  side!: FeeSide | null;

  @Field(() => String, { description: 'FELL_DUE, INVOICED, PAID, DISPUTED, SETTLED, WAIVED.' })
  event!: ItemEvent;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => Int, { nullable: true })
  sum!: Pence | null;

  @Field(() => String, { nullable: true })
  invoiceNumber!: string | null;

  @Field(() => AgencyModel, { nullable: true })
  agency!: AgencySummary | null;

  @Field(() => PersonModel, { nullable: true, description: 'Of the own agency alone.' })
  person!: Person | null;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType('FeeNote', { description: 'Words about a fee, of either agency.' })
export class FeeNoteModel implements FeeWords {
  @Field(() => ID, { nullable: true, description: 'Of the sum whose event they explain.' })
  itemId!: string | null;

  @Field(() => Int, { nullable: true })
  version!: number | null;

  @Field(() => String, { nullable: true, description: 'Null where they went with a record.' })
  words!: string | null;

  @Field(() => AgencyModel, { nullable: true })
  agency!: AgencySummary | null;

  @Field(() => PersonModel, { nullable: true })
  person!: Person | null;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType('Fee', { description: 'The inter-agency fee of a placement, as it was fixed when the children moved in. Sums are pence.' })
export class FeeModel implements Omit<FeeView, 'placementId' | 'agencyId' | 'payeeAgencyId' | 'rateAgencyId'> {
  @Field(() => String)
  reference!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  side!: FeeSide;

  @Field(() => AgencyModel, { nullable: true })
  payer!: AgencySummary | null;

  @Field(() => AgencyModel, { nullable: true })
  payee!: AgencySummary | null;

  @Field(() => LocalDate)
  movedInOn!: IsoDate;

  @Field(() => LocalDate, { nullable: true, description: 'The day as it was put right after the fee was fixed; the fee stays as it was fixed.' })
  movedInCorrectedTo!: IsoDate | null;

  @Field(() => Int)
  children!: number;

  @Field(() => String, { description: 'VAA, LA_RAA.' })
  provider!: Provider;

  @Field(() => String, { description: 'PARTNERSHIP, SAME_REGION, INTER_AGENCY.' })
  basis!: Basis;

  @Field(() => Boolean)
  isDue!: boolean;

  @Field(() => Boolean)
  isLondon!: boolean;

  @Field(() => Int, { nullable: true, description: 'The rate without the addition for London; null while it is unknown.' })
  amount!: Pence | null;

  @Field(() => Int, { nullable: true })
  charged!: Pence | null;

  @Field(() => String, { nullable: true, description: 'FULL, THIRDS; null while it is unknown.' })
  plan!: Plan | null;

  @Field(() => String)
  source!: string;

  @Field(() => AgencyModel, { nullable: true, description: 'Who entered the rate; null for a published one.' })
  rateAgency!: AgencySummary | null;

  @Field(() => [FeeItemModel])
  items!: readonly FeeItem[];

  @Field(() => [FeeEventModel])
  events!: readonly FeeEvent[];

  @Field(() => [FeeNoteModel])
  notes!: readonly FeeWords[];

  @Field(() => [LocalDate], { description: 'Months that may be charged and whose rate nobody entered.' })
  monthsWithoutRate!: readonly IsoDate[];

  @Field(() => Boolean)
  mayRecord!: boolean;
}

@ObjectType('FeeItemStanding')
export class FeeItemStandingModel implements ItemAnswer {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  state!: ItemState;

  @Field(() => Int)
  version!: number;
}

@ObjectType('FeeItemConnection')
export class FeeItemConnectionModel extends connectionOf(FeeItemModel, 'FeeItem') {}
