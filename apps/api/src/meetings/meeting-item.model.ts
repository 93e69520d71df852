import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { PairOutcome, UnitOutcome } from '@hub/domain/meetings/outcomes';
import type { ItemStatus } from '@hub/domain/meetings/states';
import type { Band } from '@hub/domain/matching/result';
import type { HouseholdHit } from '@hub/features/adopters/household-search.queries';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Person } from '@hub/features/agencies/users.queries';
import type { UnitHit } from '@hub/features/children/unit-search.queries';
import type { MeetingAbsence, MeetingAction, MeetingCorrection, MeetingItem, MeetingPair } from '@hub/features/meetings/meeting-view';
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { HouseholdCardModel } from '../adopters/household-card.model';
import { AgencyModel } from '../agencies/agency.model';
import { PersonModel } from '../agencies/person.model';
import { UnitCardModel } from '../children/unit-card.model';
import { DateTime, LocalDate } from '../graphql/scalars';
import { ItemStatusEnum, PairOutcomeEnum, ProposedByEnum, UnitOutcomeEnum } from './meeting-enums';
import { MeetingAbsenceModel } from './meeting-people.model';

@ObjectType('MeetingPair')
export class MeetingPairModel implements MeetingPair {
  @Field(() => String)
  householdReference!: string;

  @Field(() => HouseholdCardModel, { nullable: true, description: 'Null while the card is not shown to the viewer.' })
  household!: HouseholdHit | null;

  @Field(() => Int)
  position!: number;

  @Field(() => ProposedByEnum)
  proposedBy!: 'PROGRAMME' | 'PERSON';

  @Field(() => Boolean)
  pinned!: boolean;

  @Field(() => Float, { nullable: true })
  rank!: number | null;

  @Field(() => Float, { nullable: true })
  low!: number | null;

  @Field(() => Float, { nullable: true })
  high!: number | null;

  @Field(() => String, { nullable: true })
  band!: Band | null;

  @Field(() => PairOutcomeEnum, { nullable: true })
  outcome!: PairOutcome | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'The reason in words.' })
  reasonLabel!: string | null;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => PersonModel, { nullable: true })
  decidedBy!: Person | null;

  @Field(() => DateTime, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The open link of the pair, and of one to pursue the link by which it was pursued, also after its end; for whom it concerns.' })
  link!: string | null;
}

@ObjectType('MeetingItem', { description: 'An item; where `isShown` is false it is a place on the agenda and nothing else.' })
export class MeetingItemModel implements MeetingItem {
  @Field(() => Int)
  position!: number;

  @Field(() => ItemStatusEnum)
  status!: ItemStatus;

  @Field(() => DateTime, { nullable: true })
  since!: Date | null;

  @Field(() => DateTime, { nullable: true })
  doneAt!: Date | null;

  @Field(() => Boolean)
  isShown!: boolean;

  @Field(() => String, { nullable: true })
  unitReference!: string | null;

  @Field(() => UnitCardModel, { nullable: true })
  unit!: UnitHit | null;

  @Field(() => Float, { nullable: true })
  priority!: number | null;

  @Field(() => UnitOutcomeEnum, { nullable: true })
  outcome!: UnitOutcome | null;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => Int, { nullable: true })
  version!: number | null;

  @Field(() => PersonModel, { nullable: true })
  decidedBy!: Person | null;

  @Field(() => DateTime, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => [MeetingPairModel])
  pairs!: MeetingPair[];

  @Field(() => Int, { description: 'Families beside it that are not shown to the viewer.' })
  hiddenPairs!: number;

  @Field(() => [MeetingAbsenceModel])
  absences!: MeetingAbsence[];
}

@ObjectType('MeetingAction')
export class MeetingActionModel implements MeetingAction {
  @Field(() => String)
  meeting!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => String, { nullable: true, description: 'Null where it is about no item, or about one that is not shown.' })
  unitReference!: string | null;

  @Field(() => PersonModel)
  owner!: Person;

  @Field(() => AgencyModel, { nullable: true })
  ownerAgency!: AgencySummary | null;

  @Field(() => Boolean)
  isMine!: boolean;

  @Field(() => Boolean, { description: 'The viewer may say that it is done.' })
  mayFinish!: boolean;

  @Field(() => LocalDate)
  dueOn!: IsoDate;

  @Field(() => Boolean)
  isOverdue!: boolean;

  @Field(() => LocalDate, { nullable: true })
  doneOn!: IsoDate | null;

  @Field(() => String, { nullable: true })
  words!: string | null;
}

@ObjectType('MeetingCorrection', { description: 'What was put right after the meeting closed; what was recorded stays beside it.' })
export class MeetingCorrectionModel implements MeetingCorrection {
  @Field(() => String, { nullable: true })
  unitReference!: string | null;

  @Field(() => String, { nullable: true })
  householdReference!: string | null;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => PersonModel)
  person!: Person;

  @Field(() => DateTime)
  at!: Date;
}
