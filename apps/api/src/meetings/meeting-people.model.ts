import type { AbsenceReason, Attendance, MeetingRole } from '@hub/domain/meetings/states';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Person } from '@hub/features/agencies/users.queries';
import type { MeetingAbsence, MeetingParty, MeetingPerson } from '@hub/features/meetings/meeting-view';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { PersonModel } from '../agencies/person.model';
import { DateTime } from '../graphql/scalars';
import { AbsenceReasonEnum, AttendanceEnum, MeetingRoleEnum } from './meeting-enums';

@ObjectType('MeetingParty')
export class MeetingPartyModel implements MeetingParty {
  @Field(() => AgencyModel)
  agency!: AgencySummary;

  @Field(() => Boolean)
  isOwn!: boolean;

  @Field(() => Boolean)
  isConvening!: boolean;

  @Field(() => Int)
  expected!: number;

  @Field(() => Int)
  present!: number;
}

@ObjectType('MeetingPerson')
export class MeetingPersonModel implements MeetingPerson {
  @Field(() => Int, { description: 'By which changes name them.' })
  number!: number;

  @Field(() => PersonModel)
  person!: Person;

  @Field(() => AgencyModel)
  agency!: AgencySummary;

  @Field(() => Boolean)
  isOwn!: boolean;

  @Field(() => MeetingRoleEnum)
  role!: MeetingRole;

  @Field(() => AttendanceEnum)
  attendance!: Attendance;

  @Field(() => DateTime, { nullable: true })
  arrivedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  leftAt!: Date | null;
}

@ObjectType('MeetingAbsence')
export class MeetingAbsenceModel implements MeetingAbsence {
  @Field(() => PersonModel)
  person!: Person;

  @Field(() => AbsenceReasonEnum)
  reason!: AbsenceReason;

  @Field(() => String, { nullable: true })
  words!: string | null;
}

@ObjectType('MeetingColleague', { description: 'Somebody of the own agency who can be named.' })
export class MeetingColleagueModel implements Person {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;
}
