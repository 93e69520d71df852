import type { Actor } from '@hub/domain/access/actor';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { documentServices, type DocumentServices } from '../../../../test/harness/documents-world';
import { TODAY } from '../../../../test/harness/links-world';
import { openPanelsWorld, type PanelsWorld } from '../../../../test/harness/panels-world';
import { pdfFile, wordFile } from '../../../../test/samples/document';
import { BarsService } from '../disclosure/bars.service';
import { ShreddingService } from '../keys/shredding.service';
import { PlacementsService } from '../placements/placements.service';

let database: TestDatabase;
let world: PanelsWorld;
let services: DocumentServices;
let unit: string;
let child: string;
let family: string;

let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openPanelsWorld(database);
  services = documentServices(world);
});
/** Each test has a child and a family of its own, under an agreement that goes as far as reports. */
beforeEach(async () => {
  made += 1;
  await world.sql(`update hub.agreement set up_to_stage = 'S3', ends_on = null`);
  [unit, family] = [await world.addUnit(`C${made}`), await world.addFamily(`F${made}`)];
  child = await childOf(unit);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const childOf = async (reference: string): Promise<string> => (await world.sql<{ reference: string }>('select c.reference from hub.child c join hub.unit u on u.id = c.unit_id where u.reference = $1', [reference]))[0]?.reference ?? '';
const REPORT = 'He came into care after the Pochardley winter.';
const addReport = (actor: Actor = world.finder) => services.documents.add(actor, { subject: 'CHILD', reference: child, kind: 'CPR' }, pdfFile(REPORT));
const code = (work: Promise<unknown>): Promise<string> => work.then(() => 'OK', (error: { code: string }) => error.code);

async function shortlisted(): Promise<string> {
  const { reference } = await world.links.express(world.finder, { unit, household: family });
  await world.take(world.worker, reference, 'SHORTLISTED');
  return reference;
}
async function exploring(): Promise<string> {
  const link = await shortlisted();
  await world.explore(link);
  return link;
}

/** What the adopters' named worker is shown of the report on the link: its versions. */
const givenTo = async (actor: Actor, link: string): Promise<number[]> => (await services.sharing.given(actor, link)).map(({ number }) => number);

describe('documents of the own agency', () => {
  it('keep every version as it was handed in, with who, when and why', async () => {
    const { reference } = await addReport();
    const next = wordFile(['A second report.']);
    await services.documents.addVersion(world.finder, { document: reference, version: 1, why: 'The panel adviser asked for more.' }, next);
    const [view] = await services.reads.ofUnit(world.finder, unit);
    expect(view).toMatchObject({ kind: 'CPR', subject: 'CHILD', subjectReference: child, version: 2, versions: [{ number: 2, type: 'DOCX', why: 'The panel adviser asked for more.', person: { displayName: 'Robin Tester' } }, { number: 1, type: 'PDF', why: null }] });
    expect((await services.reads.file(world.finder, reference, 1)).content.equals(pdfFile(REPORT))).toBe(true);
    expect(await services.reads.file(world.finder, reference, 2)).toMatchObject({ name: `${reference}-version-2.docx`, content: next });
    await expect(services.documents.addVersion(world.finder, { document: reference, version: 1, why: 'Late' }, next)).rejects.toMatchObject({ code: 'STALE_VERSION' });
    const both = await Promise.all(['One', 'The other'].map((why) => code(services.documents.addVersion(world.finder, { document: reference, version: 2, why }, next))));
    expect(both.filter((one) => one === 'STALE_VERSION')).toHaveLength(1);
    expect((await services.reads.find(world.finder, reference))?.versions.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it('are read and added by role: a child’s by those who work for children, a household’s by those who work for adopters', async () => {
    const { reference } = await addReport();
    const adopters = world.north.as('ADOPTERS_WORKER');
    expect(await code(services.reads.ofUnit(adopters, unit))).toBe('FORBIDDEN');
    expect(await code(services.reads.file(adopters, reference, 1))).toBe('NOT_FOUND');
    expect(await services.reads.find(adopters, reference)).toBeNull();
    expect(await code(addReport(adopters))).toBe('FORBIDDEN');
    expect(await code(services.reads.file(world.north.as('PANEL_ADVISER'), reference, 1))).toBe('OK');
    expect(await code(services.reads.file(world.north.as('HUB_COORDINATOR'), reference, 1))).toBe('NOT_FOUND');
    const par = await services.documents.add(world.worker, { subject: 'HOUSEHOLD', reference: family, kind: 'PAR' }, pdfFile('They like boats.'));
    expect(await code(services.reads.file(world.worker, par.reference, 1))).toBe('OK');
    expect(await code(services.reads.file(world.south.as('FAMILY_FINDER'), par.reference, 1))).toBe('NOT_FOUND');
    expect(await code(services.documents.add(world.worker, { subject: 'HOUSEHOLD', reference: family, kind: 'CPR' }, pdfFile('x')))).toBe('INVALID_INPUT');
    expect(await code(services.documents.add(world.worker, { subject: 'CHILD', reference: child, kind: 'CPR' }, pdfFile('x')))).toBe('FORBIDDEN');
  });

  it('are added once, however often the same is sent under one key', async () => {
    const [request, file] = [{ subject: 'CHILD', reference: child, kind: 'CPR', idempotencyKey: 'document-1' } as const, pdfFile(REPORT)];
    const { reference } = await services.documents.add(world.finder, request, file);
    expect(await services.documents.add(world.finder, request, file)).toEqual({ reference, version: 1 });
    expect(await code(services.documents.add(world.finder, request, pdfFile('Other bytes.')))).toBe('CONFLICT');
    const next = { document: reference, version: 1, why: 'Signed.', idempotencyKey: 'document-2' };
    for (let turn = 0; turn < 2; turn += 1) expect(await services.documents.addVersion(world.finder, next, file)).toEqual({ reference, version: 2 });
    expect((await services.reads.ofUnit(world.finder, unit)).map(({ versions }) => versions.map(({ number }) => number))).toEqual([[2, 1]]);
  });

  it('are reviewed by somebody else than who added them, and say how they stand', async () => {
    const { reference } = await addReport(world.north.as('APPROVING_MANAGER'));
    const review = { document: reference, number: 1 } as const;
    expect(await code(services.documents.review(world.north.as('APPROVING_MANAGER'), { ...review, outcome: 'ACCEPTED' }))).toBe('SAME_PERSON');
    expect(await code(services.documents.review(world.finder, { ...review, outcome: 'ACCEPTED' }))).toBe('FORBIDDEN');
    const adviser = world.north.second('PANEL_ADVISER');
    expect(await code(services.documents.review(adviser, { ...review, outcome: 'CHANGES_ASKED' }))).toBe('INVALID_INPUT');
    const once = { ...review, outcome: 'CHANGES_ASKED', words: 'The Scaupham years are missing.', idempotencyKey: 'review-1' } as const;
    await services.documents.review(adviser, once);
    await services.documents.review(adviser, once);
    expect(await services.reads.find(world.finder, reference)).toMatchObject({ standing: 'CHANGES_ASKED', versions: [{ reviews: [{ words: 'The Scaupham years are missing.' }] }] });
    await services.documents.addVersion(world.finder, { document: reference, version: 1, why: 'Added them.' }, pdfFile('More.'));
    expect((await services.reads.find(world.finder, reference))?.standing).toBe('NOT_REVIEWED');
    await services.documents.review(world.north.second('APPROVING_MANAGER'), { document: reference, number: 2, outcome: 'ACCEPTED' });
    expect((await services.reads.find(world.finder, reference))?.versions.map(({ standing }) => standing)).toEqual(['ACCEPTED', 'CHANGES_ASKED']);
    expect(await world.sql(`select count(*)::int from hub.notice where kind = 'DOCUMENT_REVIEWED' and subject_type = 'UNIT' and subject_reference = $1`, [unit])).toEqual([{ count: 2 }]);
  });

  it.each([
    ['a web page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a PDF with a script', () => pdfFile('x', '/OpenAction <</S /JavaScript /JS (app.alert)>>')],
    ['a PDF with a password', () => Buffer.from(pdfFile('x').toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 9 0 R'), 'latin1')],
    ['a PDF with nothing in it', () => Buffer.from('%PDF-1.7\n%%EOF')],
    ['an archive', () => wordFile([]).subarray(0, 60)],
    ['a Word file with macros', () => wordFile(['x'], { more: [{ name: 'word/vbaProject.bin', content: 'x' }] })],
    ['a Word file with a template from elsewhere', () => wordFile(['x'], { relations: ['attachedTemplate'] })],
  ])('take no file that is %s', async (_, file) => {
    expect(await code(services.documents.add(world.finder, { subject: 'CHILD', reference: child, kind: 'CPR' }, file()))).toBe('FILE_REFUSED');
    expect(await services.reads.ofUnit(world.finder, unit)).toEqual([]);
  });

  it('are sealed, and destroyed with the record that they are about', async () => {
    const { reference } = await addReport();
    await services.documents.addVersion(world.finder, { document: reference, version: 1, why: 'For the Wigeonby hearing.' }, pdfFile(REPORT));
    const [{ id = '', household = '' } = {}] = await world.sql<{ id: string; household: string }>('select c.id, h.id as household from hub.child c cross join hub.household h where c.reference = $1 and h.reference = $2', [child, family]);
    const stored = await world.sql<{ sealed: Buffer }>('select f.sealed from hub.document_file f join hub.document d on d.id = f.document_id where d.reference = $1', [reference]);
    expect(stored.map(({ sealed }) => sealed.includes('Pochardley'))).toEqual([false, false]);
    const { version } = (await world.units.view(world.finder, unit)).record?.children[0] ?? { version: 0 };
    await world.children.recordEvent(world.finder, { subject: child, version, event: 'PLAN_CHANGED', onDate: new Date().toISOString().slice(0, 10) as never, reason: 'RD4' });
    const shredding = new ShreddingService(world.uow, world.vault, world.keys);
    await shredding.request(world.north.as('DATA_PROTECTION_OFFICER'), child, 'The plan changed and nothing is kept.');
    await shredding.confirm(world.managers.north, child);
    expect(world.vault.isDestroyed({ agencyId: world.north.id, rowId: id })).toBe(true);
    expect(world.vault.isDestroyed({ agencyId: world.south.id, rowId: household })).toBe(false);
    await expect(services.reads.file(world.finder, reference, 2)).rejects.toMatchObject({ code: 'RECORD_DESTROYED' });
    expect((await services.reads.find(world.finder, reference))?.versions.map(({ why }) => why)).toEqual([null, null]);
  });
});

describe('documents given to the other side of a link', () => {
  it('are shown from the sharing of the report on, in the version that was given, to the named worker alone', async () => {
    const { reference } = await addReport();
    const link = await shortlisted();
    expect(await code(services.sharing.give(world.finder, { document: reference, number: 1, link }))).toBe('GUARD_FAILED');
    await world.explore(link);
    await services.sharing.give(world.finder, { document: reference, number: 1, link });
    expect(await givenTo(world.worker, link)).toEqual([]);
    expect(await code(services.reads.file(world.worker, reference, 1))).toBe('NOT_FOUND');
    await world.take(world.finder, link, 'CPR_SHARED');
    expect(await services.sharing.given(world.worker, link)).toMatchObject([{ reference, kind: 'CPR', number: 1, type: 'PDF' }]);
    expect((await services.reads.file(world.worker, reference, 1)).content.equals(pdfFile(REPORT))).toBe(true);
    await services.documents.addVersion(world.finder, { document: reference, version: 1, why: 'More.' }, pdfFile('More.'));
    expect([await givenTo(world.worker, link), await code(services.reads.file(world.worker, reference, 2))]).toEqual([[1], 'NOT_FOUND']);
    expect([await givenTo(world.south.second('ADOPTERS_WORKER'), link), await code(services.reads.file(world.south.second('ADOPTERS_WORKER'), reference, 1))]).toEqual([[], 'NOT_FOUND']);
    expect(await services.reads.find(world.worker, reference)).toBeNull();
    const seen = await world.sql(`select subject_type, subject_reference, stage, agreement_reference is not null as agreed from audit.access where action = 'documents.readGiven' and fields = '{file}' and outcome = 'ALLOWED' and subject_reference = $1`, [unit]);
    expect(seen).toEqual([{ subject_type: 'UNIT', subject_reference: unit, stage: 'S3', agreed: true }]);
    expect(await services.reads.ofLink(world.finder, link)).toMatchObject([{ reference }]);
    const read = await world.sql<{ subject: string }>(`select subject_type || ' ' || subject_reference as subject from audit.access where action = 'documents.readChild' and outcome = 'ALLOWED' and row_count = 1 and subject_reference in ($1, $2) and actor_id = $3 order by 1`, [unit, family, world.finder.userId]);
    expect(read.map(({ subject }) => subject)).toEqual([`HOUSEHOLD ${family}`, `UNIT ${unit}`]);
  });

  const shown = async (): Promise<{ link: string; document: string; see: () => Promise<string> }> => {
    const { reference } = await addReport();
    const link = await exploring();
    await services.sharing.give(world.finder, { document: reference, number: 1, link });
    await world.take(world.finder, link, 'CPR_SHARED');
    const see = async (): Promise<string> => `${(await givenTo(world.worker, link).catch(() => [])).join()} ${await code(services.reads.file(world.worker, reference, 1))}`;
    expect(await see()).toBe('1 OK');
    return { link, document: reference, see };
  };

  it('are hidden at once when they are taken back, and can be given again', async () => {
    const { link, document, see } = await shown();
    await services.sharing.takeBack(world.finder, { document, number: 1, link });
    expect(await see()).toBe(' NOT_FOUND');
    await services.sharing.give(world.finder, { document, number: 1, link });
    expect(await see()).toBe('1 OK');
  });

  it.each<[string, (link: string) => Promise<unknown>]>([
    ['the link ends', (link) => world.take(world.worker, link, 'DECLINED_BY_ADOPTERS', { reason: 'NOT_READY' })],
    ['the child’s agency withdraws its agreement', () => world.sql(`update hub.disclosure_grant set withdrawn_at = now(), withdrawal_cause = 'LINK_ENDED' where stage = 'S2' and subject_type = 'UNIT' and withdrawn_at is null`)],
    ['the adopters’ agency withdraws its agreement', () => world.sql(`update hub.disclosure_grant set withdrawn_at = now(), withdrawal_cause = 'LINK_ENDED' where stage = 'S2' and subject_type = 'HOUSEHOLD' and withdrawn_at is null`)],
    ['an agreement to explore runs out', async () => {
      await world.sql('alter table hub.disclosure_grant disable trigger guard');
      await world.sql(`update hub.disclosure_grant set expires_on = hub.today() where stage = 'S2' and subject_type = 'UNIT'`);
      await world.sql('alter table hub.disclosure_grant enable trigger guard');
    }],
    ['the agreement of the agencies ends', () => world.sql('update hub.agreement set ends_on = hub.today()')],
    ['the agreement of the agencies goes no further than S2', () => world.sql(`update hub.agreement set up_to_stage = 'S2'`)],
    ['somebody else takes the link over', async (link) => {
      const { version = 0 } = (await world.work.find(world.worker, link)) ?? {};
      return world.work.handOver(world.worker, { link, version, userId: world.south.second().userId });
    }],
    ['the worker is barred from the child', async () => {
      const [person] = await world.sql<{ email: string }>('select email from hub.app_user where id = $1', [world.worker.userId]);
      return new BarsService(world.uow, world.vault).bar(world.managers.north, { subjectType: 'UNIT', subject: unit, email: person?.email ?? '', reason: 'An aunt of the child.' });
    }],
  ])('are hidden at once when %s', async (_, happens) => {
    const { link, see } = await shown();
    await happens(link);
    expect(await see()).toBe(' NOT_FOUND');
  });

  it('reach whoever prepares and decides at the child’s agency once a panel is booked', async () => {
    const par = await services.documents.add(world.worker, { subject: 'HOUSEHOLD', reference: family, kind: 'PAR' }, pdfFile('They like boats.'));
    const link = await exploring();
    await services.sharing.give(world.worker, { document: par.reference, number: 1, link });
    const [finder, adviser] = [world.finder, world.north.second('PANEL_ADVISER')];
    for (const event of ['CPR_SHARED', 'VISITED', 'APR_DRAFTED'] as const) await world.take(finder, link, event);
    expect([await givenTo(finder, link), await givenTo(adviser, link)]).toEqual([[1], []]);
    await world.book(link);
    expect([await givenTo(finder, link), await givenTo(adviser, link)]).toEqual([[1], [1]]);
    expect(await code(services.reads.file(adviser, par.reference, 1))).toBe('OK');
  });

  it('stay with whoever acts in the placement once the match is approved, and go with it', async () => {
    const { link, see } = await shown();
    for (const event of ['VISITED', 'APR_DRAFTED'] as const) await world.take(world.finder, link, event);
    const item = await world.heard(link);
    await world.decisions.decide(world.decider, { item, version: (await world.item(world.decider, item)).version, outcome: 'APPROVED', reasons: 'The panel’s reasons convince.' });
    // The family is out of the pool, and its grant has ended.
    expect(await world.sql(`select g.withdrawal_cause from hub.disclosure_grant g join hub.link l on g.id = l.adopters_grant_id where l.reference = $1`, [link])).toEqual([{ withdrawal_cause: 'NOT_AVAILABLE' }]);
    expect(await see()).toBe('1 OK');
    const placements = new PlacementsService(world.uow, world.vault, systemClock);
    const [placement] = (await placements.list(world.finder, { unit }, 1, 0)).items;
    await placements.step(world.finder, { placement: placement?.reference ?? '', version: placement?.version ?? 0, event: 'FELL', children: [1], onDate: TODAY, code: 'ADOPTERS_WITHDREW' });
    expect(await see()).toBe(' NOT_FOUND');
  });

  it('are given by the side that holds them, about the link’s own child and family', async () => {
    const { reference } = await addReport();
    const link = await exploring();
    const other = await childOf(await world.addUnit('Another'));
    const { reference: another } = await services.documents.add(world.finder, { subject: 'CHILD', reference: other, kind: 'CPR' }, pdfFile('Another.'));
    expect(await code(services.sharing.give(world.finder, { document: another, number: 1, link }))).toBe('NOT_FOUND');
    expect(await code(services.sharing.give(world.worker, { document: reference, number: 1, link }))).toBe('NOT_FOUND');
    expect(await code(services.sharing.give(world.finder, { document: reference, number: 2, link }))).toBe('NOT_FOUND');
  });
});
