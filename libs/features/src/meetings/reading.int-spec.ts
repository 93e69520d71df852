import type { Actor } from '@hub/domain/access/actor';
import { freshDatabase } from '../../../../test/harness/database';
import { openMeetingsWorld } from '../../../../test/harness/meetings-world';
import { recorded } from '../../../../test/harness/statements';

/** Statements of one reading: what enters the context and the row of the log among them. */
const BUDGET = 17;

describe('reading a meeting', () => {
  it('takes as many statements for fourteen items with three families each as for one', async () => {
    const database = await freshDatabase();
    const world = await openMeetingsWorld(database);
    const meeting = await world.call();
    const [unit, family] = [await world.addUnit('C1'), await world.addFamily('F1')];
    await world.agenda.add(world.coordinator, { meeting, unit });
    await world.agenda.add(world.coordinator, { meeting, unit, household: family });
    const { statements } = await recorded(() => world.meetings.find(world.finder, meeting));
    await world.sql(`insert into hub.unit (id, agency_id, reference, family_finding) select gen_random_uuid(), $1, 'BIG' || lpad(n::text, 3, '0'), 'ACTIVE' from generate_series(1, 14) n`, [world.north.id]);
    await world.sql(`insert into hub.household (id, agency_id, reference, kind, state, approved_on, availability) select gen_random_uuid(), $1, 'FAM' || lpad(n::text, 3, '0'), 'SINGLE', 'APPROVED', '2026-01-01', 'AVAILABLE' from generate_series(1, 3) n`, [world.south.id]);
    await world.sql(`insert into hub.unit_card (unit_id, agency_id, reference, group_size, youngest_band, oldest_band, sex, region_band, waiting_band, listed, refreshed_on)
      select id, agency_id, reference, 1, '2-3', '2-3', 'F', 'North', 'under 6 months', true, '2026-03-01' from hub.unit where reference like 'BIG%'`);
    await world.sql(`insert into hub.household_card (household_id, agency_id, reference, region_band, stage, listed, consent_until) select id, agency_id, reference, 'South', 'APPROVED', true, '2999-01-01' from hub.household where reference like 'FAM%'`);
    for (const { reference } of await world.sql<{ reference: string }>(`select reference from hub.unit where reference like 'BIG%'`)) {
      await world.agenda.add(world.coordinator, { meeting, unit: reference });
      for (const household of ['FAM001', 'FAM002', 'FAM003']) await world.agenda.add(world.coordinator, { meeting, unit: reference, household });
    }
    const { statements: many, result } = await recorded(() => world.meetings.find(world.finder, meeting));
    expect(result?.items.filter(({ pairs, unit: card }) => pairs.length === 3 && card !== null && pairs.every(({ household }) => household !== null))).toHaveLength(14);
    expect(many).toHaveLength(statements.length);
    expect(many.length).toBeLessThanOrEqual(BUDGET);
    await world.close();
    await database.drop();
  }, 60_000);

  it('tells why a pair was ruled out to the two agencies concerned and to who convened; to others in the room, that it was', async () => {
    const database = await freshDatabase();
    const world = await openMeetingsWorld(database);
    const east = await world.town('EASTWOLD');
    await world.sql('insert into hub.agreement_party (agreement_id, agency_id) select id, $1 from hub.agreement', [east.id]);
    const meeting = await world.call({ agencies: [world.north.code, world.south.code, east.code] });
    const [unit, family] = [await world.addUnit('C1'), await world.addFamily('F1')];
    await world.agenda.add(world.coordinator, { meeting, unit });
    await world.agenda.add(world.coordinator, { meeting, unit, household: family });
    await world.live.goOn(world.coordinator, { meeting, step: 'START' });
    await world.decide(world.coordinator, meeting, { unit, household: family, outcome: 'RULE_OUT', reason: 'TOO_CLOSE', words: 'Two streets away' });
    const pairSeenBy = (actor: Actor) => world.pair(actor, meeting, unit, family);
    for (const actor of [world.finder, world.worker, world.coordinator]) expect(await pairSeenBy(actor)).toMatchObject({ outcome: 'RULE_OUT', reason: 'TOO_CLOSE', words: 'Two streets away' });
    const stranger = east.as('FAMILY_FINDER');
    expect(await pairSeenBy(stranger)).toMatchObject({ outcome: 'RULE_OUT', reason: null, reasonLabel: null, words: null });
    expect(JSON.stringify([await world.view(stranger, meeting), await world.meetings.minutes(stranger, meeting)])).not.toMatch(/TOO_CLOSE|too close|streets/);
    await world.close();
    await database.drop();
  });
});
