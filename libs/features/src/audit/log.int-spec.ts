import fc from 'fast-check';
import type { Actor, Role } from '@hub/domain/access/actor';
import { withRequestId } from '@hub/database/request-id';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../children/spec-world';
import type { LogFilter, LookedAt } from './inputs';
import { looksCsv } from './log-files';
import { LogService, type ShownLook } from './log.service';

const ALL = { first: 10_000, after: null };
const COUNCIL_ROLES: readonly Role[] = ['FAMILY_FINDER', 'CHILDS_WORKER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER', 'REVIEWING_OFFICER', 'ANALYST', 'DATA_PROTECTION_OFFICER'];

let database: TestDatabase;
let world: World;
let log: LogService;
const towns: Town[] = [];
const units: string[] = [];
const households: string[] = [];

async function seek(town: Town, lastName = 'Nobody'): Promise<string> {
  const worker = town.as('CHILDS_WORKER');
  const unit = await world.children.create(worker, { facts: { firstName: 'Rosie', lastName, sex: 'F', dateOfBirth: '2023-03-01' as never, enteredCareOn: '2024-03-01' as never, admDecidedOn: '2024-09-01' as never, placementOrderOn: '2024-12-01' as never } } as never);
  const { record } = await world.units.view(worker, unit);
  await world.units.changeFamilyFinding(worker, { unit, version: record?.version ?? 0, to: 'ACTIVE', onDate: '2025-01-05' as never });
  return unit;
}

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  log = new LogService(world.uow, systemClock, world.vault);
  for (const code of ['ASHBY', 'BARROW', 'CAXTON']) towns.push(await world.town(code));
  await world.agree(towns[0] as Town, towns[1] as Town);
  for (const town of towns) {
    units.push(await seek(town), await seek(town));
    households.push((await world.households.create(town.as('ADOPTERS_WORKER'), {
      kind: 'COUPLE', enquiryOn: '2025-01-01', approvedOn: '2025-06-01', availability: 'AVAILABLE', shareConsent: true, familyExternalId: `F-${town.code}`,
    } as never)).reference);
  }
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const officer = (town: Town): Actor => town.as('DATA_PROTECTION_OFFICER');
const looks = async (town: Town, subject: LookedAt, filter: LogFilter = {}) => (await log.whoLooked(officer(town), subject, filter, ALL)).items;
const told = ({ agencyCode, action, stage, outcome, person }: ShownLook): string => [agencyCode, person, action, stage, outcome].join(' ');

interface Step { readonly town: number; readonly second: boolean; readonly role: Role; readonly what: 'unit' | 'household'; readonly which: number }
const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({
  town: fc.nat(2), second: fc.boolean(), role: fc.constantFrom(...COUNCIL_ROLES), what: fc.constantFrom('unit', 'household'), which: fc.nat(5),
}), { minLength: 1, maxLength: 12 });

/** Which rows a read must leave at the custodian, told from the rules and not from the code: product.md, Roles and Stages. */
function expected({ town, role, what, which }: Step): { owner: number; reference: string; rows: string[] } {
  const list = what === 'unit' ? units : households;
  const at = which % list.length;
  const owner = what === 'unit' ? Math.floor(at / 2) : at;
  const word = what === 'unit' ? 'children' : 'adopters';
  const code = ['ASHBY', 'BARROW', 'CAXTON'][town];
  const row = (action: string, stage: string, outcome: string) => `${code} Robin Tester ${word}.${action} ${stage} ${outcome}`;
  const reads = !['ANALYST', 'DATA_PROTECTION_OFFICER'].includes(role);
  const sees = town === owner || (town < 2 && owner < 2);
  const rows = [reads && sees ? row('view', 'S0', 'ALLOWED') : row('view', 'S1', 'REFUSED')];
  const identity = what === 'unit' ? ['FAMILY_FINDER', 'CHILDS_WORKER', 'APPROVING_MANAGER', 'REVIEWING_OFFICER'] : ['ADOPTERS_WORKER', 'APPROVING_MANAGER'];
  if (town === owner && identity.includes(role)) rows.push(row('viewIdentity', 'OWN', 'ALLOWED'));
  return { owner, reference: list[at] ?? '', rows };
}

