import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { MeetingEvent } from '@hub/domain/meetings/events';
import type { PairOutcome, UnitOutcome } from '@hub/domain/meetings/outcomes';
import type { AbsenceReason, AgendaStatus, Attendance, ItemStatus, MeetingRole, MeetingStatus } from '@hub/domain/meetings/states';
import type { Band } from '@hub/domain/matching/result';
import type { HouseholdHit } from '../adopters/household-search.queries';
import type { AgencySummary } from '../agencies/agencies.queries';
import type { Person } from '../agencies/users.queries';
import type { UnitHit } from '../children/unit-search.queries';

/** A meeting in a list. */
export interface MeetingSummary {
  readonly reference: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
  /** How long it is planned to take. */
  readonly minutes: number;
  readonly status: MeetingStatus;
  readonly version: number;
  readonly agencyCount: number;
  readonly personCount: number;
  readonly itemCount: number;
  /** The viewer's own part; null where they are not expected. */
  readonly myRole: MeetingRole | null;
  readonly mayPlan: boolean;
  readonly mayRecord: boolean;
}

/** An agenda as the programme proposed it. */
export interface MeetingAgenda {
  readonly status: AgendaStatus;
  readonly value: number | null;
  readonly bound: number | null;
  /** What share of the bound it may fall short: 0 is proven best. */
  readonly gap: number | null;
  readonly account: string | null;
  readonly error: string | null;
  readonly run: string | null;
}

export interface MeetingParty {
  readonly agency: AgencySummary;
  readonly isOwn: boolean;
  readonly isConvening: boolean;
  readonly expected: number;
  readonly present: number;
}

export interface MeetingPerson {
  /** By which changes name them. */
  readonly number: number;
  readonly person: Person;
  readonly agency: AgencySummary;
  readonly isOwn: boolean;
  readonly role: MeetingRole;
  readonly attendance: Attendance;
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
}

export interface MeetingPair {
  readonly householdReference: string;
  /** Null while the card is not shown to the viewer. */
  readonly household: HouseholdHit | null;
  readonly position: number;
  readonly proposedBy: 'PROGRAMME' | 'PERSON';
  readonly pinned: boolean;
  readonly rank: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly band: Band | null;
  readonly outcome: PairOutcome | null;
  readonly reason: string | null;
  /** The reason in words. */
  readonly reasonLabel: string | null;
  readonly words: string | null;
  readonly version: number;
  readonly decidedBy: Person | null;
  readonly decidedAt: Date | null;
  readonly link: string | null;
}

export interface MeetingAbsence {
  readonly person: Person;
  readonly reason: AbsenceReason;
  readonly words: string | null;
}

/** An item; where `isShown` is false it is a place on the agenda and nothing else. */
export interface MeetingItem {
  readonly position: number;
  readonly status: ItemStatus;
  readonly since: Date | null;
  readonly doneAt: Date | null;
  readonly isShown: boolean;
  readonly unitReference: string | null;
  readonly unit: UnitHit | null;
  readonly priority: number | null;
  readonly outcome: UnitOutcome | null;
  readonly words: string | null;
  readonly version: number | null;
  readonly decidedBy: Person | null;
  readonly decidedAt: Date | null;
  readonly pairs: readonly MeetingPair[];
  /** Families beside it that are not shown to the viewer. */
  readonly hiddenPairs: number;
  readonly absences: readonly MeetingAbsence[];
}

export interface MeetingAction {
  readonly meeting: string;
  readonly number: number;
  /** Null where it is about no item, or about one that is not shown. */
  readonly unitReference: string | null;
  readonly owner: Person;
  readonly ownerAgency: AgencySummary | null;
  readonly isMine: boolean;
  /** The viewer may say that it is done. */
  readonly mayFinish: boolean;
  readonly dueOn: IsoDate;
  readonly isOverdue: boolean;
  readonly doneOn: IsoDate | null;
  readonly words: string | null;
}

export interface MeetingHistoryRow {
  readonly version: number;
  readonly event: MeetingEvent;
  readonly label: string;
  readonly at: Date;
  /** Null: the hub itself. */
  readonly person: Person | null;
  readonly unitReference: string | null;
  readonly householdReference: string | null;
  /** Whom it is about, of people at the meeting. */
  readonly about: Person | null;
  readonly outcome: PairOutcome | UnitOutcome | null;
  readonly reason: string | null;
}

export interface MeetingView extends MeetingSummary {
  readonly minutesPerItem: number;
  readonly maxLinks: number;
  readonly perUnit: number;
  readonly perHousehold: number;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** The position of the item before the meeting. */
  readonly current: number | null;
  readonly agenda: MeetingAgenda;
  readonly agencies: readonly MeetingParty[];
  readonly people: readonly MeetingPerson[];
  readonly items: readonly MeetingItem[];
  readonly actions: readonly MeetingAction[];
  readonly corrections: readonly MeetingCorrection[];
  /** Oldest first. */
  readonly history: readonly MeetingHistoryRow[];
}

/** What was put right after the meeting closed; what was recorded stays beside it. */
export interface MeetingCorrection {
  readonly unitReference: string | null;
  readonly householdReference: string | null;
  readonly words: string | null;
  readonly person: Person;
  readonly at: Date;
}

export interface MinutesItem {
  readonly item: MeetingItem;
  readonly actions: readonly MeetingAction[];
  readonly corrections: readonly MeetingCorrection[];
}

export interface MinutesAttendance {
  readonly agency: AgencySummary;
  readonly people: readonly MeetingPerson[];
}

/** The minutes, out of what was recorded, as far as it is shown to the viewer. */
export interface MeetingMinutes {
  readonly meeting: MeetingSummary;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly attendance: readonly MinutesAttendance[];
  readonly items: readonly MinutesItem[];
  /** About no item that is shown. */
  readonly actions: readonly MeetingAction[];
  readonly corrections: readonly MeetingCorrection[];
}
