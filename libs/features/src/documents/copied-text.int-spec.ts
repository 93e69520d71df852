import type { Actor } from '@hub/domain/access/actor';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { documentServices, type DocumentServices } from '../../../../test/harness/documents-world';
import { openLinksWorld, type LinksWorld } from '../../../../test/harness/links-world';
import { wordFile } from '../../../../test/samples/document';
import { ShreddingService } from '../keys/shredding.service';

let database: TestDatabase;
let world: LinksWorld;
let services: DocumentServices;
let unit: string;
let child: string;
let family: string;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openLinksWorld(database);
  services = documentServices(world);
});
beforeEach(async () => {
  made += 1;
  [unit, family] = [await world.addUnit(`C${made}`), await world.addFamily(`F${made}`)];
  child = await childOf(unit);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const childOf = async (reference: string): Promise<string> => (await world.sql<{ reference: string }>('select c.reference from hub.child c join hub.unit u on u.id = c.unit_id where u.reference = $1', [reference]))[0]?.reference ?? '';

describe('text copied from a report about somebody else', () => {
  const LIFE = 'The child came into care in the spring after neighbours had heard crying through the night and the health visitor found no food in the house at all. ';
  /** 200 words, of which each run of eight holds one that stands nowhere else. */
  const more = (what: string): string => Array.from({ length: 200 }, (_, at) => (at % 5 === 0 ? `${what}${at}` : ['boats', 'park', 'sleeps', 'likes'][(at % 5) - 1])).join(' ');
  const flagsOf = async (reference: string, reader: Actor = world.finder) => (await services.reads.find(reader, reference))?.versions[0]?.flags;
  const add = (about: string, text: string) => services.documents.add(world.finder, { subject: 'CHILD', reference: about, kind: 'CPR' }, wordFile([text]));

  it('is flagged with how much of it and where, and with the child whom it names; a person judges', async () => {
    const other = await childOf(await world.addUnit(`Other${made}`));
    const first = await add(other, LIFE + more('swallow'));
    expect(await flagsOf(first.reference)).toEqual([]);
    const second = await add(child, `${more('swallow')} ${more('magpie')} First Other${made} Sparrow likes it.`);
    const flags = await flagsOf(second.reference);
    expect(flags).toMatchObject([{ document: first.reference, child: null, judgement: null }, { document: null, child: other, percent: null }]);
    // Half of its own text: what is sampled of it says so within some per cent.
    expect(flags?.[0]?.percent).toBeGreaterThan(35);
    expect(flags?.[0]?.percent).toBeLessThan(65);
    await services.documents.judge(world.north.second('PANEL_ADVISER'), { document: second.reference, number: 1, other: first.reference, judgement: 'TO_CHANGE' });
    expect((await flagsOf(second.reference))?.[0]).toMatchObject({ judgement: 'TO_CHANGE', person: { displayName: 'Robin Tester' } });
    await expect(services.documents.judge(world.finder, { document: second.reference, number: 1, other, judgement: 'IN_ORDER' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is no matter between reports about the same child, nor between agencies, nor where it is a phrase', async () => {
    await add(child, more('heron'));
    const health = await services.documents.add(world.finder, { subject: 'CHILD', reference: child, kind: 'CHILD_HEALTH' }, wordFile([more('heron')]));
    expect(await flagsOf(health.reference)).toEqual([]);
    const par = await services.documents.add(world.worker, { subject: 'HOUSEHOLD', reference: family, kind: 'PAR' }, wordFile([more('heron')]));
    expect(await flagsOf(par.reference, world.worker)).toEqual([]);
    const phrase = await childOf(await world.addUnit(`Phrase${made}`));
    expect(await flagsOf((await add(phrase, `${more('wagtail')} heron0 boats park sleeps likes heron5 boats park sleeps`)).reference)).toEqual([]);
  });

  it('leaves prints from which nothing is read, which go with the record', async () => {
    const { reference } = await add(child, more('curlew'));
    const [kept] = await world.sql<{ prints: string[] }>('select p.prints from hub.document_print p join hub.document d on d.id = p.document_id where d.reference = $1', [reference]);
    expect(kept?.prints.length).toBeGreaterThan(10);
    const again = await world.sql<{ same: boolean }>(`select prints && $1::bigint[] as same from hub.document_print p join hub.document d on d.id = p.document_id where d.agency_id <> $2 limit 1`, [kept?.prints, world.north.id]);
    expect(again.filter(({ same }) => same)).toEqual([]);
    const { version } = (await world.units.view(world.finder, unit)).record?.children[0] ?? { version: 0 };
    await world.children.recordEvent(world.finder, { subject: child, version, event: 'PLAN_CHANGED', onDate: new Date().toISOString().slice(0, 10) as never, reason: 'RD4' });
    const shredding = new ShreddingService(world.uow, world.vault, world.keys);
    await shredding.request(world.north.as('DATA_PROTECTION_OFFICER'), child, 'The plan changed and nothing is kept.');
    await shredding.confirm(world.managers.north, child);
    expect(await world.sql('select from hub.document_print p join hub.document d on d.id = p.document_id where d.reference = $1', [reference])).toEqual([]);
  });
});
