import type { HouseholdFacts } from '@hub/domain/adopters/facts';
import { addDays, addMonths } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { applyHouseholds } from './apply-households.queries';
import type { HouseholdEventRequest } from './households.service';
import type { HouseholdFilter } from './household-search.queries';

const today = isoDate(systemClock.today());
const ago = (months: number): IsoDate => addMonths(today, -months);

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;

const approved = (familyExternalId: string, over: Partial<HouseholdFacts> = {}): HouseholdFacts => ({
  familyExternalId, names: 'Canary and Wren', enquiryOn: ago(14), stage2StartedOn: ago(7), approvedOn: ago(2), shareConsent: true, maxChildren: 2,
  ageMinMonths: 0, ageMaxMonths: 60, accepts: { attachment: 2 }, heritage: ['WBRI'], ...over,
});

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south] = [await world.town('NMB'), await world.town('SVC')];
  await world.agree(north, south);
});

afterEach(async () => {
  await world.close();
  await database.drop();
});

const search = (town: Town, filter: HouseholdFilter = {}) => world.households.search(town.as('ADOPTERS_WORKER'), { filter, first: 100, after: null });

describe('what a file brings of households', () => {
  const adults = [{ externalId: 'P1', firstName: 'Canary', gender: 'F' as const }, { externalId: 'P2', gender: 'M' as const, ethnicity: 'WBRI' }];
  const apply = (list: HouseholdFacts[]) => {
    const worker = north.as('APPROVING_MANAGER');
    return world.run(worker, 'imports.apply', (tx) => applyHouseholds(tx, world.vault, worker, list, today));
  };

  it('counts adults into one household, and the same file again changes nothing', async () => {
    const rows = [approved('F1', { adults }), approved('F2', { approvedOn: null, provisionalPanelOn: addMonths(today, 1) })];
    expect((await apply(rows)).map(({ outcome }) => outcome)).toEqual(['ADDED', 'ADDED']);
    expect((await apply(rows)).map(({ outcome }) => outcome)).toEqual(['UNCHANGED', 'UNCHANGED']);
    expect(await world.sql('select kind, state from hub.household order by state')).toEqual([{ kind: 'COUPLE', state: 'APPROVED' }, { kind: 'SINGLE', state: 'STAGE2' }]);
    const text = JSON.stringify(await world.sql('select h::text, i::text, a::text, k::text from hub.household h join hub.household_identity i on i.household_id = h.id left join hub.adult_identity a on true left join hub.household_card k on true'));
    expect(text).not.toMatch(/canary/i);
  });

  it('refuses half a range, an adult of another household and a date to come, and takes the rest', async () => {
    await apply([approved('F1', { adults })]);
    const results = await apply([approved('F3', { ageMaxMonths: null }), approved('F4', { adults: [{ externalId: 'P1' }] }), approved('F5', { approvedOn: addDays(today, 1) }), approved('F6')]);
    expect(results.map(({ outcome, problems }) => [outcome, problems[0]?.code])).toEqual([['REFUSED', 'AGE_RANGE'], ['REFUSED', 'ADULT_ELSEWHERE'], ['REFUSED', 'FUTURE_DATE'], ['ADDED', undefined]]);
  });
});

