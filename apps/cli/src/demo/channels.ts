import { addDays } from '@hub/domain/dates/day-count';
import { COUNCILS, staffOf, type World } from './world';

const UNITS = 4;

/** Of each council those who wait longest were looked for beyond the region. */
export async function searchBeyond(world: World): Promise<void> {
  const { services: { channels, units }, today } = world;
  for (const council of COUNCILS) {
    const { finder } = staffOf(world, council);
    if (!finder) continue;
    const { items } = await units.search(finder, { filter: { own: true, withProfile: true }, sort: 'WAITING', first: UNITS, after: null });
    for (const [at, { reference: unit }] of items.entries()) {
      await channels.recordChannel(finder, { unit, kind: 'NATIONAL_SITE', startedOn: addDays(today, -70 + at), words: 'Two enquiries in the first week.' });
      if (at % 2 === 0) await channels.recordChannel(finder, { unit, kind: 'EXCHANGE_EVENT', startedOn: addDays(today, -40), endedOn: addDays(today, -40), result: 'INTEREST' });
      if (at > 0) continue;
      const agency = { name: 'Larkmoor Families', kind: 'VOLUNTARY' } as const;
      await channels.recordChannel(finder, { unit, kind: 'OTHER_AGENCY', agency, startedOn: addDays(today, -21), words: 'Asked for couples who have adopted before.' });
      await channels.recordHousehold(finder, { unit, agency, givenReference: 'LF-207', householdKind: 'COUPLE', maxChildren: 2, ageMinMonths: 0, ageMaxMonths: 72, onDate: addDays(today, -9), outcome: 'CONSIDERED', words: 'Their worker sends the report next week.' });
    }
  }
}
