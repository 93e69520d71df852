import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { MeetingAction, MeetingCorrection, MeetingItem, MeetingMinutes, MeetingPerson, MeetingSummary, MinutesAttendance, MinutesItem } from '@hub/features/meetings/meeting-view';
import { Field, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { DateTime } from '../graphql/scalars';
import { MeetingActionModel, MeetingCorrectionModel, MeetingItemModel } from './meeting-item.model';
import { MeetingPersonModel } from './meeting-people.model';
import { MeetingSummaryModel } from './meeting.model';

@ObjectType('MinutesItem')
export class MinutesItemModel implements MinutesItem {
  @Field(() => MeetingItemModel)
  item!: MeetingItem;

  @Field(() => [MeetingActionModel])
  actions!: MeetingAction[];

  @Field(() => [MeetingCorrectionModel])
  corrections!: MeetingCorrection[];
}

@ObjectType('MinutesAttendance')
export class MinutesAttendanceModel implements MinutesAttendance {
  @Field(() => AgencyModel)
  agency!: AgencySummary;

  @Field(() => [MeetingPersonModel])
  people!: MeetingPerson[];
}

@ObjectType('MeetingMinutes', { description: 'The minutes, out of what was recorded, as far as it is shown to the viewer.' })
export class MeetingMinutesModel implements MeetingMinutes {
  @Field(() => MeetingSummaryModel)
  meeting!: MeetingSummary;

  @Field(() => DateTime, { nullable: true })
  startedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => [MinutesAttendanceModel])
  attendance!: MinutesAttendance[];

  @Field(() => [MinutesItemModel])
  items!: MinutesItem[];

  @Field(() => [MeetingActionModel], { description: 'About no item that is shown.' })
  actions!: MeetingAction[];

  @Field(() => [MeetingCorrectionModel])
  corrections!: MeetingCorrection[];
}
