import type { NoticeKind } from './notices';

/** One look at a record beyond its card. */
export interface Look {
  readonly actorId: string;
  /** The viewer's agency. */
  readonly agencyId: string;
  readonly subjectAgencyId: string | null;
  /** Type and reference: what makes a record a different one. */
  readonly subject: string;
  /** Hour (0 to 23) and day of the week (1 Monday to 7 Sunday) in England. */
  readonly hour: number;
  readonly weekday: number;
}

export interface Alert {
  readonly kind: Extract<NoticeKind, 'MANY_PROFILES' | 'OUT_OF_HOURS'>;
  readonly actorId: string;
  readonly actorAgencyId: string;
  /** Whose officers are told: the viewer's agency and the custodians of what was looked at. */
  readonly agencies: readonly string[];
}

/** When case work is done: Monday to Friday, 07:00 to 20:00. */
const DAY = { from: 7, until: 20, lastWeekday: 5 } as const;

const isOutOfHours = ({ hour, weekday }: Look): boolean => hour < DAY.from || hour >= DAY.until || weekday > DAY.lastWeekday;

/** What stands out among the looks of one hour: a person with more than `mostPerHour` different records, or at work when nobody is. */
export function unusualLooking(looks: readonly Look[], mostPerHour: number): Alert[] {
  const byActor = new Map<string, Look[]>();
  for (const look of looks) byActor.set(look.actorId, [...(byActor.get(look.actorId) ?? []), look]);
  return [...byActor.values()].flatMap((own) => {
    const isMany = new Set(own.map(({ subject }) => subject)).size > mostPerHour;
    const late = own.filter(isOutOfHours);
    return [...(isMany ? [alertOf('MANY_PROFILES', own)] : []), ...(late.length > 0 ? [alertOf('OUT_OF_HOURS', late)] : [])];
  });
}

function alertOf(kind: Alert['kind'], looks: readonly Look[]): Alert {
  const { actorId = '', agencyId = '' } = looks[0] ?? {};
  const agencies = new Set([agencyId, ...looks.flatMap(({ subjectAgencyId }) => (subjectAgencyId === null ? [] : [subjectAgencyId]))]);
  return { kind, actorId, actorAgencyId: agencyId, agencies: [...agencies] };
}

/**
 * Does the viewer bear a surname of the record's? Asked while the names are open anyway, so that nothing more about staff is kept.
 * A viewer's postcode is not known to the hub, and is not asked for.
 */
export function sharesSurname(viewer: string, surnames: readonly (string | null)[]): boolean {
  const own = plain(viewer).split(' ').at(-1) ?? '';
  return own !== '' && surnames.some((name) => name !== null && plain(name).split(' ').includes(own));
}

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, '').replace(/[^\p{L}]+/gu, ' ').trim();
