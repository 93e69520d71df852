import { rows } from '@hub/database/tx';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { tableSheet, workbook } from '../../../../test/samples/workbook';
import { applyChildren } from '../children/apply-children.queries';
import { ImportExecutor } from '../interchange/import-executor';
import { ImportsService } from '../interchange/imports.service';
import { FileReader } from '../interchange/reading/file-reader';
import { SealedImports } from '../interchange/sealed-imports';
import { CHILD, HOUSEHOLD, openMatchingWorld, TODAY, type MatchingWorld } from '../matching/spec-matching';
import { WorkService } from '../work/work.service';
import { BarsService } from './bars.service';
import { WhoSeesService } from './who-sees.service';

const NOBODY = 'ZZZZZZ';
const REASON = 'She is the sister of one of the adopters.';

let database: TestDatabase;
let world: MatchingWorld;
let bars: BarsService;
/** The people of one council: whom the bars name, a colleague, and who bars. */
const barred = () => world.north.as('FAMILY_FINDER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER');
const colleague = () => world.north.second('FAMILY_FINDER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER', 'AGENCY_ADMIN');
const emailOf = async (userId: string): Promise<string> => (await world.sql<{ email: string }>('select email from hub.app_user where id = $1', [userId]))[0]?.email ?? '';

/** What is told of a reference, with the reference itself taken out. */
async function told(work: Promise<unknown>, reference: string): Promise<string> {
  const answer = await work.catch((error: { code?: string; message: string; details?: unknown }) => [error.code, error.message, error.details]);
  return JSON.stringify(answer ?? null).replaceAll(reference, NOBODY);
}

