import type { MeetingRole } from '@hub/domain/meetings/states';
import type { ChangeRequest, EntryRequest, MoveRequest, PersonRequest, PinRequest, RoleRequest, ScheduleRequest, SomeoneRequest, VersionRequest } from '@hub/features/meetings/inputs';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTime } from '../graphql/scalars';
import { MeetingRoleEnum } from './meeting-enums';

const KEY = { nullable: true, description: 'Made by the client, 8 to 100 letters and digits: the same key never does it twice.' };

@InputType('ScheduleMeetingInput')
export class ScheduleMeetingInput implements ScheduleRequest {
  @Field(() => String, { description: 'Read by every invited agency: without a word about a case.' })
  title!: string;

  @Field(() => String)
  place!: string;

  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => Int, { description: 'How long it is planned to take.' })
  minutes!: number;

  @Field(() => Int)
  minutesPerItem!: number;

  @Field(() => [String], { description: 'Codes of the invited councils and voluntary agencies.' })
  agencies!: string[];

  @Field(() => Int, { description: 'The most links that the programme proposes.' })
  maxLinks!: number;

  @Field(() => Int, { description: 'Families beside one child or group.' })
  perUnit!: number;

  @Field(() => Int, { description: 'Children and groups beside which one family stands.' })
  perHousehold!: number;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('ChangeMeetingInput')
export class ChangeMeetingInput implements ChangeRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => Int, { description: 'Of the meeting, as the person saw it; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => String, { description: 'Read by every invited agency: without a word about a case.' })
  title!: string;

  @Field(() => String)
  place!: string;

  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => Int, { description: 'How long it is planned to take.' })
  minutes!: number;

  @Field(() => Int)
  minutesPerItem!: number;

  @Field(() => [String], { description: 'Codes of the invited councils and voluntary agencies.' })
  agencies!: string[];

  @Field(() => Int, { description: 'The most links that the programme proposes.' })
  maxLinks!: number;

  @Field(() => Int, { description: 'Families beside one child or group.' })
  perUnit!: number;

  @Field(() => Int, { description: 'Children and groups beside which one family stands.' })
  perHousehold!: number;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('MeetingVersionInput')
export class MeetingVersionInput implements VersionRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => Int, { description: 'Of the meeting, as the person saw it; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('AgendaEntryInput')
export class AgendaEntryInput implements EntryRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => String)
  unit!: string;

  @Field(() => String, { nullable: true, description: 'Without: the child or group itself.' })
  household?: string | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('AgendaPinInput')
export class AgendaPinInput implements PinRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => String)
  unit!: string;

  @Field(() => String)
  household!: string;

  @Field(() => Boolean)
  pinned!: boolean;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('AgendaMoveInput')
export class AgendaMoveInput implements MoveRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => Int, { description: 'Of the meeting, as the person saw it; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => Int)
  position!: number;

  @Field(() => Boolean)
  up!: boolean;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('MeetingPersonInput')
export class MeetingPersonInput implements PersonRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => ID, { description: 'A colleague: see meetingColleagues.' })
  userId!: string;

  @Field(() => MeetingRoleEnum)
  role!: MeetingRole;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('MeetingRoleInput')
export class MeetingRoleInput implements RoleRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => Int, { description: 'Their number at the meeting.' })
  person!: number;

  @Field(() => MeetingRoleEnum)
  role!: MeetingRole;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('MeetingSomeoneInput')
export class MeetingSomeoneInput implements SomeoneRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => Int, { description: 'Their number at the meeting.' })
  person!: number;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}
