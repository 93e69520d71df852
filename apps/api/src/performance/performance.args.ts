import type { PeriodKind } from '@hub/domain/performance/periods';
import type { RegionBasis } from '@hub/domain/performance/shown';
import { ArgsType, Field, registerEnumType } from '@nestjs/graphql';

export enum PeriodKindEnum { MONTH = 'MONTH', QUARTER = 'QUARTER', HALF_YEAR = 'HALF_YEAR', YEAR_TO_DATE = 'YEAR_TO_DATE', ROLLING_12 = 'ROLLING_12', THREE_YEARS = 'THREE_YEARS' }
registerEnumType(PeriodKindEnum, { name: 'PeriodKind' });

export enum RegionBasisEnum { RESTATED = 'RESTATED', FROZEN = 'FROZEN' }
registerEnumType(RegionBasisEnum, { name: 'RegionBasis', description: 'Whose children are the region’s in a month of the past: those of today’s members, or of who was a member then.' });

@ArgsType()
export class FiguresArgs {
  @Field(() => [String], { description: 'Indicators.' })
  codes!: string[];

  @Field(() => [String], { nullable: 'itemsAndList', description: 'By code; null among them is the region. Without it: the region, and every agency that was counted.' })
  agencies?: (string | null)[] | null;

  @Field(() => PeriodKindEnum)
  kind!: PeriodKind;

  @Field(() => [String], { description: 'Months with which the periods end, as YYYY-MM.' })
  to!: string[];

  @Field(() => RegionBasisEnum, { nullable: true })
  basis?: RegionBasis | null;

  @Field(() => String, { nullable: true, description: 'A publication’s reference; without it the newest reckoning.' })
  edition?: string | null;
}
