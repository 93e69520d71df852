import { escapeLiteral } from 'pg';
import { ACTIONS, type Action, type Stage } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { looksLikeReference } from '@hub/domain/access/reference';
import { purposeOf } from '@hub/domain/audit/purposes';
import { clientAddress } from './request-id';

/** Whom or what the access log names. */
export interface About {
  readonly type: 'UNIT' | 'CHILD' | 'HOUSEHOLD' | 'RUN' | 'IMPORT' | 'USER';
  readonly reference: string;
  readonly stage?: Stage;
}

/** What a unit of work really showed, for its row of the access log. Every part is optional and never holds a value. */
export interface Shown {
  /** Where the work finds out what it is about, or is about more than one: each gets a row. */
  readonly about?: About | readonly About[];
  /** `null`: nothing of a record was shown. */
  readonly stage?: Stage | null;
  /** Names of fields: `fieldNames(answer)`. */
  readonly fields?: readonly string[];
  /** How many records a list or an export held. */
  readonly count?: number;
  /** References of the grant and the agreement under which it was shown; the agreement between two agencies is found without. */
  readonly grant?: string;
  readonly agreement?: string;
  /** The id of the break-glass under which it was shown, where the person's own words are kept, sealed. */
  readonly opening?: string;
}

export type Outcome = 'ALLOWED' | 'REFUSED' | 'FAILED';

/** One unit of work as the log will tell it. */
export interface Deed {
  readonly actor: Actor;
  readonly action: Action;
  readonly about: About | undefined;
  shown: Shown;
}

/** The last statement of an audited unit of work and its COMMIT, in one message to the server. */
export function closing(deed: Deed, outcome: Outcome): string {
  const { about } = deed.shown;
  const named = about === undefined ? [] : Array.isArray(about) ? (about as readonly About[]) : [about as About];
  const subjects = named.length > 0 ? named : [deed.about];
  const rows = subjects.map((subject) => rowOf(deed, outcome, subject));
  return `select hub.note_access(${escapeLiteral(JSON.stringify(rows))}::jsonb); commit`;
}

function rowOf({ action, shown }: Deed, outcome: Outcome, subject: About | undefined): Record<string, unknown> {
  const { stage, fields, count, grant, agreement, opening } = shown;
  return {
    outcome, type: subject?.type, reference: subject && looksLikeReference(subject.reference) ? subject.reference : undefined,
    stage: stage === undefined ? (subject?.stage ?? ACTIONS[action].stage) : stage,
    fields, count, grant, agreement, address: clientAddress(),
    purpose: opening === undefined ? purposeOf(action) : 'BREAK_GLASS', reason: opening,
  };
}
