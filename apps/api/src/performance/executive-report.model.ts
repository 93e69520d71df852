import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { FeeSide } from '@hub/domain/fees/item-events';
import type { Pence } from '@hub/domain/fees/money';
import type { ReportFigure, ReportSection } from '@hub/domain/performance/executive-report';
import type { Person } from '@hub/features/agencies/users.queries';
import type { ActionView, CommentView, ExecutiveReport, FeeSums, ReportSummary, SectionView } from '@hub/features/performance/executive-report-view';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ColleagueModel } from '../agencies/colleague.model';
import { DateTime, LocalDate } from '../graphql/scalars';

@ObjectType('ReportFigure', { description: 'One figure of a six-monthly report; a hidden one has no number.' })
export class ReportFigureModel implements ReportFigure {
  @Field(() => String)
  section!: ReportSection;

  @Field(() => String)
  label!: string;

  @Field(() => String, { description: 'days, percent, children, households, groups.' })
  unit!: ReportFigure['unit'];

  @Field(() => Float, { nullable: true, description: 'Exact; null for an empty population, never 0.' })
  value!: number | null;

  @Field(() => Float, { nullable: true })
  numerator!: number | null;

  @Field(() => Int, { nullable: true })
  denominator!: number | null;

  @Field(() => Boolean)
  isHidden!: boolean;

  @Field(() => String)
  definition!: string;
}

@ObjectType('ReportSection')
export class ReportSectionModel implements SectionView {
  @Field(() => String)
  code!: ReportSection;

  @Field(() => String)
  title!: string;

  @Field(() => [ReportFigureModel])
  figures!: readonly ReportFigure[];

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => String, { nullable: true })
  writtenBy!: string | null;

  @Field(() => Int, { description: 'Of the words; 0 where there are none.' })
  version!: number;
}

@ObjectType('ReportFees', { description: 'Pence over the half-year: opening + due - paid - waived is closing.' })
export class ReportFeesModel implements Omit<FeeSums, 'invoiced'> {
  @Field(() => String)
  side!: FeeSide;

  @Field(() => Int)
  opening!: Pence;

  @Field(() => Int)
  due!: Pence;

  @Field(() => Int)
  paid!: Pence;

  @Field(() => Int)
  waived!: Pence;

  @Field(() => Int)
  closing!: Pence;
}

@ObjectType('ReportAction', { description: 'What the agency undertakes to do better.' })
export class ReportActionModel implements ActionView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  section!: ReportSection;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => String)
  owner!: string;

  @Field(() => LocalDate)
  dueOn!: IsoDate;

  @Field(() => LocalDate)
  reviewOn!: IsoDate;

  @Field(() => LocalDate, { nullable: true })
  doneOn!: IsoDate | null;

  @Field(() => LocalDate, { description: 'The first day of the half-year in whose report it was promised.' })
  promisedIn!: IsoDate;

  @Field(() => Int)
  version!: number;
}

@ObjectType('ReportComment', { description: 'Words beside an indicator, in a month of the half-year.' })
export class ReportCommentModel implements CommentView {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'YYYY-MM.' })
  month!: string;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => String)
  author!: string;
}

@ObjectType('ReportSummary')
export class ReportSummaryModel implements ReportSummary {
  @Field(() => LocalDate)
  from!: IsoDate;

  @Field(() => LocalDate)
  to!: IsoDate;

  @Field(() => Boolean)
  isBegun!: boolean;

  @Field(() => DateTime, { nullable: true })
  signedAt!: Date | null;

  @Field(() => String, { nullable: true })
  signedBy!: string | null;
}

@ObjectType('ExecutiveReport', { description: 'The six-monthly report of the own agency to its executive; of the hub, of the region. A signed one stays as it was signed.' })
export class ExecutiveReportModel implements Omit<ExecutiveReport, 'agency'> {
  @Field(() => String)
  agencyName!: string;

  @Field(() => LocalDate)
  from!: IsoDate;

  @Field(() => LocalDate)
  to!: IsoDate;

  @Field(() => LocalDate, { description: 'What was known on this day was counted.' })
  dataDate!: IsoDate;

  @Field(() => String, { nullable: true, description: 'Of the indicators among the figures.' })
  edition!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'What was known on this day was counted in the indicators.' })
  editionDate!: IsoDate | null;

  @Field(() => [ReportSectionModel])
  sections!: readonly SectionView[];

  @Field(() => [ReportFeesModel])
  fees!: readonly FeeSums[];

  @Field(() => Int, { nullable: true, description: 'Pence.' })
  budget!: Pence | null;

  @Field(() => Int, { nullable: true, description: 'Pence.' })
  spent!: Pence | null;

  @Field(() => [ReportActionModel])
  actions!: readonly ActionView[];

  @Field(() => [ReportCommentModel])
  comments!: readonly CommentView[];

  @Field(() => String, { nullable: true })
  signedBy!: string | null;

  @Field(() => DateTime, { nullable: true })
  signedAt!: Date | null;

  @Field(() => String, { description: 'Changes with anything that the report says.' })
  digest!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => Boolean, { description: 'The half-year has ended.' })
  isOver!: boolean;

  @Field(() => Boolean)
  mayWrite!: boolean;

  @Field(() => Boolean)
  maySign!: boolean;

  @Field(() => [ColleagueModel], { description: 'Who can own an action; none where nobody writes.' })
  colleagues!: readonly Person[];
}