beforeEach(async () => {
  database = await freshDatabase();
  world = await openMatchingWorld(database);
  bars = new BarsService(world.uow, world.vault);
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

describe('a barred user', () => {
  it('AZ-10: finds no trace of a partner’s household in search, counts, facets, shortlists, explanations and runs', async () => {
    const run = await world.runToTheEnd();
    await bars.bar(world.south.second('APPROVING_MANAGER'), { subjectType: 'HOUSEHOLD', subject: world.family, email: (await emailOf(barred().userId)).toUpperCase(), reason: REASON });
    const search = await world.households.search(barred(), { filter: { own: false }, first: 20, after: null });
    expect([search.items, search.totalCount, search.facets.flatMap(({ counts }) => counts)]).toEqual([[], 0, []]);
    for (const look of [
      (reference: string) => world.households.find(barred(), reference),
      (reference: string) => world.shortlists.explain(barred(), world.unit, reference, null),
      (reference: string) => world.rulingOut.ruleOut(barred(), world.unit, reference, REASON),
    ]) expect(await told(look(world.family), world.family)).toBe(await told(look(NOBODY), NOBODY));
    expect(await world.shortlists.shortlist(barred(), world.unit, run)).toMatchObject({ eligible: 0, conditional: 0, blocked: 1, candidates: [], run: { units: 1, households: 1 } });
    expect((await world.runs.results(barred(), run, 20, 0)).items).toMatchObject([{ eligible: 0, conditional: 0, blocked: 1, best: null }]);
    expect((await world.runs.list(barred(), 20, 0)).items).toMatchObject([{ reference: run, households: 1 }]);

    expect(await world.shortlists.shortlist(colleague(), world.unit, run)).toMatchObject({ eligible: 1, blocked: 1, run: { households: 2 } });
    expect((await world.runs.results(colleague(), run, 20, 0)).items).toMatchObject([{ eligible: 1, best: 'B' }]);
    expect((await world.households.search(colleague(), { filter: { own: false }, first: 20, after: null })).totalCount).toBe(1);
  });

  it('AZ-10: finds no trace of a child of the own council, nor of the bar itself', async () => {
    const run = await world.runToTheEnd();
    const about = await world.matching.start(colleague(), 'UNIT', world.unit);
    await bars.bar(colleague(), { subjectType: 'UNIT', subject: world.unit, email: await emailOf(barred().userId), reason: REASON });
    const search = await world.units.search(barred(), { filter: {}, sort: 'WAITING', first: 20, after: null });
    expect([search.items, search.totalCount, search.facets.flatMap(({ counts }) => counts)]).toEqual([[], 0, []]);
    expect(await new WorkService(world.uow).units(barred())).toEqual({ myUnits: [], waitingLongest: [], withoutShortlist: 0 });
    for (const look of [
      (reference: string) => world.units.find(barred(), reference),
      (reference: string) => world.shortlists.shortlist(barred(), reference, null),
      (reference: string) => world.matching.start(barred(), 'UNIT', reference),
      (reference: string) => world.releases.request(barred(), { subjectType: 'UNIT', subject: reference, purpose: 'Family finding', about: 'A text.' }),
      (reference: string) => bars.list(barred(), reference),
    ]) expect(await told(look(world.unit), world.unit)).toBe(await told(look(NOBODY), NOBODY));
    expect(await world.runs.results(barred(), run, 20, 0)).toEqual({ items: [], totalCount: 0 });
    expect((await world.runs.list(barred(), 20, 0)).items).toMatchObject([{ reference: run, units: 0 }]);
    expect(await world.runs.find(barred(), about.reference)).toBeNull();
    const screens = await world.run({ ...barred(), roles: ['DATA_PROTECTION_OFFICER'] }, 'audit.search', async (tx) => [
      ...(await rows(tx, 'select e.* from audit.event e')), ...(await rows(tx, 'select a.* from audit.access a')),
    ]);
    expect(screens.length).toBeGreaterThan(5);
    const [ids] = await world.sql<{ unit: string; child: string }>('select u.id as unit, c.id as child from hub.unit u join hub.child c on c.unit_id = u.id');
    for (const trace of [world.unit, ids?.unit ?? '', ids?.child ?? '']) expect(JSON.stringify(screens)).not.toContain(trace);
    expect((await bars.list(colleague(), world.unit)).map(({ email }) => email)).toEqual([await emailOf(barred().userId)]);
  });

  it('AZ-10: imports nothing of the case, and does not find what colleagues imported of it', async () => {
    const sealed = new SealedImports(world.vault);
    const imports = new ImportsService(world.uow, sealed, new ImportExecutor(world.uow, world.vault, sealed, new FileReader(), systemClock));
    await world.sql(`update hub.app_user set roles = '{FAMILY_FINDER,AGENCY_ADMIN}' where agency_id = $1`, [world.north.id]);
    const line = (id: string) => ({ 'Child Unique ID': id, Gender: 'b) Female', Ethnicity: 'a) WBRI', 'Date of Birth': '01/06/2023', 'Does the Child have a Disability': 'b) No',
      'Date the Child Entered Care': '01/02/2024', 'Date of Decision that Child Should be Placed for Adoption': '01/09/2024' });
    const file = workbook([tableSheet('List 10', Object.keys(line('')), [line('C1'), line('C2')])]);
    await bars.bar(colleague(), { subjectType: 'UNIT', subject: world.unit, email: await emailOf(barred().userId), reason: REASON });
    const hand = async (actor: ReturnType<typeof barred>) => {
      const { id, reference } = await imports.start(actor, { kind: 'ANNEX_A', fileName: 'list.xlsx', bytes: file });
      await imports.check(id);
      return { id, reference };
    };
    const theirs = await hand({ ...colleague(), roles: ['AGENCY_ADMIN'] });
    const mine = await hand({ ...barred(), roles: ['FAMILY_FINDER'] });
    expect(await imports.find(barred(), theirs.reference)).toBeNull();
    expect((await imports.list(barred(), 20, 0)).imports.map(({ reference }) => reference)).toEqual([mine.reference]);
    expect(await imports.find(colleague(), theirs.reference)).toMatchObject({ counts: [{ rows: 2, added: 1, changed: 1, refused: 0 }] });
    const report = (await imports.reports(barred(), [mine.reference])).get(mine.reference);
    expect(report?.counts).toMatchObject([{ rows: 2, added: 1, changed: 0, unchanged: 0, refused: 1 }]);
    expect([report?.differences, report?.issues.map(({ code, value }) => [code, value])]).toEqual([[], [['NOT_TAKEN', null]]]);
    await imports.requestApply(barred(), mine.reference, false);
    await imports.apply(mine.id);
    expect(await imports.find(barred(), mine.reference)).toMatchObject({ status: 'APPLIED' });
    expect(await world.sql('select count(*)::int as n from hub.child')).toEqual([{ n: 2 }]);
  });

  it('keeps a match with a family that they must not meet', async () => {
    const [family] = await world.sql<{ id: string }>('select id from hub.household where reference = $1', [world.ownFamily]);
    await world.sql('update hub.child set matched_household_id = $1', [family?.id]);
    await bars.bar(colleague(), { subjectType: 'HOUSEHOLD', subject: world.ownFamily, email: await emailOf(barred().userId), reason: REASON });
    const [applied] = await world.run(barred(), 'imports.apply', (tx) => applyChildren(tx, world.vault, barred(), [{ ...CHILD, familyExternalId: 'F2', religion: 'other' }], TODAY));
    expect(applied?.outcome).toBe('CHANGED');
    expect(await world.sql('select matched_household_id as id from hub.child')).toEqual([family]);
    const again = await told(world.bringHousehold(world.north, { ...HOUSEHOLD, familyExternalId: 'F9', adults: [{ externalId: 'A2', gender: 'M' }] }), NOBODY);
    expect(again).toBe('""');
  });
});

describe('a bar', () => {
  it('gives one answer whether or not there is such a user', async () => {
    const known = await emailOf(world.south.as().userId);
    const shapes = await Promise.all([known, 'nobody@example.org'].map(async (email) => {
      const { id, email: said, barredAt, ...bar } = await bars.bar(colleague(), { subjectType: 'UNIT', subject: world.unit, email, reason: REASON });
      return [typeof id, said === email, barredAt instanceof Date, JSON.stringify(bar)];
    }));
    expect(shapes[0]).toEqual(shapes[1]);
    const dump = JSON.stringify(await world.sql('select b::text as bar from hub.bar b union all select e::text from audit.event e where e.table_name like \'bar%\''));
    for (const secret of [known, 'nobody@example.org', 'sister']) expect(dump).not.toContain(secret);
  });

  it('is counted for who may bar, and nobody else learns that there is one', async () => {
    const sees = new WhoSeesService(world.uow, world.vault);
    const others = [world.north.second('CHILDS_WORKER'), world.north.second('DATA_PROTECTION_OFFICER'), world.north.second('REVIEWING_OFFICER')];
    const answers = async () => JSON.stringify(await Promise.all(others.map(async (actor) => [await sees.of(actor, 'UNIT', world.unit), await bars.standing(actor, 'UNIT', world.unit)])));
    const counts = async () => [
      await bars.standing(world.north.second('APPROVING_MANAGER'), 'UNIT', world.unit), await bars.standing(world.north.second('AGENCY_ADMIN'), 'UNIT', world.unit),
      await bars.standing(world.south.as('APPROVING_MANAGER'), 'UNIT', world.unit), await bars.standing(barred(), 'UNIT', world.unit),
    ];
    const before = await answers();
    expect(await counts()).toEqual([0, 0, null, 0]);
    const { id } = await bars.bar(colleague(), { subjectType: 'UNIT', subject: world.unit, email: await emailOf(barred().userId), reason: REASON });
    await bars.bar(colleague(), { subjectType: 'UNIT', subject: world.unit, email: 'nobody@example.org', reason: REASON });
    expect(await counts()).toEqual([2, 2, null, null]);
    expect(await answers()).toBe(before);
    await bars.lift(colleague(), id, 'The adopters have moved to another agency.');
    expect(await counts()).toEqual([1, 1, null, 1]);
  });

  it('is set and lifted, with reasons, by a manager or administrator of the record’s agency alone', async () => {
    const input = { subjectType: 'UNIT', subject: world.unit, email: await emailOf(barred().userId), reason: REASON } as const;
    await expect(bars.bar(world.north.as('FAMILY_FINDER'), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(bars.bar(world.south.as('APPROVING_MANAGER'), input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(bars.bar(barred(), input)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    const { id } = await bars.bar(world.north.second('AGENCY_ADMIN'), input);
    await expect(bars.bar(colleague(), input)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(bars.lift(barred(), id, REASON)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(bars.lift(world.south.as('APPROVING_MANAGER'), id, REASON)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.units.find(barred(), world.unit)).toBeNull();
    expect(await bars.lift(colleague(), id, 'The adopters have moved to another agency.')).toMatchObject({ liftedBy: { id: colleague().userId }, liftingReason: 'The adopters have moved to another agency.' });
    await expect(bars.lift(colleague(), id, REASON)).rejects.toMatchObject({ code: 'GUARD_FAILED' });
    expect(await world.units.find(barred(), world.unit)).toMatchObject({ reference: world.unit });
  });
});