describe('who sees a household', () => {
  it('partners see available ones with consent; the agency its own, in the pool or not', async () => {
    const worker = north.as('ADOPTERS_WORKER');
    const [listed, silent, stageTwo, early] = await Promise.all([
      approved('F1'), approved('F2', { shareConsent: null }), approved('F3', { approvedOn: null, provisionalPanelOn: addMonths(today, 1) }), { familyExternalId: 'F4', enquiryOn: ago(1) },
    ].map((facts) => world.households.create(worker, facts)));
    expect((await search(south)).items.map(({ reference }) => reference)).toEqual([listed?.reference, stageTwo?.reference]);
    expect((await search(south, { own: false, stages: ['STAGE_TWO'] })).items).toMatchObject([{ reference: stageTwo?.reference, isOwn: false }]);
    expect((await search(south, { acceptsAtLeast: [{ key: 'attachment', atLeast: 3 }] })).totalCount).toBe(0);
    expect((await search(south, { forAgeMonths: 60, maxChildrenAtLeast: 2 })).totalCount).toBe(2);
    expect((await search(north, { own: true })).items.map(({ reference }) => reference).sort()).toEqual([listed, silent, stageTwo, early].map((view) => view?.reference).sort());
    expect(early).toMatchObject({ stage: 'OWN', card: { stage: 'OTHER' }, record: { state: 'ENQUIRY' } });
    expect(await world.households.find(south.as('ADOPTERS_WORKER'), silent?.reference ?? '')).toBeNull();
    expect(await world.households.find(south.as('ADOPTERS_WORKER'), listed?.reference ?? '')).toMatchObject({ stage: 'S0', record: null });
    expect(await world.households.find(north.as('FAMILY_FINDER'), listed?.reference ?? '')).toMatchObject({ stage: 'S0', record: null, card: { isOwn: true } });
  });

  it('are listed by stage, by room with the unrecorded last, or by reference, page after page', async () => {
    const worker = north.as('APPROVING_MANAGER');
    const rooms = [1, 3, null, 2, 3];
    await world.run(worker, 'imports.apply', (tx) => applyHouseholds(tx, world.vault, worker, [
      ...rooms.map((maxChildren, index) => approved(`R${index}`, { maxChildren })), approved('R9', { maxChildren: 4, approvedOn: null, provisionalPanelOn: addMonths(today, 1) }),
    ], today));
    const walk = async (sort: 'STAGE' | 'ROOM' | 'REFERENCE') => {
      const seen = [];
      for (let after: string | null = null; ;) {
        const page = await world.households.search(north.as('ADOPTERS_WORKER'), { filter: { own: true }, sort, first: 4, after });
        seen.push(...page.items);
        if (!page.hasNextPage) return seen;
        after = page.items.at(-1)?.position ?? null;
      }
    };
    expect((await walk('ROOM')).map(({ maxChildren }) => maxChildren)).toEqual([4, 3, 3, 2, 1, null]);
    expect((await walk('STAGE')).map(({ stage }) => stage)).toEqual([...Array<string>(5).fill('APPROVED'), 'STAGE_TWO']);
    const references = (await walk('REFERENCE')).map(({ reference }) => reference);
    expect(references).toEqual([...references].sort());
    expect(new Set(references).size).toBe(6);
  });

  it('a release needs consent and ends with it', async () => {
    const worker = north.as('ADOPTERS_WORKER');
    const view = await world.households.create(worker, approved('F1', { shareConsent: null }));
    const request = () => world.releases.request(worker, { subjectType: 'HOUSEHOLD', subject: view.reference, purpose: 'FAMILY_FINDING', about: 'They have a big garden.' });
    expect(await told(request())).toBe('GUARD_FAILED');
    const agreed = await world.households.correct(worker, { household: view.reference, version: view.record?.version ?? 0, facts: { shareConsent: true } });
    const release = await request();
    await world.releases.approve(north.second('APPROVING_MANAGER'), release.id, addDays(today, 90));
    const shown = await world.households.find(south.as('FAMILY_FINDER'), view.reference);
    expect(shown).toMatchObject({ stage: 'S1', profile: { about: 'They have a big garden.', householdType: 'One adopter', heritageGroups: ['WHITE'] } });
    await world.households.correct(worker, { household: view.reference, version: agreed.record?.version ?? 0, facts: { shareConsent: false } });
    expect(await world.households.find(south.as('FAMILY_FINDER'), view.reference)).toBeNull();
    expect((await world.households.view(worker, view.reference)).record?.releases).toMatchObject([{ status: 'WITHDRAWN' }]);
  });
});

