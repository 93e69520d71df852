import type { MeetingEvent } from '@hub/domain/meetings/events';
import type { PairOutcome, UnitOutcome } from '@hub/domain/meetings/outcomes';
import type { AgendaStatus, MeetingRole, MeetingStatus } from '@hub/domain/meetings/states';
import type { Person } from '@hub/features/agencies/users.queries';
import type { MeetingAction, MeetingAgenda, MeetingCorrection, MeetingHistoryRow, MeetingItem, MeetingParty, MeetingPerson, MeetingSummary, MeetingView } from '@hub/features/meetings/meeting-view';
import type { MeetingStanding } from '@hub/features/meetings/meeting-steps.queries';
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { PersonModel } from '../agencies/person.model';
import { connectionOf } from '../graphql/page-info.model';
import { DateTime } from '../graphql/scalars';
import { AgendaStatusEnum, MeetingRoleEnum, MeetingStatusEnum } from './meeting-enums';
import { MeetingActionModel, MeetingCorrectionModel, MeetingItemModel } from './meeting-item.model';
import { MeetingPartyModel, MeetingPersonModel } from './meeting-people.model';

@ObjectType('MeetingSummary', { description: 'A meeting in a list.' })
export class MeetingSummaryModel implements MeetingSummary {
  @Field(() => String)
  reference!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  place!: string;

  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => Int, { description: 'How long it is planned to take.' })
  minutes!: number;

  @Field(() => MeetingStatusEnum)
  status!: MeetingStatus;

  @Field(() => Int)
  version!: number;

  @Field(() => Int)
  agencyCount!: number;

  @Field(() => Int)
  personCount!: number;

  @Field(() => Int)
  itemCount!: number;

  @Field(() => MeetingRoleEnum, { nullable: true, description: 'The viewer’s own part; null where they are not expected.' })
  myRole!: MeetingRole | null;

  @Field(() => Boolean)
  mayPlan!: boolean;

  @Field(() => Boolean)
  mayRecord!: boolean;
}

@ObjectType('MeetingAgenda', { description: 'An agenda as the programme proposed it.' })
export class MeetingAgendaModel implements MeetingAgenda {
  @Field(() => AgendaStatusEnum)
  status!: AgendaStatus;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => Float, { nullable: true })
  bound!: number | null;

  @Field(() => Float, { nullable: true, description: 'What share of the bound it may fall short: 0 is proven best.' })
  gap!: number | null;

  @Field(() => String, { nullable: true })
  account!: string | null;

  @Field(() => String, { nullable: true })
  error!: string | null;

  @Field(() => String, { nullable: true })
  run!: string | null;
}

@ObjectType('MeetingHistoryRow')
export class MeetingHistoryRowModel implements MeetingHistoryRow {
  @Field(() => Int)
  version!: number;

  @Field(() => String)
  event!: MeetingEvent;

  @Field(() => String)
  label!: string;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => PersonModel, { nullable: true, description: 'Null: the hub itself.' })
  person!: Person | null;

  @Field(() => String, { nullable: true })
  unitReference!: string | null;

  @Field(() => String, { nullable: true })
  householdReference!: string | null;

  @Field(() => PersonModel, { nullable: true, description: 'Whom it is about, of people at the meeting.' })
  about!: Person | null;

  @Field(() => String, { nullable: true })
  outcome!: PairOutcome | UnitOutcome | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@ObjectType('Meeting')
export class MeetingModel extends MeetingSummaryModel implements MeetingView {
  @Field(() => Int)
  minutesPerItem!: number;

  @Field(() => Int)
  maxLinks!: number;

  @Field(() => Int)
  perUnit!: number;

  @Field(() => Int)
  perHousehold!: number;

  @Field(() => DateTime, { nullable: true })
  startedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'The position of the item before the meeting.' })
  current!: number | null;

  @Field(() => MeetingAgendaModel)
  agenda!: MeetingAgenda;

  @Field(() => [MeetingPartyModel])
  agencies!: MeetingParty[];

  @Field(() => [MeetingPersonModel])
  people!: MeetingPerson[];

  @Field(() => [MeetingItemModel])
  items!: MeetingItem[];

  @Field(() => [MeetingActionModel])
  actions!: MeetingAction[];

  @Field(() => [MeetingCorrectionModel])
  corrections!: MeetingCorrection[];

  @Field(() => [MeetingHistoryRowModel], { description: 'Oldest first.' })
  history!: MeetingHistoryRow[];
}

@ObjectType('MeetingSummaryConnection')
export class MeetingConnectionModel extends connectionOf(MeetingSummaryModel, 'MeetingSummary') {}

@ObjectType('MeetingStanding', { description: 'Where a meeting stands after a mutation; the same key answers the same again.' })
export class MeetingStandingModel implements MeetingStanding {
  @Field(() => String)
  reference!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => MeetingStatusEnum)
  status!: MeetingStatus;
}
