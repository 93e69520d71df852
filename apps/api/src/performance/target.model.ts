import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { TargetScope } from '@hub/domain/performance/targets';
import type { KnownTarget, TargetRequest } from '@hub/features/performance/targets.service';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '../graphql/scalars';

@ObjectType('PerformanceTarget', { description: 'What an indicator is to come to, for periods that end between two days: below it where little is good, at least it where much is.' })
export class PerformanceTargetModel {
  @Field(() => ID, { nullable: true, description: 'Null: shipped with the hub.' })
  id!: KnownTarget['id'];

  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'NATIONAL, RAA (the hub’s, for the region), COUNCIL (an agency’s own).' })
  scope!: TargetScope;

  @Field(() => String, { nullable: true, description: 'Its code; null unless the scope is COUNCIL.' })
  agency!: string | null;

  @Field(() => Float, { nullable: true, description: 'Days, per cent or children, as the indicator is reckoned. Null: told in months alone.' })
  value!: number | null;

  @Field(() => Int, { nullable: true, description: 'As printed, where it is printed in months.' })
  months!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'Null: no first day is known.' })
  from!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day; null while no end is known.' })
  until!: IsoDate | null;

  @Field(() => String)
  source!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateTime, { nullable: true })
  at!: Date | null;

  @Field(() => Boolean, { description: 'Of the viewer’s agency.' })
  isOurs!: boolean;
}

@InputType('PerformanceTargetInput')
export class PerformanceTargetInput implements TargetRequest {
  @Field(() => String, { description: 'Of an indicator of which more or less is better.' })
  code!: string;

  @Field(() => Float, { description: 'With at most one decimal.' })
  value!: number;

  @Field(() => LocalDate, { description: 'The first day on which a period measured by it may end.' })
  from!: IsoDate;

  @Field(() => LocalDate, { nullable: true })
  until!: IsoDate | null;

  @Field(() => String)
  source!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}