describe("a household's record", () => {
  const entered = { kind: 'SINGLE', enquiryOn: ago(14), experience: 'A nursery nurse.', about: 'A quiet home.' } as const;
  const corrected = { kind: 'COUPLE', enquiryOn: ago(15), experience: 'Two foster carers.', about: 'A busy home.' } as const;

  it('shows all that was entered, and a correction changes each alone, for the own agency', async () => {
    const worker = north.as('ADOPTERS_WORKER');
    let view = await world.households.create(worker, approved('F1', entered));
    expect(view.record).toMatchObject(entered);
    for (const [field, value] of Object.entries(corrected)) {
      const before = view.record;
      view = await world.households.correct(worker, { household: view.reference, version: before?.version ?? 0, facts: { [field]: value } });
      expect(view.record).toEqual({ ...before, [field]: value, version: (before?.version ?? 0) + 1, journey: expect.anything(), clocks: expect.anything() });
    }
    expect(JSON.stringify(await world.households.find(south.as('FAMILY_FINDER'), view.reference))).not.toMatch(/foster carers|busy home/);
    const facts = { experience: null, about: null };
    const cleared = await world.households.correct(worker, { household: view.reference, version: view.record?.version ?? 0, facts });
    expect(cleared.record).toMatchObject(facts);
  });

  it('refuses an enquiry after stage two, and a kind that does not exist', async () => {
    const worker = north.as('ADOPTERS_WORKER');
    const { reference, record } = await world.households.create(worker, approved('F1'));
    const correct = (facts: object) => told(world.households.correct(worker, { household: reference, version: record?.version ?? 0, facts }));
    expect(await correct({ enquiryOn: ago(6) })).toBe('GUARD_FAILED');
    expect(await correct({ kind: 'TRIO' })).toBe('INVALID_INPUT');
  });
});

describe('guards and versions of a household', () => {
  it('follows the stages and refuses what skips one, comes too early or is based on an old read', async () => {
    const worker = north.as('ADOPTERS_WORKER');
    const view = await world.households.create(worker, { familyExternalId: 'F1', enquiryOn: ago(9) });
    let version = view.record?.version ?? 0;
    const record = async (event: string, onDate = today, said: Partial<HouseholdEventRequest> = {}) => {
      const after = await world.households.recordEvent(worker, { subject: view.reference, version, event, onDate, ...said });
      version = after.record?.version ?? 0;
      return after.record?.state;
    };
    expect(await told(record('APPROVED'))).toBe('GUARD_FAILED');
    expect(await record('FAST_TRACKED', ago(4))).toBe('STAGE2');
    expect(await told(record('AT_PANEL', ago(5)))).toBe('GUARD_FAILED');
    expect(await record('AT_PANEL', ago(1))).toBe('AT_PANEL');
    expect(await record('APPROVED', ago(1))).toBe('APPROVED');
    expect(await told(record('PUT_ON_HOLD'))).toBe('INVALID_INPUT');
    expect(await record('PUT_ON_HOLD', today, { code: 'FAMILY', askedBy: 'ADOPTERS', reason: 'A new baby' })).toBe('ON_HOLD');
    expect(await record('RESUMED')).toBe('APPROVED');
    expect(await told(world.households.correct(worker, { household: view.reference, version: 1, facts: { maxChildren: 2 } }))).toBe('STALE_VERSION');
    expect(await told(world.households.correct(worker, { household: view.reference, version, facts: { maxChildren: 99 } }))).toBe('INVALID_INPUT');
    const journey = (await world.households.view(worker, view.reference)).record?.journey ?? [];
    expect(journey.find(({ event }) => event === 'APPROVED')?.target).toBe(addMonths(ago(4), 4));
    expect(journey.at(-1)?.event).toBe('DUE_APPROVAL_REVIEWED');
  });
});

async function told(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(() => 'no error', ({ code }) => code);
}
