import type { ChildFacts } from '../children/facts';
import type { IsoDate } from '../dates/iso-date';

/** The decision on record, before the file. */
export interface RecordedDecision {
  readonly decidedOn: IsoDate | null;
  readonly reversedOn: IsoDate | null;
}

/** What belongs to one decision and starts afresh with the next (903 rule 554). */
const OF_A_DECISION = ['placementOrderOn', 'matchedOn', 'placedOn', 'adoptedOn', 'decisionReversedOn', 'reversalReason'] as const;

/**
 * The facts of a row whose decision is a later one than the record's: a blank cell then says "not yet" and clears
 * what belonged to the decision before. In a row of the same decision a blank cell says nothing.
 */
export function startAfresh(facts: ChildFacts, recorded: RecordedDecision | undefined, earlierInFile: IsoDate | undefined): ChildFacts {
  const { admDecidedOn } = facts;
  if (!admDecidedOn) return facts;
  const before = earlierInFile ?? recorded?.reversedOn ?? null;
  const isLater = before !== null && admDecidedOn !== recorded?.decidedOn && admDecidedOn >= before;
  if (!isLater) return facts;
  return { ...Object.fromEntries(OF_A_DECISION.map((field) => [field, null])), ...facts };
}
