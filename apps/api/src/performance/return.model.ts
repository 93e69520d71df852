import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ComparedSources, SourceFigure } from '@hub/domain/performance/compare-sources';
import type { Period } from '@hub/domain/performance/indicator';
import type { ReadFile } from '@hub/domain/performance/return-files';
import type { SourceKind } from '@hub/domain/performance/source';
import type { ReturnKind, ReturnRow, ReturnWarning } from '@hub/features/performance/returns.queries';
import type { Sources } from '@hub/features/performance/returns.service';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '../graphql/scalars';

@ObjectType('ReturnFile')
export class ReturnFileModel implements ReadFile {
  @Field(() => String, { description: 'How the hub calls it: names of files are not kept.' })
  file!: string;

  @Field(() => Int)
  rows!: number;
}

@ObjectType('ReturnWarning', { description: 'A rule that is broken in a file, by its place; never the value.' })
export class ReturnWarningModel implements ReturnWarning {
  @Field(() => String, { description: 'Number of the rule of the 903 validation, or a code of the hub.' })
  rule!: string;

  @Field(() => String)
  file!: string;

  @Field(() => Int, { nullable: true })
  row!: number | null;

  @Field(() => String, { nullable: true })
  column!: string | null;

  @Field(() => String)
  message!: string;
}

@ObjectType('PerformanceReturn', { description: 'A file of the own agency from which figures can be reckoned: what it told by month is kept, the file is not.' })
export class PerformanceReturnModel implements ReturnRow {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'ANNEX_A, SSDA903.' })
  source!: ReturnKind;

  @Field(() => Int, { nullable: true, description: 'Of a return: the year in which it ends.' })
  year!: number | null;

  @Field(() => LocalDate)
  asAt!: IsoDate;

  @Field(() => [ReturnFileModel])
  files!: readonly ReadFile[];

  @Field(() => Int)
  warningCount!: number;

  @Field(() => String)
  uploadedBy!: string;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType('SourceFigure')
export class SourceFigureModel implements SourceFigure {
  @Field(() => String, { description: 'HUB, ANNEX_A, SSDA903.' })
  source!: SourceKind;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => Int, { nullable: true })
  numerator!: number | null;

  @Field(() => Int, { nullable: true })
  denominator!: number | null;

  @Field(() => Int)
  n!: number;
}

@ObjectType('ReturnPeriod')
export class ReturnPeriodModel implements Period {
  @Field(() => LocalDate)
  from!: IsoDate;

  @Field(() => LocalDate, { description: 'The last day.' })
  to!: IsoDate;
}

@ObjectType('ComparedSources', { description: 'An indicator of the own agency in the same twelve months, by source.' })
export class ComparedSourcesModel implements ComparedSources {
  @Field(() => String)
  code!: string;

  @Field(() => ReturnPeriodModel)
  period!: Period;

  @Field(() => [SourceFigureModel])
  figures!: readonly SourceFigure[];

  @Field(() => Boolean, { description: 'Whether they tell different figures.' })
  differs!: boolean;
}

@ObjectType('PerformanceSources')
export class PerformanceSourcesModel implements Sources {
  @Field(() => String, { description: 'What the own agency’s figures are reckoned from: HUB, ANNEX_A, SSDA903.' })
  used!: SourceKind;

  @Field(() => [PerformanceReturnModel], { description: 'The latest first.' })
  returns!: readonly ReturnRow[];

  @Field(() => [ComparedSourcesModel])
  compared!: readonly ComparedSources[];
}
