import type { PairOutcome, UnitOutcome } from '@hub/domain/meetings/outcomes';
import type { AbsenceReason, Attendance } from '@hub/domain/meetings/states';

/** What can be recorded on the live page, as the person decided it. `person` and `owner` are the numbers of people at the meeting. */
export type LivePayload = { readonly meeting: string } & (
  | { readonly kind: 'PAIR'; readonly unit: string; readonly household: string; readonly outcome: PairOutcome; readonly reason: string | null; readonly words: string | null }
  | { readonly kind: 'UNIT'; readonly unit: string; readonly outcome: UnitOutcome; readonly words: string | null }
  | { readonly kind: 'ACTION'; readonly unit: string | null; readonly owner: number; readonly dueOn: string; readonly words: string }
  | { readonly kind: 'COURSE'; readonly step: 'NEXT' | 'BACK'; readonly from: number | null }
  | { readonly kind: 'ATTENDANCE'; readonly person: number; readonly attendance: Attendance }
  | { readonly kind: 'STEP_OUT'; readonly position: number; readonly person: number; readonly reason: AbsenceReason; readonly words: string | null }
);

export type LivePayloadOf<K extends LivePayload['kind']> = Extract<LivePayload, { readonly kind: K }>;

export const pairSubject = (unit: string, household: string): string => `${unit} and ${household}`;
