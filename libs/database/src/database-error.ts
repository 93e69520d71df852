import { DomainError } from '@hub/domain/errors';

interface PgError {
  readonly code: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly routine?: string;
}

/**
 * A fault of ours in the database. PostgreSQL's own message, detail and the statement's parameters
 * may hold personal data, so only the names of things are kept.
 */
export class DatabaseError extends Error {
  constructor(readonly sqlState: string, readonly table?: string, readonly constraint?: string) {
    super(`The database refused a statement (${[sqlState, table, constraint].filter(Boolean).join(', ')})`);
    this.name = 'DatabaseError';
  }
}

function pgError(error: unknown): PgError | undefined {
  const inner = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const code = (inner as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? (inner as PgError) : undefined;
}

/** PostgreSQL's code of an error of its own. */
export const sqlStateOf = (error: unknown): string | undefined => pgError(error)?.code;

/** A row that is there already, no two rows at once, a transaction that another overtook, a deadlock, a lock that was not to be had. */
const COLLISIONS = new Set(['23505', '23P01', '40001', '40P01', '55P03']);

/** Where two writers met, for the log: names of things, never a row. Whoever asked learns less. */
export function collisionOf(error: unknown): Pick<PgError, 'code' | 'table' | 'constraint'> | undefined {
  const pg = pgError(error);
  return pg && COLLISIONS.has(pg.code) ? { code: pg.code, table: pg.table, constraint: pg.constraint } : undefined;
}

/** Raised by hub.guard_link: the agency's cap of open links is reached, whoever came first. */
const NO_ROOM = 'HB001';
const NO_ROOM_FOR = {
  unit: 'This child or group has as many open links as its agency allows. One of them has to end first.',
  household: 'This family has as many open links as its agency allows. One of them has to end first.',
} as const;

/** Raised by hub.guard_local_search: one of the two is still with its own agency alone. */
const KEPT = 'HB002';

/** Raised by the guards of panels and decisions: another was quicker, so that the service's own look at it was of yesterday. */
const PANEL = 'HB003';
const PANEL_GUARDS: Readonly<Record<string, string>> = {
  panel_place: 'There is no such place on a panel of your agency. Open the calendar again and choose another.',
  panel_day: 'The panel has not met yet, or the item is not on it any more.',
  panel_quorum: 'The panel has no quorum for this item. Record who was there first.',
  panel_heard: 'The panel has heard something already, so it keeps its day.',
  panel_taken: 'Places of this panel are taken. Take the items off it first, or cancel it.',
  panel_decider: 'No member of the panel takes the decision.',
  panel_attended: 'The panel has heard something, so whoever was there stays in its record.',
  panel_minutes: 'The decision follows the recommendation and the final minutes.',
};
/** Raised by hub.move_family: the other agency's record does not stand where the step would take it. */
const FAMILY_ELSEWHERE = 'HB004';
const EXCLUDED = '23P01';
const PLACED_ALREADY = {
  placement_child_live: 'A child of this placement has a live placement already. That one has to end first.',
  placement_household: 'This family has a live placement of another child or group. That one has to end first.',
} as const;

const busy = (): DomainError => new DomainError('BUSY', 'Somebody else is changing this. Try again.');

/** What a caller may learn of a database error: a code and a sentence, never a value (trust.md FLD-4). */
export function translate(error: unknown): unknown {
  if (error instanceof DomainError || error instanceof DatabaseError) return error;
  const pg = pgError(error);
  if (!pg) {
    // TypeORM's own errors can quote what was looked for; a fault of the program speaks for itself.
    const driver = error instanceof Error && 'query' in error;
    return driver ? new DatabaseError('connection') : error;
  }
  switch (pg.code) {
    case '42501':
      return new DomainError('FORBIDDEN', 'You may not do this.');
    case EXCLUDED:
      return new DomainError('CONFLICT', PLACED_ALREADY.placement_household);
    case '23505':
      // Two drew the same at once: another try draws another (libs/platform/src/reference.ts).
      if (pg.constraint?.endsWith('_reference_key')) return busy();
      return new DomainError('CONFLICT', pg.constraint === 'placement_child_live' ? PLACED_ALREADY.placement_child_live : 'This already exists.');
    case '23503':
      return new DomainError('NOT_FOUND', 'Something that this refers to was not found.');
    case '40001':
    case '40P01':
    case '55P03':
      return busy();
    case '57014':
      return new DomainError('LIMIT_EXCEEDED', 'This took too long and was stopped.');
    case NO_ROOM:
      return new DomainError('LIMIT_EXCEEDED', pg.constraint === 'link_cap_unit' ? NO_ROOM_FOR.unit : NO_ROOM_FOR.household);
    case FAMILY_ELSEWHERE:
      return new DomainError('GUARD_FAILED', 'The family does not stand where this follows: it is matched, placed, on hold or gone in its agency’s record. Ask that agency.');
    case KEPT:
      return new DomainError('GUARD_FAILED', 'Only one agency sees this child or family yet. Let the region see it first.');
    case PANEL:
      return new DomainError('GUARD_FAILED', PANEL_GUARDS[pg.constraint ?? ''] ?? 'The panel or the item has changed. Open it again.');
    default:
      return new DatabaseError(pg.code, pg.table, pg.constraint);
  }
}
