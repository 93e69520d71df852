import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Definition, Part, Unit } from '@hub/domain/performance/indicator';
import type { ShownFigure } from '@hub/domain/performance/shown';
import { isTold } from '@hub/domain/performance/shown-numbers';
import type { SourceKind } from '@hub/domain/performance/source';
import type { Edition, FiguresAnswer } from '@hub/features/performance/performance.service';
import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '../graphql/scalars';

export enum PolarityEnum { higher = 'higher', lower = 'lower', none = 'none' }
registerEnumType(PolarityEnum, { name: 'Polarity', description: 'Which way is good; `none` where a figure only tells.' });

export enum PerformanceUnitEnum { days = 'days', percent = 'percent', children = 'children', households = 'households' }
registerEnumType(PerformanceUnitEnum, { name: 'PerformanceUnit' });

export enum PerformancePartEnum { FLOW = 'FLOW', STANDING = 'STANDING' }
registerEnumType(PerformancePartEnum, { name: 'PerformancePart', description: 'FLOW: what happened in the period. STANDING: how things stood at its end.' });

export enum SourceKindEnum { HUB = 'HUB', ANNEX_A = 'ANNEX_A', SSDA903 = 'SSDA903' }
registerEnumType(SourceKindEnum, { name: 'SourceKind' });

@ObjectType('PerformanceDefinition', { description: 'What an indicator is; its version counts up when what is reckoned changes.' })
export class PerformanceDefinitionModel implements Pick<Definition, 'code' | 'label' | 'unit' | 'parts' | 'polarity' | 'population' | 'definition' | 'version'> {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  label!: string;

  @Field(() => PerformanceUnitEnum)
  unit!: Unit;

  @Field(() => [PerformancePartEnum], { description: 'What it is reckoned from.' })
  parts!: readonly Part[];

  @Field(() => PolarityEnum)
  polarity!: Definition['polarity'];

  @Field(() => String)
  population!: string;

  @Field(() => String)
  definition!: string;

  @Field(() => Int)
  version!: number;
}

@ObjectType('PerformanceEdition', { description: 'A reckoning of all indicators: the newest, or one that was given a name and is kept.' })
export class PerformanceEditionModel implements Pick<Edition, 'reference' | 'name' | 'dataDate' | 'reckonedAt' | 'firstMonth' | 'lastMonth' | 'isCurrent'> {
  @Field(() => String)
  reference!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => LocalDate, { description: 'What was known on this day was counted.' })
  dataDate!: IsoDate;

  @Field(() => DateTime)
  reckonedAt!: Date;

  @Field(() => LocalDate, { description: 'First day of the first month that was counted.' })
  firstMonth!: IsoDate;

  @Field(() => LocalDate, { description: 'First day of the last month that was counted.' })
  lastMonth!: IsoDate;

  @Field(() => Boolean)
  isCurrent!: boolean;
}

@ObjectType('PerformanceFigure', { description: 'A figure as this viewer may see it. Exact: whole days and per cent are made where it is shown. Where it is hidden every number is null.' })
export class PerformanceFigureModel implements Omit<ShownFigure, 'period' | 'n'> {
  @Field(() => String, { description: 'Of the indicator.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'The agency’s code; null: the region.' })
  agency!: string | null;

  @Field(() => LocalDate)
  from!: IsoDate;

  @Field(() => LocalDate)
  to!: IsoDate;

  @Field(() => Boolean, { description: 'One to five children could be told from it, or from others with it.' })
  isHidden!: boolean;

  @Field(() => Float, { nullable: true, description: 'Null, never 0, for an empty population.' })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'The sum of days of a time; those who count of a share; the count itself of a count.' })
  numerator!: number | null;

  @Field(() => Int, { nullable: true })
  denominator!: number | null;

  @Field(() => Int, { nullable: true })
  n!: number | null;

  @Field(() => Float, { nullable: true })
  median!: number | null;

  @Field(() => Float, { nullable: true })
  lowerQuartile!: number | null;

  @Field(() => Float, { nullable: true })
  upperQuartile!: number | null;

  @Field(() => Float, { nullable: true, description: 'Standard deviation of the days.' })
  deviation!: number | null;

  @Field(() => Float, { nullable: true, description: 'Days until half had moved on, those who still wait counted for as long as they have.' })
  medianWithWaiting!: number | null;

  @Field(() => String, { nullable: true, description: 'Why there is no value.' })
  reason!: string | null;
}

@ObjectType('PerformanceSource', { description: 'What an agency was counted from.' })
export class PerformanceSourceModel {
  @Field(() => String)
  agency!: string;

  @Field(() => SourceKindEnum)
  source!: SourceKind;
}

@ObjectType('PerformanceFigures')
export class PerformanceFiguresModel implements Pick<FiguresAnswer, 'edition' | 'sources'> {
  @Field(() => PerformanceEditionModel, { nullable: true, description: 'Null before the first reckoning.' })
  edition!: Edition | null;

  @Field(() => [PerformanceFigureModel], { description: 'By indicator, then agency, then period, each in the order of the question.' })
  figures!: readonly PerformanceFigureModel[];

  @Field(() => [PerformanceSourceModel])
  sources!: FiguresAnswer['sources'];
}

export const toFigureModel = ({ period, n, ...figure }: ShownFigure): PerformanceFigureModel => ({ ...figure, from: period.from, to: period.to, n: figure.isHidden || !isTold(figure) ? null : n });
