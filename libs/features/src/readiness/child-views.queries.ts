import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ViewHolder, WhyNoViews } from '@hub/domain/readiness/preparation';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import type { Person } from '../agencies/users.queries';
import { namesOf } from '../disclosure/cases.queries';

/** What a child or a parent said on a day, or why they did not. */
export interface ChildView {
  /** The child's reference. */
  readonly child: string;
  readonly holder: ViewHolder;
  readonly onDate: IsoDate;
  readonly whyNot: WhyNoViews | null;
  /** Null where there are none, and where they went with the child's record. */
  readonly words: string | null;
  readonly person: Person;
  readonly at: Date;
}

type NewView = Pick<ChildView, 'holder' | 'onDate' | 'whyNot' | 'words'>;

export async function insertChildView(tx: Tx, vault: Vault, { agencyId, userId }: Actor, childId: string, { holder, onDate, whyNot, words }: NewView): Promise<void> {
  const [id, shareIds] = [randomUUID(), [childId]];
  const sealed = vault.sealTexts({ agencyId, table: 'child_view', rowId: id, shareIds }, { words });
  await rows(tx, 'insert into hub.child_view (id, agency_id, child_id, holder, on_date, why_not, share_ids, wrapped_key, words, recorded_by) values ($1, $2, $3, $4, $5, $6, $7::uuid[], $8, $9, $10)',
    [id, agencyId, childId, holder, onDate, whyNot, shareIds, sealed.wrapped_key, sealed.words, userId]);
}

const MOST = 200;

/** Of a unit of the own agency, the latest first. */
export async function childViewsOf(tx: Tx, vault: Vault, unit: string): Promise<ChildView[]> {
  const found = await rows<Omit<ChildView, 'words' | 'person'> & { id: string; agencyId: string; shareIds: string[]; recordedBy: string; wrapped_key: Buffer | null; words: Buffer | null }>(tx, `
    select v.id, v.agency_id as "agencyId", c.reference as child, v.holder, v.on_date as "onDate", v.why_not as "whyNot", v.share_ids as "shareIds", v.recorded_by as "recordedBy", v.at, v.wrapped_key, v.words
    from hub.child_view v join hub.child c on c.id = v.child_id join hub.unit u on u.id = c.unit_id where u.reference = $1 order by v.on_date desc, v.at desc limit ${MOST}`, [unit]);
  const nameOf = await namesOf(tx, found.map(({ recordedBy }) => recordedBy));
  return found.map(({ id, agencyId, shareIds, recordedBy, wrapped_key, words, ...view }) =>
    ({ ...view, person: nameOf(recordedBy), ...vault.openTexts({ agencyId, table: 'child_view', rowId: id, shareIds }, { wrapped_key, words }) }));
}
