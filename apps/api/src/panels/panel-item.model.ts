import type { Clock } from '@hub/domain/clocks/clock';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { AbsenceReason, ItemEvent, Manner, Recipient } from '@hub/domain/panels/items';
import type { Quorum } from '@hub/domain/panels/quorum';
import type { HouseholdHit } from '@hub/features/adopters/household-search.queries';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Person } from '@hub/features/agencies/users.queries';
import type { UnitHit } from '@hub/features/children/unit-search.queries';
import type { DecisionNotice, PanelItemAbsence, PanelItemHistoryRow, PanelItemView, PanelSeat } from '@hub/features/panels/panel-view';
import { Field, ObjectType } from '@nestjs/graphql';
import { HouseholdCardModel } from '../adopters/household-card.model';
import { AgencyModel } from '../agencies/agency.model';
import { PersonModel } from '../agencies/person.model';
import { UnitCardModel } from '../children/unit-card.model';
import { ClockModel } from '../clocks/clock.model';
import { DateTime, LocalDate } from '../graphql/scalars';
import { NoticeMannerEnum, NoticeRecipientEnum, PanelAbsenceReasonEnum } from './panel-enums';
import { PanelItemSummaryModel } from './panel-item-summary.model';
import { PanelSeatModel, QuorumModel } from './panel.model';

@ObjectType('PanelItemAbsence', { description: 'A member who left the room for the item.' })
export class PanelItemAbsenceModel implements PanelItemAbsence {
  @Field(() => String)
  displayName!: string;

  @Field(() => PanelAbsenceReasonEnum)
  reason!: AbsenceReason;
}

@ObjectType('PanelItemHistoryRow')
export class PanelItemHistoryRowModel implements PanelItemHistoryRow {
  @Field(() => String)
  event!: ItemEvent;

  @Field(() => String)
  label!: string;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => PersonModel, { nullable: true })
  person!: Person | null;

  @Field(() => String, { nullable: true, description: 'Of a correction: what stood before, and what stands now.' })
  detail!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a correction: what was wrong, and why.' })
  words!: string | null;
}

@ObjectType('DecisionNotice', { description: 'Who is to be told of a decision, how and by when.' })
export class DecisionNoticeModel implements DecisionNotice {
  @Field(() => NoticeRecipientEnum)
  recipient!: Recipient;

  @Field(() => NoticeMannerEnum)
  manner!: Manner;

  @Field(() => LocalDate, { nullable: true })
  dueOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  toldOn!: IsoDate | null;

  @Field(() => Boolean)
  isLate!: boolean;
}

@ObjectType('PanelItem', { description: 'An item in full, as its own agency reads it.' })
export class PanelItemModel extends PanelItemSummaryModel implements PanelItemView {
  @Field(() => String, { description: 'hh:mm.' })
  time!: string;

  @Field(() => AgencyModel)
  host!: AgencySummary;

  @Field(() => UnitCardModel, { nullable: true })
  unit!: UnitHit | null;

  @Field(() => HouseholdCardModel, { nullable: true })
  household!: HouseholdHit | null;

  @Field(() => String, { nullable: true, description: 'Of the recommendation; the own agency’s alone.' })
  reasons!: string | null;

  @Field(() => String, { nullable: true })
  advice!: string | null;

  @Field(() => String, { nullable: true })
  decisionReasons!: string | null;

  @Field(() => PersonModel, { nullable: true })
  decidedBy!: Person | null;

  @Field(() => QuorumModel, { nullable: true })
  quorum!: Quorum | null;

  @Field(() => [PanelSeatModel])
  seats!: PanelSeat[];

  @Field(() => [PanelItemAbsenceModel])
  absences!: PanelItemAbsence[];

  @Field(() => [PanelItemHistoryRowModel])
  history!: PanelItemHistoryRow[];

  @Field(() => [DecisionNoticeModel])
  notices!: DecisionNotice[];

  @Field(() => [ClockModel], { description: 'Of the own agency’s items.' })
  clocks!: Clock[];

  @Field(() => Boolean)
  mayBook!: boolean;

  @Field(() => Boolean)
  mayConfirm!: boolean;

  @Field(() => Boolean)
  mayRecord!: boolean;

  @Field(() => Boolean)
  mayDecide!: boolean;

  @Field(() => Boolean)
  mayTell!: boolean;

  @Field(() => Boolean, { description: 'Heard, not decided, and what it is about still stands; the own agency’s alone.' })
  awaitsDecision!: boolean;

  @Field(() => Boolean, { description: 'The recommendation until the decision is made; then its day.' })
  mayCorrect!: boolean;

  @Field(() => Boolean, { description: 'The viewer would decide, but sat at the panel.' })
  satThere!: boolean;
}
