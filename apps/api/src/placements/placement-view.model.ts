import type { JourneyEvent } from '@hub/domain/children/journey';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Side } from '@hub/domain/links/states';
import type { PlacementEvent } from '@hub/domain/placements/events';
import type { Person } from '@hub/features/agencies/users.queries';
import type { PlacementDeed } from '@hub/features/placements/placement-history.queries';
import type { OpenPlacementStep, PlacementCourse, PlacementHistoryRow, PlacementView } from '@hub/features/placements/placement-view.queries';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PersonModel } from '../agencies/person.model';
import { DateTime, LocalDate } from '../graphql/scalars';
import { LinkSideEnum } from '../links/link.model';
import { PlacementSummaryModel } from './placement.model';

@ObjectType('PlacementHistoryRow')
export class PlacementHistoryRowModel implements PlacementHistoryRow {
  @Field(() => Int, { description: 'Of the placement, with this row.' })
  version!: number;

  @Field(() => String)
  event!: PlacementDeed;

  @Field(() => String)
  label!: string;

  @Field(() => LinkSideEnum)
  side!: Side;

  @Field(() => PersonModel, { nullable: true })
  person!: Person | null;

  @Field(() => Int, { nullable: true, description: 'Null of what was done for all.' })
  child!: number | null;

  @Field(() => String, { nullable: true })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The code in words.' })
  detail!: string | null;

  @Field(() => String, { nullable: true, description: 'Read by both agencies; null where there are none, or they were destroyed with a record.' })
  words!: string | null;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => Int, { nullable: true, description: 'The version of the row that this one asks to put right, puts right or strikes out.' })
  corrects!: number | null;

  @Field(() => Boolean, { description: 'It was put right, or struck out, since.' })
  isWrong!: boolean;

  @Field(() => Boolean)
  mayCorrect!: boolean;

  @Field(() => Boolean, { description: 'It stands in the history alone, so it may be struck out where it did not happen.' })
  mayStrikeOut!: boolean;

  @Field(() => Boolean, { description: 'Its correction has to be approved by a second person of the agency.' })
  needsApproval!: boolean;

  @Field(() => Boolean, { description: 'Of a correction that was asked for: it has no answer yet.' })
  isWaiting!: boolean;

  @Field(() => Boolean)
  mayAnswer!: boolean;
}

@ObjectType('PlacementStepCode')
export class PlacementStepCodeModel {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  label!: string;
}

@ObjectType('PlacementStep', { description: 'What the viewer can record next, for one side.' })
export class PlacementStepModel implements OpenPlacementStep {
  @Field(() => String)
  event!: PlacementEvent;

  @Field(() => String)
  label!: string;

  @Field(() => LinkSideEnum)
  side!: Side;

  @Field(() => [Int], { description: 'The children who stand where it may be taken; empty of a step that is always for all.' })
  children!: number[];

  @Field(() => [PlacementStepCodeModel])
  codes!: OpenPlacementStep['codes'];

  @Field(() => Boolean)
  needsWords!: boolean;
}

@ObjectType('PlacementCourseEvent', { description: 'target: the day by which a rule asked for it; elapsedDays since the match. An event named DUE_ lies ahead.' })
export class PlacementCourseEventModel implements Omit<JourneyEvent, 'reason'> {
  @Field(() => String)
  event!: string;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => String)
  label!: string;

  @Field(() => Int, { nullable: true })
  elapsedDays!: number | null;

  @Field(() => LocalDate, { nullable: true })
  target!: IsoDate | null;
}

@ObjectType('PlacementCourse', { description: 'One child’s way from the match on.' })
export class PlacementCourseModel implements PlacementCourse {
  @Field(() => Int)
  child!: number;

  @Field(() => [PlacementCourseEventModel])
  events!: readonly JourneyEvent[];
}

@ObjectType('Placement', { description: 'A placement in full, as either of its agencies reads it (stage S4).' })
export class PlacementModel extends PlacementSummaryModel implements PlacementView {
  @Field(() => String, { description: 'Of the link that it stands on.' })
  link!: string;

  @Field(() => LocalDate, { nullable: true })
  planAgreedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  introductionsOn!: IsoDate | null;

  @Field(() => [PlacementHistoryRowModel])
  history!: PlacementHistoryRow[];

  @Field(() => [PlacementStepModel])
  steps!: OpenPlacementStep[];

  @Field(() => [PlacementCourseModel])
  courses!: PlacementCourse[];
}
