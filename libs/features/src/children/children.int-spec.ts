import { Client } from 'pg';
import { addDays } from '@hub/domain/dates/day-count';
import type { ChildFacts } from '@hub/domain/children/facts';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { applyChildren, planChildren } from './apply-children.queries';
import { activeUnit, ago, facts, told, TODAY as today } from './spec-children';
import { loadPool } from './pool.queries';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import type { UnitFilter } from './unit-search.queries';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;

const active = (town: Town, externalId: string, over?: Partial<ChildFacts>) => activeUnit(world, town, externalId, over);
const search = (town: Town, filter: UnitFilter = {}) => world.units.search(town.as('FAMILY_FINDER'), { filter, sort: 'WAITING', first: 100, after: null });
const references = async (town: Town, filter: UnitFilter = {}) => (await search(town, filter)).items.map(({ reference }) => reference);

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south] = [await world.town('NMB'), await world.town('SVC')];
});

afterEach(async () => {
  await world.close();
  await database.drop();
});

describe('what a file brings', () => {
  it('adds, changes only what it says, and changes nothing the second time', async () => {
    const finder = north.as('FAMILY_FINDER');
    const apply = (list: ChildFacts[]) => world.run(finder, 'imports.apply', (tx) => applyChildren(tx, world.vault, finder, list, today));
    const rows = [facts('A1', { siblingGroup: 'G' }), facts('A2', { siblingGroup: 'G', sex: 'M' }), facts('A3')];
    const plan = await world.run(finder, 'imports.apply', (tx) => planChildren(tx, world.vault, finder, rows, today));
    expect(plan.map(({ outcome, id }) => [outcome, id])).toEqual([['ADDED', null], ['ADDED', null], ['ADDED', null]]);
    expect((await apply(rows)).map(({ outcome }) => outcome)).toEqual(['ADDED', 'ADDED', 'ADDED']);
    expect((await apply(rows)).map(({ outcome }) => outcome)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
    const [changed, refused] = await apply([{ externalId: 'A1', matchedOn: ago(1) }, { externalId: 'A3', adoptedOn: addDays(today, 1) }]);
    expect(changed).toMatchObject({ outcome: 'CHANGED', differences: [{ field: 'matchedOn', before: null, after: ago(1) }, { field: 'state', after: 'MATCHED' }] });
    expect(refused).toMatchObject({ outcome: 'REFUSED', problems: expect.arrayContaining([expect.objectContaining({ code: 'FUTURE_DATE', field: 'adoptedOn' })]) });
    expect(await world.sql('select group_size::int as n from hub.unit_card order by 1')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('lets an adoption order outlive a reversal of a file with a warning, and refuses a person who says both', async () => {
    const finder = north.as('FAMILY_FINDER');
    const apply = (list: ChildFacts[]) => world.run(finder, 'imports.apply', (tx) => applyChildren(tx, world.vault, finder, list, today));
    const adopted = { matchedOn: ago(5), placedOn: ago(4), adoptedOn: ago(1) };
    const reversed = { decisionReversedOn: ago(2), reversalReason: 'RD4' as const };
    const warned = [expect.objectContaining({ severity: 'WARNING', code: 'TWO_ENDINGS' })];
    const [, turned] = await apply([facts('A1', adopted), facts('A2', reversed)]);
    expect(await apply([{ externalId: 'A1', ...reversed }])).toMatchObject([{ outcome: 'UNCHANGED', problems: warned }]);
    const [late] = await apply([{ externalId: 'A2', ...adopted }]);
    expect(late).toMatchObject({ outcome: 'CHANGED', problems: warned });
    expect(await world.sql('select state, decision_reversed_on as reversed, reversal_reason as reason from hub.child')).toEqual(Array(2).fill({ state: 'ADOPTED', reversed: null, reason: null }));
    expect(await world.sql('select reversed_on as reversed from hub.adoption_decision where child_id = $1', [turned?.id])).toEqual([{ reversed: null }]);
    const [child] = await world.sql<{ reference: string; version: number }>('select reference, version from hub.child where id = $1', [turned?.id]);
    const correction = { child: child?.reference ?? '', version: child?.version ?? 0, facts: reversed };
    expect(await told(world.children.correct(finder, correction))).toMatchObject({ code: 'GUARD_FAILED', message: expect.stringContaining("The court's order counts") });
  });

  it('keeps identity sealed at rest', async () => {
    await active(north, 'CANARY-ID', { firstName: 'Canaryfirst', notes: 'Canarynote' });
    for (const table of ['child', 'child_identity', 'child_birth', 'child_profile', 'unit', 'unit_card']) {
      const text = JSON.stringify(await world.sql(`select t.*, t::text as whole from hub.${table} t`));
      expect(text).not.toMatch(/canary/i);
      expect(text).not.toContain(ago(30));
    }
  });

  it('loads 1,400 children with a few statements for every 500', async () => {
    const finder = north.as('FAMILY_FINDER');
    const rows = Array.from({ length: 1400 }, (_, at) => facts(`B${at}`, at % 4 === 0 ? { siblingGroup: `G${at >> 3}` } : {}));
    // Counts what goes over the wire and changes nothing of it.
    const sent = jest.spyOn(Client.prototype, 'query');
    await world.run(finder, 'imports.apply', (tx) => applyChildren(tx, world.vault, finder, rows, today));
    // Of which two for each 500 draw references, of children and of groups.
    expect(sent.mock.calls.length).toBeLessThan(70);
    sent.mockRestore();
    expect(await world.sql('select count(*)::int as n from hub.child')).toEqual([{ n: 1400 }]);
  });
});

describe('who sees what', () => {
  it('shares nothing without a live agreement, cards with one, and nothing again when it ends', async () => {
    const reference = await active(north, 'A1');
    expect(await references(south)).toEqual([]);
    const end = await world.agree(north, south);
    expect(await references(south)).toEqual([reference]);
    const view = await world.units.find(south.as('FAMILY_FINDER'), reference);
    expect(view).toMatchObject({ stage: 'S0', profile: null, record: null, card: { isOwn: false, hasProfile: false } });
    await end();
    expect(await references(south)).toEqual([]);
    expect(await world.units.find(south.as('FAMILY_FINDER'), reference)).toBeNull();
  });

  it('answers for a foreign reference exactly as for an unknown one', async () => {
    const reference = await active(north, 'A1');
    const [child] = await world.sql<{ reference: string }>('select reference from hub.child');
    const stranger = south.as('FAMILY_FINDER', 'APPROVING_MANAGER');
    expect(await world.units.find(stranger, reference)).toEqual(await world.units.find(stranger, 'ZZZZZZ'));
    const errors = async (unit: string, kid: string) => [
      await told(world.units.changeFamilyFinding(stranger, { unit, version: 1, to: 'CLOSED', reason: 'x', onDate: today })),
      await told(world.children.correct(stranger, { child: kid, version: 1, facts: {} })),
      await told(world.children.recordEvent(stranger, { subject: kid, version: 1, event: 'MATCHED', onDate: today })),
      await told(world.children.create(stranger, { facts: facts('X'), withUnit: unit })),
      await told(world.workers.assign(stranger, unit, stranger.userId)),
      await told(world.releases.request(stranger, { subjectType: 'UNIT', subject: unit, purpose: 'x', about: 'x' })),
    ];
    const hidden = JSON.stringify(await errors(reference, child?.reference ?? ''));
    expect(hidden.replaceAll(reference, 'ZZZZZZ').replaceAll(child?.reference ?? '', 'ZZZZZZ')).toBe(JSON.stringify(await errors('ZZZZZZ', 'ZZZZZZ')));
  });

  it('shows early permanence only where a household is approved for it', async () => {
    await world.agree(north, south);
    const reference = await active(north, 'A1', { earlyPermanence: true });
    expect(await references(south)).toEqual([]);
    const worker = south.as('ADOPTERS_WORKER');
    await world.households.create(worker, { familyExternalId: 'F1', kind: 'COUPLE', approvedOn: ago(2), availability: 'AVAILABLE', earlyPermanence: true });
    expect(await references(south)).toEqual([reference]);
  });

  it('gives an adopters\' worker of the same council no record', async () => {
    const reference = await active(north, 'A1');
    expect(await world.units.find(north.as('ADOPTERS_WORKER'), reference)).toMatchObject({ stage: 'S0', record: null, card: { isOwn: true } });
    expect((await world.units.find(north.as('FAMILY_FINDER'), reference))?.record?.children[0]?.firstName).toBe('Canary');
  });
});

describe('guards and versions', () => {
  it('refuses an old version and a placement without authority, and follows the match', async () => {
    const reference = await active(north, 'A1', { placementOrderOn: null });
    const finder = north.as('FAMILY_FINDER');
    const child = (await world.units.view(finder, reference)).record?.children[0];
    const subject = child?.reference ?? '';
    expect(await told(world.children.correct(finder, { child: subject, version: 99, facts: {} }))).toMatchObject({ code: 'STALE_VERSION' });
    await world.children.recordEvent(finder, { subject, version: child?.version ?? 0, event: 'MATCHED', onDate: today });
    expect(await told(world.children.recordEvent(finder, { subject, version: child?.version ?? 0, event: 'MATCH_FELL', onDate: today, reason: 'x' }))).toMatchObject({ code: 'STALE_VERSION' });
    const matched = await world.units.view(finder, reference);
    expect(matched.record).toMatchObject({ familyFinding: 'PAUSED', children: [{ state: 'MATCHED' }] });
    expect(await told(world.children.recordEvent(finder, { subject, version: matched.record?.children[0]?.version ?? 0, event: 'PLACED', onDate: today }))).toMatchObject({ code: 'GUARD_FAILED' });
    expect(await told(world.children.correct(finder, { child: subject, version: matched.record?.children[0]?.version ?? 0, facts: { placementOrderOn: ago(20) } }))).toMatchObject({ code: 'GUARD_FAILED' });
    expect((await world.units.view(finder, reference)).record?.children[0]?.dates.authorityOn).toBeNull();
  });

  it('brings a child into a unit that stands', async () => {
    const reference = await active(north, 'A1');
    const finder = north.as('FAMILY_FINDER');
    expect(await world.children.create(finder, { facts: facts('A2', { sex: 'M', dateOfBirth: ago(60) }), withUnit: reference, plan: 'TOGETHER_PREFERRED' })).toBe(reference);
    expect(await world.units.view(finder, reference)).toMatchObject({ card: { groupSize: 2, sex: 'MIXED', oldestBand: '4-5' }, record: { plan: 'TOGETHER_PREFERRED' } });
  });
});

describe('search and pool', () => {
  it('equals a naive oracle over what is visible, with facets that say what each choice would find', async () => {
    await world.agree(north, south);
    const finder = south.as('FAMILY_FINDER');
    const rows = Array.from({ length: 60 }, (_, at) => facts(`S${at}`, {
      familyFinding: at % 5 === 0 ? undefined : 'ACTIVE', dateOfBirth: ago((at * 7) % 120), sex: at % 3 === 0 ? 'M' : 'F', admDecidedOn: ago(1 + (at % 24)), enteredCareOn: ago(40),
      placementOrderOn: null, needs: { attachment: ([0, 1, 2, 3, null] as const)[at % 5] }, siblingGroup: at % 7 === 0 ? `g${at % 14}` : undefined,
    }));
    await world.run(finder, 'imports.apply', (tx) => applyChildren(tx, world.vault, finder, rows, today));
    const all = (await search(north)).items;
    expect(all.length).toBeGreaterThan(30);
    const filters: [UnitFilter, (card: (typeof all)[number]) => boolean][] = [
      [{ ageBands: ['0-1', '8+'] }, (c) => ['0-1', '8+'].includes(c.youngestBand) || ['0-1', '8+'].includes(c.oldestBand)],
      [{ sex: ['M'], waitingBands: ['OVER_18M', '12_18M'] }, (c) => c.sex === 'M' && ['OVER_18M', '12_18M'].includes(c.waitingBand)],
      [{ needs: [{ key: 'attachment', atMost: 1 }] }, (c) => { const level = c.needs.find(({ key }) => key === 'attachment')?.level; return level != null && level <= 1; }],
      [{ groupSizes: [1], own: false, earlyPermanence: false }, (c) => c.groupSize === 1],
      [{ regionBands: ['Nowhere'] }, () => false],
      [{ withProfile: true }, (c) => c.hasProfile],
    ];
    for (const [filter, naive] of filters) {
      const found = await search(north, filter);
      expect(found.items.map(({ reference }) => reference).sort()).toEqual(all.filter(naive).map(({ reference }) => reference).sort());
      expect(found.totalCount).toBe(found.items.length);
    }
    const { facets } = await search(north, { sex: ['M'] });
    for (const { value, count } of facets.find(({ name }) => name === 'waitingBands')?.counts ?? []) {
      expect((await search(north, { sex: ['M'], waitingBands: [value] })).totalCount).toBe(count);
    }
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await world.units.search(north.as('FAMILY_FINDER'), { filter: {}, sort: 'YOUNGEST', first: 7, after });
      paged.push(...page.items.map(({ reference }) => reference));
      after = page.items.at(-1)?.position ?? null;
      if (!page.hasNextPage) break;
    }
    expect([...paged].sort()).toEqual(all.map(({ reference }) => reference).sort());
  });

  it('loads a run\'s pool: active units of every council, no names', async () => {
    const reference = await active(north, 'A1', { homeArea: 'ZZ1', avoidAreas: ['ZZ2'] });
    await active(south, 'B1', { familyFinding: undefined });
    await world.households.create(south.as('ADOPTERS_WORKER'), { familyExternalId: 'F1', approvedOn: ago(1), names: 'Canary household', childrenAtHome: ['2020-01'], ageMinMonths: 0, ageMaxMonths: 60 });
    await world.households.create(south.as('ADOPTERS_WORKER'), { familyExternalId: 'F2', enquiryOn: ago(1) });
    const { pool, units, households } = await world.run(SYSTEM_ACTOR, 'matching.execute', (tx) => loadPool(tx, world.vault, { scope: 'REGION', subjectId: null, asAt: today }));
    expect(pool.units).toMatchObject([{ id: reference, agency: 'NMB', members: [{ dateOfBirth: ago(30), sex: 'F' }], needs: { attachment: 2, sexualAbuse: null } }]);
    expect(pool.households).toMatchObject([{ agency: 'SVC', available: true, ageMonths: { min: 0, max: 60 } }]);
    expect(units.get(reference)?.agencyId).toBe(north.id);
    expect(households.size).toBe(1);
    expect(JSON.stringify(pool)).not.toMatch(/canary/i);
  });

  it('refreshes every card at night', async () => {
    await active(north, 'A1');
    await world.sql(`update hub.unit_card set waiting_band = 'UNDER_3M', listed = false`);
    expect(await world.cards.refreshAll()).toEqual({ units: 1, households: 0 });
    expect(await world.sql('select waiting_band, listed from hub.unit_card')).toEqual([{ waiting_band: '6_12M', listed: true }]);
  });
});