async function read({ town, second, role, what, which }: Step): Promise<void> {
  const actor = second ? (towns[town] as Town).second(role) : (towns[town] as Town).as(role);
  const list = what === 'unit' ? units : households;
  const reference = list[which % list.length] ?? '';
  await (what === 'unit' ? world.units : world.households).find(actor, reference).catch((error: { code?: string }) => { if (error.code !== 'FORBIDDEN') throw error; });
}

describe('who has looked', () => {
  it('AUD-7: the report equals the set of reads made by the test driver', async () => {
    const subjects = [...units.map((reference, at) => ({ owner: Math.floor(at / 2), type: 'UNIT' as const, reference })), ...households.map((reference, at) => ({ owner: at, type: 'HOUSEHOLD' as const, reference }))];
    const report = async () => new Map(await Promise.all(subjects.map(async ({ owner, type, reference }) => [reference, await looks(towns[owner] as Town, { type, reference })] as const)));
    await fc.assert(fc.asyncProperty(steps, async (sequence) => {
      const before = await report();
      for (const step of sequence) await read(step);
      const after = await report();
      for (const { reference } of subjects) {
        const news = (after.get(reference) ?? []).slice(0, (after.get(reference)?.length ?? 0) - (before.get(reference)?.length ?? 0)).map(told).reverse();
        expect(news).toEqual(sequence.map(expected).filter((one) => one.reference === reference).flatMap(({ rows }) => rows));
      }
    }), { numRuns: 15 });
  }, 120_000);

  it('AUD-1: says who, as what, what was shown, for what, under which agreement, and from where', async () => {
    const [reference] = units;
    await withRequestId(() => world.units.view((towns[1] as Town).as('FAMILY_FINDER', 'CHILDS_WORKER'), reference ?? ''), 'r-look', '::ffff:10.1.2.3');
    const [look] = await looks(towns[0] as Town, { type: 'UNIT', reference: reference ?? '' });
    expect(look).toMatchObject({
      person: 'Robin Tester', agencyCode: 'BARROW', roles: ['FAMILY_FINDER', 'CHILDS_WORKER'], action: 'children.view', purpose: 'FAMILY_FINDING', stage: 'S0', outcome: 'ALLOWED',
      subject: reference, isRemote: true, delivery: 'NOT_KNOWN_YET',
    });
    expect(look?.fields).toEqual(expect.arrayContaining(['card.reference', 'card.youngestBand', 'card.waitingBand']));
    expect(look?.fields.filter((field) => /profile|unitId/.test(field))).toEqual([]);
    // Its people's addresses are the other agency's own business.
    expect(look?.address).toBeNull();
    const [agreement] = await world.sql<{ reference: string }>('select reference from hub.agreement');
    expect(look?.agreement).toBe(agreement?.reference);
    const own = await log.accesses(officer(towns[1] as Town), { reference }, ALL);
    expect(own.items[0]).toMatchObject({ address: '10.1.2.3', subject: reference });
  });

  it('is for the record\'s own agency alone', async () => {
    const subject = { type: 'UNIT', reference: units[0] ?? '' } as const;
    await expect(log.whoLooked(officer(towns[1] as Town), subject, {}, ALL)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(log.whoLooked((towns[0] as Town).as('FAMILY_FINDER'), subject, {}, ALL)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(log.whoLooked((towns[0] as Town).as('APPROVING_MANAGER'), subject, {}, ALL)).resolves.toMatchObject({ hasNextPage: false });
    await expect(log.accesses((towns[0] as Town).as('APPROVING_MANAGER'), {}, ALL)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is itself recorded, with what it showed', async () => {
    const subject = { type: 'UNIT', reference: units[1] ?? '' } as const;
    const found = await withRequestId(() => log.whoLooked(officer(towns[0] as Town), subject, {}, { first: 3, after: null }), 'r-report');
    const [row] = await world.sql('select action, purpose, subject_reference, stage, row_count, outcome from audit.access where request_id = $1', ['r-report']);
    expect(row).toEqual({ action: 'audit.whoLooked', purpose: 'ACCOUNTABILITY', subject_reference: subject.reference, stage: null, row_count: found.items.length, outcome: 'ALLOWED' });
  });

  it('is searched by person, agency, days and purpose, and read page by page', async () => {
    const town = towns[0] as Town;
    const subject = { type: 'UNIT', reference: units[0] ?? '' } as const;
    await world.sql(`update hub.app_user set display_name = 'Zoë Whitlock' where id = $1`, [(towns[1] as Town).second().userId]);
    await world.units.view((towns[1] as Town).second('FAMILY_FINDER'), subject.reference);
    const all = await looks(town, subject);
    const by = async (filter: LogFilter) => (await looks(town, subject, filter)).map(({ id }) => id);
    const ids = (keep: (look: ShownLook) => boolean) => all.filter(keep).map(({ id }) => id);
    expect(await by({ person: 'whit' })).toEqual(ids(({ person }) => person === 'Zoë Whitlock'));
    expect((await by({ person: 'whit' })).length).toBeGreaterThan(0);
    expect(await by({ agency: 'BARROW' })).toEqual(ids(({ agencyCode }) => agencyCode === 'BARROW'));
    expect(await by({ purpose: 'CASE_WORK' })).toEqual(ids(({ purpose }) => purpose === 'CASE_WORK'));
    const today = systemClock.today() as never;
    expect(await by({ from: today, until: today })).toEqual(ids(() => true));
    expect(await by({ until: '2026-01-01' as never })).toEqual([]);
    const pages: number[] = [];
    for (let after: string | null = null; ;) {
      const page = await log.whoLooked(officer(town), subject, {}, { first: 4, after });
      pages.push(...page.items.map(({ id }) => id));
      if (!page.hasNextPage) break;
      after = String(page.items.at(-1)?.id);
    }
    expect(pages).toEqual(ids(() => true));
  });

  it('goes on with a child who joins others: the looks at the unit that they were in before', async () => {
    const town = towns[2] as Town;
    const [alone, beside] = [await seek(town), await seek(town)];
    await world.units.view(town.as('REVIEWING_OFFICER'), alone);
    const [child] = await world.sql<{ id: string }>('select c.id from hub.child c join hub.unit u on u.id = c.unit_id where u.reference = $1', [alone]);
    await world.run(town.as('CHILDS_WORKER'), 'children.edit', (tx) => tx.query('update hub.child set unit_id = (select id from hub.unit where reference = $2) where id = $1', [child?.id, beside]));
    await world.units.view(town.as('PANEL_ADVISER'), alone).catch(() => undefined);
    const found = await looks(town, { type: 'UNIT', reference: beside });
    expect(found.filter(({ roles }) => roles.includes('REVIEWING_OFFICER')).map(({ subject }) => subject)).toEqual([alone, alone]);
    expect(found.filter(({ roles }) => roles.includes('PANEL_ADVISER'))).toEqual([]);
  });

  it('AUD-9: a name with newline and ANSI codes stays one record', async () => {
    const town = towns[0] as Town;
    await world.sql(`update hub.app_user set display_name = E'=cmd\\r\\n\\u001b[31mForged' where id = $1`, [town.second().userId]);
    await world.units.view(town.second('FAMILY_FINDER'), units[0] ?? '');
    const found = await looks(town, { type: 'UNIT', reference: units[0] ?? '' });
    const text = looksCsv(found.slice(0, 1), { person: 'A', agency: 'ASHBY', at: new Date(0), purpose: 'to account for access', requestId: 'r', archivedBefore: null });
    expect(text).toContain(`"'=cmd\r\n\ufffd[31mForged"`);
    expect(text).not.toContain('\u001b');
  });
});

describe('the log of changes', () => {
  it('names the fields that were changed and never their values', async () => {
    const { items } = await log.changes(officer(towns[0] as Town), {}, ALL);
    expect(items.length).toBeGreaterThan(5);
    expect(JSON.stringify(items)).not.toMatch(/Rosie|Nobody|2023-03-01/);
    expect(items.find(({ table, operation }) => table === 'unit' && operation === 'UPDATE')).toMatchObject({ action: 'familyFinding.change', person: 'Robin Tester', agencyCode: 'ASHBY' });
    expect(items.find(({ table }) => table === 'child_identity')?.fields).toEqual(expect.arrayContaining(['first_name', 'last_name']));
    const [other] = (await log.changes(officer(towns[1] as Town), {}, ALL)).items;
    expect(items.map(({ id }) => id)).not.toContain(other?.id);
  });
});
