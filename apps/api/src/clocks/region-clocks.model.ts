import type { ClockCode } from '@hub/domain/clocks/rules';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { ClockCounts } from '@hub/features/clocks/clock-items';
import type { AgencyClocks, RegionClocks, RuleClocks } from '@hub/features/clocks/region-clocks.service';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { LocalDate } from '../graphql/scalars';
import { ClockCountsModel } from './clock.model';

@ObjectType('AgencyClocks', { description: 'How an agency’s clocks stand.' })
export class AgencyClocksModel implements AgencyClocks {
  @Field(() => AgencyModel)
  agency!: AgencySummary;

  @Field(() => ClockCountsModel)
  counts!: ClockCounts;

  @Field(() => String, { nullable: true, description: 'The rule that is overdue longest.' })
  longestCode!: ClockCode | null;

  @Field(() => Int, { nullable: true, description: 'For how many days.' })
  longestDays!: number | null;
}

@ObjectType('RuleClocks', { description: 'How the clocks of one rule stand.' })
export class RuleClocksModel implements RuleClocks {
  @Field(() => String)
  code!: ClockCode;

  @Field(() => ClockCountsModel)
  counts!: ClockCounts;

  @Field(() => AgencyModel, { nullable: true, description: 'Whose is overdue longest.' })
  agency!: AgencySummary | null;

  @Field(() => Int, { nullable: true, description: 'For how many days.' })
  longestDays!: number | null;
}

@ObjectType('RegionClocks', { description: 'How the clocks of the region’s agencies stand, as the nightly round counted them: no case.' })
export class RegionClocksModel implements RegionClocks {
  @Field(() => LocalDate, { nullable: true, description: 'Null before the first round.' })
  countedOn!: IsoDate | null;

  @Field(() => [AgencyClocksModel], { description: 'Every agency that shares and has an open clock, whatever is asked for.' })
  agencies!: readonly AgencyClocks[];

  @Field(() => [RuleClocksModel])
  rules!: readonly RuleClocks[];
}
