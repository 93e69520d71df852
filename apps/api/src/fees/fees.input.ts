import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Quarter } from '@hub/domain/dates/financial-year';
import type { Plan, Provider, RateKind } from '@hub/domain/fees/fee-table';
import type { Terms } from '@hub/domain/fees/inter-agency';
import type { FeeSide, ItemState, RecordedEvent } from '@hub/domain/fees/item-events';
import type { Pence } from '@hub/domain/fees/money';
import type { PartnershipRequest, RateRequest } from '@hub/features/fees/fee-table.service';
import type { ItemFilter } from '@hub/features/fees/fees.queries';
import type { NoteRequest, RecordRequest } from '@hub/features/fees/fees.service';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';

@InputType('FeeItemFilter')
export class FeeItemFilterInput implements ItemFilter {
  @Field(() => String, { nullable: true, description: 'PAYER: what the own agency pays. PAYEE: what it is paid.' })
  side?: FeeSide | null;

  @Field(() => [String], { nullable: true })
  states?: ItemState[] | null;

  @Field(() => Boolean, { nullable: true })
  disputed?: boolean | null;
}

@InputType('FeeQuarterInput', { description: 'A quarter of the financial year: Q1 is April to June.' })
export class FeeQuarterInput implements Quarter {
  @Field(() => Int, { description: 'In which the financial year begins.' })
  year!: number;

  @Field(() => Int, { description: '1 to 4.' })
  quarter!: Quarter['quarter'];
}

@InputType('FeeRecordInput')
export class FeeRecordInput implements RecordRequest {
  @Field(() => ID)
  item!: string;

  @Field(() => Int, { description: 'The version that the person saw.' })
  version!: number;

  @Field(() => String, { description: 'INVOICED, PAID, DISPUTED, SETTLED, WAIVED.' })
  event!: RecordedEvent;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => Int, { nullable: true, description: 'Of a payment, in pence.' })
  sum?: Pence | null;

  @Field(() => String, { nullable: true })
  invoiceNumber?: string | null;

  @Field(() => String, { nullable: true })
  words?: string | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType('FeeNoteInput')
export class FeeNoteInput implements NoteRequest {
  @Field(() => String)
  placement!: string;

  @Field(() => String)
  words!: string;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType('FeeRateInput')
export class FeeRateInput implements RateRequest {
  @Field(() => String)
  kind!: RateKind;

  @Field(() => String)
  provider!: Provider;

  @Field(() => Int)
  children!: number;

  @Field(() => LocalDate)
  from!: IsoDate;

  @Field(() => LocalDate, { nullable: true })
  until!: IsoDate | null;

  @Field(() => Int, { description: 'Pence, without the addition for London.' })
  amount!: Pence;

  @Field(() => String, { nullable: true })
  plan!: Plan | null;

  @Field(() => String)
  source!: string;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType('FeePartnershipInput')
export class FeePartnershipInput implements PartnershipRequest {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'NIL, FEE.' })
  terms!: Terms;

  @Field(() => LocalDate)
  startsOn!: IsoDate;

  @Field(() => LocalDate, { nullable: true })
  endsOn?: IsoDate | null;

  @Field(() => [String], { description: 'Codes of the agencies.' })
  agencies!: string[];

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType('FeePartnershipEndInput')
export class FeePartnershipEndInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => LocalDate, { description: 'The first day without.' })
  endsOn!: IsoDate;
}
