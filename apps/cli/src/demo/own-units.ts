import type { Actor } from '@hub/domain/access/actor';
import type { DemoUnit } from '@hub/domain/demonstration/children';
import type { DemoAgency } from '@hub/domain/demonstration/region';
import type { UnitHit } from '@hub/features/children/unit-search.queries';
import type { UnitRecord } from '@hub/features/children/unit-view.queries';
import type { World } from './world';

const PAGE = 200;

/** A unit in the hub, beside what the generator drew. */
export interface OwnUnit {
  readonly reference: string;
  readonly record: UnitRecord;
  readonly drawn: DemoUnit;
}

/** The council's open units, found as its family finder would, in the order in which they were drawn. */
export async function ownUnits({ services: { units }, region }: World, agency: DemoAgency, finder: Actor): Promise<OwnUnit[]> {
  const drawn = new Map(region.units.filter(({ agency: code }) => code === agency.code).flatMap((unit, at) => unit.children.map((child) => [child.externalId, { unit, at }] as const)));
  const found: (OwnUnit & { at: number })[] = [];
  for (let after: string | null = null; ;) {
    const page = await units.search(finder, { filter: { own: true }, sort: 'REFERENCE', first: PAGE, after });
    for (const { reference } of page.items.filter(hasProfile)) {
      const { record } = await units.view(finder, reference);
      const one = drawn.get(record?.children[0]?.externalId ?? '');
      if (record && one) found.push({ reference, record, drawn: one.unit, at: one.at });
    }
    after = page.items.at(-1)?.position ?? null;
    if (!page.hasNextPage) break;
  }
  return found.sort((a, b) => a.at - b.at || (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Plans that changed are history: nobody writes a profile for them any more. */
const hasProfile = ({ needs }: UnitHit): boolean => needs.some(({ level }) => level !== null);

/** Siblings who are placed apart are several units of one drawing. */
const keyOf = ({ record }: OwnUnit): string => record.children[0]?.externalId ?? '';
