import type { Clock } from '@hub/domain/clocks/clock';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { AbsenceReason, ItemEvent, ItemKind, ItemStatus, Manner, Outcome, Recipient, Recommendation } from '@hub/domain/panels/items';
import type { MemberRole, Quorum } from '@hub/domain/panels/quorum';
import type { HouseholdHit } from '../adopters/household-search.queries';
import type { AgencySummary } from '../agencies/agencies.queries';
import type { Person } from '../agencies/users.queries';
import type { UnitHit } from '../children/unit-search.queries';
import type { PanelAttendance } from './panels.queries';

export interface PanelPlace {
  readonly slot: number;
  /** hh:mm. */
  readonly time: string;
  readonly status: 'FREE' | Exclude<ItemStatus, 'WITHDRAWN'>;
}

/** A panel in the region's calendar. */
export interface PanelSummary {
  readonly reference: string;
  readonly agency: AgencySummary;
  readonly parts: readonly AgencySummary[];
  readonly isHost: boolean;
  /** The viewer's agency may take places on it. */
  readonly takesPart: boolean;
  readonly meetsOn: IsoDate;
  readonly startsAt: string;
  readonly slotCount: number;
  readonly slotMinutes: number;
  readonly place: string;
  readonly papersDueOn: IsoDate;
  readonly status: 'PLANNED' | 'CANCELLED';
  readonly version: number;
  readonly places: readonly PanelPlace[];
}

export interface AgencyGap {
  readonly agency: AgencySummary;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface PanelCalendar {
  readonly panels: readonly PanelSummary[];
  /** Agencies without a panel for more than a month, in the year to come. */
  readonly gaps: readonly AgencyGap[];
  readonly mayPlan: boolean;
}

export interface PanelSeat {
  readonly member: string;
  readonly displayName: string;
  readonly role: MemberRole;
  readonly isIndependent: boolean;
  readonly attendance: PanelAttendance;
  readonly isYou: boolean;
}

/** What a panel considers, in a list. Of an item of another agency no more than day, recommendation and outcome. */
export interface PanelItemSummary {
  readonly reference: string;
  readonly version: number;
  readonly kind: ItemKind;
  readonly agency: AgencySummary;
  readonly isOwn: boolean;
  readonly panel: string;
  readonly meetsOn: IsoDate;
  readonly slot: number;
  readonly status: ItemStatus;
  readonly link: string | null;
  readonly unitReference: string | null;
  readonly householdReference: string;
  readonly papersInOn: IsoDate | null;
  readonly recommendation: Recommendation | null;
  readonly minutesFinalOn: IsoDate | null;
  /** Seven working days after the final minutes. */
  readonly decisionDueOn: IsoDate | null;
  readonly outcome: Outcome | null;
  readonly decidedOn: IsoDate | null;
  /** Decided after its day, or not yet and the day has gone. */
  readonly isLate: boolean;
}

export interface PanelView extends PanelSummary {
  readonly seats: readonly PanelSeat[];
  /** Of who is there, whoever leaves the room for an item left out of account. */
  readonly quorum: Quorum;
  readonly items: readonly PanelItemSummary[];
  readonly mayPlan: boolean;
  readonly mayRecord: boolean;
}

export interface PanelItemAbsence {
  readonly displayName: string;
  readonly reason: AbsenceReason;
}

export interface PanelItemHistoryRow {
  readonly event: ItemEvent;
  readonly label: string;
  readonly at: Date;
  readonly person: Person | null;
  /** Of a correction what stood before and what stands now. */
  readonly detail: string | null;
  /** Of a correction what was wrong, and why. */
  readonly words: string | null;
}

/** That somebody is to be told of the decision, by when and whether it was done. */
export interface DecisionNotice {
  readonly recipient: Recipient;
  readonly manner: Manner;
  readonly dueOn: IsoDate | null;
  readonly toldOn: IsoDate | null;
  readonly isLate: boolean;
}

/** An item in full, as its own agency reads it; of others what a summary tells, and both cards as they are shown to them. */
export interface PanelItemView extends PanelItemSummary {
  readonly time: string;
  readonly host: AgencySummary;
  readonly unit: UnitHit | null;
  readonly household: HouseholdHit | null;
  readonly reasons: string | null;
  readonly advice: string | null;
  readonly decisionReasons: string | null;
  readonly decidedBy: Person | null;
  readonly quorum: Quorum | null;
  readonly seats: readonly PanelSeat[];
  readonly absences: readonly PanelItemAbsence[];
  readonly history: readonly PanelItemHistoryRow[];
  readonly notices: readonly DecisionNotice[];
  /** Of the own agency's items. */
  readonly clocks: readonly Clock[];
  readonly mayBook: boolean;
  readonly mayConfirm: boolean;
  readonly mayRecord: boolean;
  readonly mayDecide: boolean;
  readonly mayTell: boolean;
  /** Heard, not decided, and what it is about still stands. */
  readonly awaitsDecision: boolean;
  /** The recommendation until the decision; then the decision's day. */
  readonly mayCorrect: boolean;
  /** The viewer would decide, but sat at the panel. */
  readonly satThere: boolean;
}

export interface PanelMember {
  readonly reference: string;
  readonly displayName: string;
  readonly role: MemberRole;
  readonly isIndependent: boolean;
  readonly keptBy: AgencySummary;
  readonly isOwn: boolean;
  readonly hasAccount: boolean;
  readonly sitsFor: readonly AgencySummary[];
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
  readonly version: number;
}
