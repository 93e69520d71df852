import type { Actor } from '@hub/domain/access/actor';
import type { Preparation, ViewHolder } from '@hub/domain/readiness/preparation';
import { systemClock } from '@hub/platform/clock';
import { addDays } from '@hub/domain/dates/day-count';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { documentServices, type DocumentServices } from '../../../../test/harness/documents-world';
import { openLinksWorld, TODAY, type LinksWorld } from '../../../../test/harness/links-world';
import { pdfFile } from '../../../../test/samples/document';
import { BarsService } from '../disclosure/bars.service';
import { ReadinessService } from './readiness.service';

let database: TestDatabase;
let world: LinksWorld;
let services: DocumentServices;
let service: ReadinessService;
let child: string;
let unit: string;
let family: string;
let link: string;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openLinksWorld(database);
  await world.sql(`update hub.agreement set up_to_stage = 'S3'`);
  services = documentServices(world);
  service = new ReadinessService(world.uow, world.vault, systemClock);
});
let made = 0;
beforeEach(async () => {
  made += 1;
  [unit, family] = [await world.addUnit(`C${made}`), await world.addFamily(`F${made}`)];
  child = (await world.sql<{ reference: string }>('select c.reference from hub.child c join hub.unit u on u.id = c.unit_id where u.reference = $1', [unit]))[0]?.reference ?? '';
  link = (await world.links.express(world.finder, { unit, household: family })).reference;
  await world.take(world.worker, link, 'SHORTLISTED');
  await world.explore(link);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const code = (work: Promise<unknown>): Promise<string> => work.then(() => 'OK', (error: { code: string }) => error.code);
const missing = async (actor: Actor = world.finder): Promise<string[] | undefined> => (await service.find(actor, link))?.checks.filter(({ state }) => state === 'MISSING').map(({ name }) => name);
const adviser = (): Actor => world.north.second('PANEL_ADVISER');
const prepare = (kind: Preparation, onDate = TODAY, words: string | null = null, actor = world.finder) => service.prepare(actor, { link, kind, onDate, words });
const view = (holder: ViewHolder, more: Partial<Parameters<ReadinessService['recordView']>[1]> = {}) => service.recordView(world.finder, { child, holder, onDate: TODAY, words: 'Would like a garden.', ...more });

/** Added by the finder, and accepted by the adviser. */
async function report(subject: 'CHILD' | 'LINK', kind: 'CPR' | 'CHILD_HEALTH' | 'APR' | 'SUPPORT_PLAN'): Promise<string> {
  const { reference } = await services.documents.add(world.finder, { subject, reference: subject === 'CHILD' ? child : link, kind }, pdfFile(kind));
  await services.documents.review(adviser(), { document: reference, number: 1, outcome: 'ACCEPTED' });
  return reference;
}

describe('readiness of a link for a panel', () => {
  it('says nothing before the report is shared, and then the same to both sides until nothing is missing', async () => {
    expect([await service.find(world.finder, link), await service.find(world.worker, link)]).toEqual([null, null]);
    await world.take(world.finder, link, 'CPR_SHARED');
    expect(await missing()).toEqual(['CPR', 'CHILD_HEALTH', 'WISHES', 'PARENTS_VIEWS', 'ADOPTERS_REPORT', 'APR', 'SUPPORT_PLAN', 'CPR_GIVEN', 'MEDICAL_ADVISER', 'FOSTER_CARER', 'APR_GIVEN', 'ADOPTERS_VIEWS']);
    expect(await missing(world.worker)).toEqual(await missing());
    for (const [subject, kind] of [['CHILD', 'CPR'], ['CHILD', 'CHILD_HEALTH'], ['LINK', 'APR'], ['LINK', 'SUPPORT_PLAN']] as const) await report(subject, kind);
    const par = await services.documents.add(world.worker, { subject: 'HOUSEHOLD', reference: family, kind: 'PAR' }, pdfFile('PAR'));
    expect(await missing()).toEqual(expect.arrayContaining(['ADOPTERS_REPORT']));
    await services.sharing.give(world.worker, { document: par.reference, number: 1, link });
    await view('CHILD');
    await view('MOTHER');
    await view('FATHER', { words: null, whyNot: 'NOT_KNOWN' });
    for (const kind of ['CPR_GIVEN', 'MEDICAL_ADVISER_MET', 'FOSTER_CARER_MET'] as const) await prepare(kind, addDays(TODAY, -30));
    await prepare('APR_GIVEN', addDays(TODAY, -20));
    expect(await missing()).toEqual(['ADOPTERS_VIEWS']);
    await prepare('ADOPTERS_VIEWS', TODAY, 'They would like the Moorhenley grandmother to write.', world.worker);
    expect([await missing(), await missing(world.worker)]).toEqual([[], []]);
    expect((await service.find(world.finder, link))?.prepared.at(-1)).toMatchObject({ kind: 'ADOPTERS_VIEWS', words: 'They would like the Moorhenley grandmother to write.', isOwn: false, person: null });
  });

  it('asks again once a report has a newer version, or was given no more', async () => {
    await world.take(world.finder, link, 'CPR_SHARED');
    const cpr = await report('CHILD', 'CPR');
    expect(await missing()).not.toContain('CPR');
    await services.documents.addVersion(world.finder, { document: cpr, version: 1, why: 'A birthday.' }, pdfFile('CPR 2'));
    expect(await missing()).toContain('CPR');
    await services.documents.review(adviser(), { document: cpr, number: 2, outcome: 'ACCEPTED' });
    await services.documents.review(adviser(), { document: cpr, number: 2, outcome: 'FEEDBACK', words: 'Well told.' });
    expect(await missing()).not.toContain('CPR');
  });

  it('asks for a sibling assessment where siblings are placed apart', async () => {
    await world.take(world.finder, link, 'CPR_SHARED');
    await world.sql(`update hub.unit set plan = 'APART' where reference = $1`, [unit]);
    expect(await missing()).toContain('SIBLING_ASSESSMENT');
    const { reference } = await services.documents.add(world.finder, { subject: 'UNIT', reference: unit, kind: 'SIBLING_ASSESSMENT' }, pdfFile('Together or apart'));
    await services.documents.review(adviser(), { document: reference, number: 1, outcome: 'ACCEPTED' });
    expect(await missing()).not.toContain('SIBLING_ASSESSMENT');
  });

  it('lets a manager of the child’s agency go on with a reason, which nobody else reads', async () => {
    expect(await code(service.goOn(world.managers.north, { link, reason: 'Too early' }))).toBe('GUARD_FAILED');
    await world.take(world.finder, link, 'CPR_SHARED');
    expect(await code(service.goOn(world.finder, { link, reason: 'I may not' }))).toBe('FORBIDDEN');
    expect(await code(service.goOn(world.managers.south, { link, reason: 'Not our panel' }))).toBe('FORBIDDEN');
    const request = { link, reason: 'The Dunnockby carer is abroad.', idempotencyKey: 'go-on-once' };
    await service.goOn(world.managers.north, request);
    await service.goOn(world.managers.north, request);
    expect((await service.find(world.finder, link))?.decisions).toMatchObject([{ reason: 'The Dunnockby carer is abroad.', missing: expect.arrayContaining(['CPR', 'FOSTER_CARER']) as string[] }]);
    expect((await service.find(world.worker, link))?.decisions).toEqual([]);
  });

  it('is there for nobody but the two agencies, nor for who is barred', async () => {
    await world.take(world.finder, link, 'CPR_SHARED');
    expect(await code(service.find((await world.town(`T${made}`)).as('FAMILY_FINDER'), link))).toBe('NOT_FOUND');
    expect(await code(service.find(world.north.as('HUB_COORDINATOR'), link))).toBe('FORBIDDEN');
    const [person] = await world.sql<{ email: string }>('select email from hub.app_user where id = $1', [world.worker.userId]);
    await new BarsService(world.uow, world.vault).bar(world.managers.north, { subjectType: 'UNIT', subject: unit, email: person?.email ?? '', reason: 'An aunt of the child.' });
    expect(await code(service.find(world.worker, link))).toBe('NOT_FOUND');
  });

  it('takes no day that is to come, no views without words, and nothing once the link has ended', async () => {
    expect(await code(prepare('CPR_GIVEN', addDays(TODAY, 1)))).toBe('INVALID_INPUT');
    expect(await code(prepare('ADOPTERS_VIEWS'))).toBe('INVALID_INPUT');
    await world.take(world.finder, link, 'DECLINED_BY_CHILD_AGENCY', { reason: 'NO_ANSWER' });
    expect(await code(prepare('CPR_GIVEN'))).toBe('GUARD_FAILED');
  });
});

describe('views of children and parents', () => {
  it('are dated entries of the own council, and none is written over', async () => {
    await view('CHILD', { words: 'A dog, please.', onDate: addDays(TODAY, -9) });
    await view('CHILD', { words: 'Two dogs.' });
    await view('FATHER', { words: null, whyNot: 'DECLINED' });
    expect(await service.views(world.finder, unit)).toMatchObject([
      { child, holder: 'FATHER', whyNot: 'DECLINED', words: null }, { holder: 'CHILD', words: 'Two dogs.', person: { displayName: 'Robin Tester' } }, { holder: 'CHILD', words: 'A dog, please.', onDate: addDays(TODAY, -9) }]);
    expect(await code(view('MOTHER', { words: ' ' }))).toBe('INVALID_INPUT');
    expect(await code(view('MOTHER', { onDate: addDays(TODAY, 1) }))).toBe('INVALID_INPUT');
    expect(await code(service.views(world.worker, unit))).toBe('FORBIDDEN');
    expect(await code(service.views(world.south.as('FAMILY_FINDER'), unit))).toBe('NOT_FOUND');
    expect(await code(service.recordView(world.south.as('CHILDS_WORKER'), { child, holder: 'CHILD', onDate: TODAY, words: 'x' }))).toBe('NOT_FOUND');
  });
});
