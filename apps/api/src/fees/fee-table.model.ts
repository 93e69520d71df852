import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Plan, Provider, RateKind } from '@hub/domain/fees/fee-table';
import type { Terms } from '@hub/domain/fees/inter-agency';
import type { Pence } from '@hub/domain/fees/money';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { FeeTable, TablePartnership, TableRate } from '@hub/features/fees/fee-table.service';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { DateTime, LocalDate } from '../graphql/scalars';

@ObjectType('FeeRate', { description: 'A rate by the day the children move in, or on which a month begins. Pence.' })
export class FeeRateModel implements TableRate {
  @Field(() => String, { description: 'FEE, MONTHLY.' })
  kind!: RateKind;

  @Field(() => String, { description: 'Who approved the adopters: VAA, LA_RAA.' })
  provider!: Provider;

  @Field(() => Int)
  children!: number;

  @Field(() => LocalDate, { nullable: true, description: 'Null: from which day is not known.' })
  from!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day; null while no end is known.' })
  until!: IsoDate | null;

  @Field(() => Int, { nullable: true, description: 'Without the addition for London. Null: unknown, to be entered.' })
  amount!: Pence | null;

  @Field(() => String, { nullable: true, description: 'FULL, THIRDS.' })
  plan!: Plan | null;

  @Field(() => String)
  source!: string;

  @Field(() => AgencyModel, { nullable: true, description: 'Null: published.' })
  enteredBy!: AgencySummary | null;

  @Field(() => DateTime, { nullable: true })
  at!: Date | null;
}

@ObjectType('FeePartnership', { description: 'What the agencies of a partnership or consortium owe each other for a placement.' })
export class FeePartnershipModel implements TablePartnership {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'NIL, FEE.' })
  terms!: Terms;

  @Field(() => LocalDate)
  startsOn!: IsoDate;

  @Field(() => LocalDate, { nullable: true, description: 'The first day without.' })
  endsOn!: IsoDate | null;

  @Field(() => [AgencyModel])
  agencies!: readonly AgencySummary[];

  @Field(() => Int)
  version!: number;
}

@ObjectType('FeeTable')
export class FeeTableModel implements FeeTable {
  @Field(() => [FeeRateModel], { description: 'Published ones first, those that people entered after them, the latest first.' })
  rates!: readonly TableRate[];

  @Field(() => [FeePartnershipModel])
  partnerships!: readonly TablePartnership[];

  @Field(() => [AgencyModel], { description: 'Agencies of London, whose fee is a tenth more.' })
  london!: readonly AgencySummary[];
}
