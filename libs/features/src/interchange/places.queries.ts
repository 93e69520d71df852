import type { PlaceRow } from '@hub/domain/interchange/parse-places';
import { affected, type Tx } from '@hub/database/tx';

/** Adds districts and moves those that stand elsewhere; districts that are not named stay. Answers how many changed. */
export async function savePlaces(tx: Tx, places: readonly PlaceRow[]): Promise<number> {
  return affected(tx, `insert into hub.place as p (outcode, lat, lon)
    select r.outcode, r.lat, r.lon from jsonb_to_recordset($1::jsonb) as r(outcode text, lat double precision, lon double precision)
    on conflict (outcode) do update set lat = excluded.lat, lon = excluded.lon where (p.lat, p.lon) is distinct from (excluded.lat, excluded.lon)`, [JSON.stringify(places)]);
}
