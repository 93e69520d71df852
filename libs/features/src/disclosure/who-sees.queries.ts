import type { DisclosureStage } from '@hub/domain/access/actions';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { seenBy, type Viewer } from '@hub/database/seen-by';
import { row, rows, type Tx } from '@hub/database/tx';
import type { GrantSubject } from './grants.queries';

export interface Partner {
  readonly agencyId: string;
  readonly agreement: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
}

/** The partners of the own agency, each with the live agreement that lasts longest. */
export function partnersOf(tx: Tx): Promise<Partner[]> {
  return rows(tx, `
    select distinct on (s.agency_id) s.agency_id as "agencyId", a.reference as agreement, a.starts_on as "startsOn", a.ends_on as "endsOn"
    from hub.sharing('S0') s join hub.agreement a on a.id = s.agreement_id order by s.agency_id, a.ends_on desc nulls first, a.reference`);
}

export interface Pooled {
  readonly listed: boolean;
  readonly earlyPermanence: boolean;
  /** The own agency alone sees it yet. */
  readonly isKept: boolean;
  readonly since: IsoDate;
}

/** Of the own record: is there a card for others, and since when at the earliest? */
export function pooled(tx: Tx, subjectType: GrantSubject, id: string): Promise<Pooled | undefined> {
  const unit = `select k.listed, k.early_permanence as "earlyPermanence", greatest(coalesce(u.family_finding_since, k.created_at::date), u.widens_on) as since, coalesce(u.widens_on > hub.today(), false) as "isKept"
    from hub.unit_card k join hub.unit u on u.id = k.unit_id where k.unit_id = $1::uuid`;
  const household = `select k.listed, false as "earlyPermanence", greatest(k.created_at::date, h.widens_on) as since, coalesce(h.widens_on > hub.today(), false) as "isKept"
    from hub.household_card k join hub.household h on h.id = k.household_id where k.household_id = $1::uuid`;
  return row(tx, subjectType === 'UNIT' ? unit : household, [id]);
}

export interface Sight {
  /** Null for nothing. */
  readonly stage: DisclosureStage | null;
  readonly seesPhoto: boolean;
}

/** The highest stage that a viewer meets today, and whether a photo is part of it, asked of the policies themselves. */
export function sightOf(tx: Tx, subjectType: GrantSubject, id: string, viewer: Viewer): Promise<Sight> {
  const [table, identified] = subjectType === 'UNIT' ? (['unit', 'child_identified'] as const) : (['household', 'household_identified'] as const);
  const holds = (name: string): string => `exists (select from hub.${name} where ${table}_id = $1::uuid)`;
  const photo = subjectType === 'UNIT' ? 'exists (select from hub.child_photo p join hub.child_identified i on i.child_id = p.child_id where i.unit_id = $1::uuid)' : holds('household_photo');
  return seenBy(tx, viewer, () => Promise.resolve(), async () => {
    const seen = await row<Sight>(tx, `
      select case when ${holds(identified)} then 'S2' when ${holds(`${table}_profile`)} then 'S1' when ${holds(`${table}_card`)} then 'S0' end as stage, ${photo} as "seesPhoto"`, [id]);
    return seen ?? { stage: null, seesPhoto: false };
  });
}
