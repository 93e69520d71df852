import type { OutsideKind } from '@hub/domain/channels/channels';
import { row, type Tx } from '@hub/database/tx';
import { newReference } from '@hub/platform/reference';

export interface OutsideAgency {
  readonly name: string;
  readonly kind: OutsideKind;
}

/** The agency outside of that name, recorded when the first search reached it; its id. */
export async function outsideAgency(tx: Tx, { name, kind }: OutsideAgency): Promise<string> {
  const find = (): Promise<{ id: string } | undefined> => row(tx, `
    select id from hub.agency where kind = 'OUTSIDE' and lower(regexp_replace(btrim(name), '\\s+', ' ', 'g')) = lower(regexp_replace(btrim($1), '\\s+', ' ', 'g'))`, [name]);
  const known = await find();
  if (known) return known.id;
  await row(tx, `
    insert into hub.agency (code, name, kind, region_band, outside_kind) values ($1, regexp_replace(btrim($2), '\\s+', ' ', 'g'), 'OUTSIDE', 'Outside', $3) on conflict do nothing returning id`, [`OUT-${newReference()}`, name, kind]);
  const made = await find();
  if (!made) throw new Error('The agency was not recorded.');
  return made.id;
}
