import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { PipelineStage, StageCount } from '@hub/domain/recruitment/board';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Person } from '@hub/features/agencies/users.queries';
import type { AgencyBoard, BoardFilter, BoardRow } from '@hub/features/recruitment/board';
import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { PersonModel } from '../agencies/person.model';
import { ColleagueModel } from '../agencies/colleague.model';
import { connectionOf } from '../graphql/page-info.model';
import { LocalDate } from '../graphql/scalars';

export enum PipelineStageEnum { ENQUIRY = 'ENQUIRY', INTEREST = 'INTEREST', STAGE1 = 'STAGE1', GAP = 'GAP', STAGE2 = 'STAGE2', PANEL = 'PANEL', APPROVED = 'APPROVED', ON_HOLD = 'ON_HOLD' }
registerEnumType(PipelineStageEnum, { name: 'PipelineStage' });

@InputType('BoardFilter')
export class BoardFilterInput implements BoardFilter {
  @Field(() => PipelineStageEnum, { nullable: true })
  stage?: PipelineStage | null;

  @Field(() => String, { nullable: true, description: 'A colleague’s id; NONE: with nobody.' })
  worker?: string | null;

  @Field(() => Boolean, { nullable: true })
  lateOnly?: boolean | null;
}

@ObjectType('BoardRow', { description: 'One household of the own agency on its way to approval and a match.' })
export class BoardRowModel implements BoardRow {
  @Field(() => String)
  household!: string;

  @Field(() => PipelineStageEnum)
  stage!: PipelineStage;

  @Field(() => LocalDate, { nullable: true })
  since!: IsoDate | null;

  @Field(() => Int, { nullable: true, description: 'Calendar days, pauses that stop the stage’s clock left out.' })
  days!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'What is due first; null where no clock runs.' })
  dueOn!: IsoDate | null;

  @Field(() => Boolean)
  isLate!: boolean;

  @Field(() => LocalDate, { nullable: true })
  provisionalPanelOn!: IsoDate | null;

  @Field(() => PersonModel, { nullable: true })
  worker!: Person | null;
}

@ObjectType('StageCount')
export class StageCountModel implements StageCount {
  @Field(() => PipelineStageEnum)
  stage!: PipelineStage;

  @Field(() => Int)
  households!: number;

  @Field(() => Int)
  late!: number;
}

@ObjectType('BoardConnection')
export class BoardConnectionModel extends connectionOf(BoardRowModel, 'Board') {
  @Field(() => [StageCountModel], { description: 'Every column, whatever is filtered.' })
  stages!: readonly StageCount[];

  @Field(() => [ColleagueModel])
  workers!: readonly Person[];
}

@ObjectType('AgencyBoard', { description: 'How many households of an agency stand where. Of other agencies no household is told.' })
export class AgencyBoardModel implements AgencyBoard {
  @Field(() => AgencyModel)
  agency!: AgencySummary;

  @Field(() => [StageCountModel])
  stages!: readonly StageCount[];
}
