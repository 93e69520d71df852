import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { documentServices } from '../../../../test/harness/documents-world';
import { openBucket, type TestBucket } from '../../../../test/harness/s3';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { pdfFile } from '../../../../test/samples/document';
import { addChildren, childFacts } from '../keys/spec-keys';

let database: TestDatabase;
let world: World;
let bucket: TestBucket;
let town: Town;
let child: string;
let slow: Server;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  bucket = await openBucket();
  slow = createServer().listen(0, '127.0.0.1');
  town = await world.town('NMB');
  child = (await addChildren(world, town, [childFacts('C1')]))[0]?.reference ?? '';
});
afterAll(async () => {
  slow.close();
  slow.closeAllConnections();
  await bucket.close();
  await world.close();
  await database.drop();
});

const file = pdfFile('He came into care after the Pochardley winter.');
const stored = (): Buffer[] => readdirSync(bucket.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)));

describe('documents in an S3-compatible store', () => {
  it('lie there sealed, under ids alone, and are read back; those of the database are found where they were put', async () => {
    const finder = town.as('FAMILY_FINDER');
    const { documents, reads } = documentServices(world, bucket.options);
    const before = await documentServices(world).documents.add(finder, { subject: 'CHILD', reference: child, kind: 'CPR' }, file);
    const { reference } = await documents.addVersion(finder, { document: before.reference, version: 1, why: 'Signed' }, file);
    expect((await world.sql('select number, stored_in as at, exists (select from hub.document_file f where f.version_id = v.id) as here from hub.document_version v order by number'))).toEqual([
      { number: 1, at: 'DATABASE', here: true }, { number: 2, at: 'S3', here: false }]);
    for (const number of [1, 2]) expect((await reads.file(finder, reference, number)).content.equals(file)).toBe(true);
    expect(stored().some((bytes) => bytes.length > file.length)).toBe(true);
    expect(stored().filter((bytes) => bytes.includes('Pochardley') || bytes.includes('%PDF'))).toEqual([]);
  });

  it('are told as not to be had where the store refuses or none is configured, and a version that could not be stored is none', async () => {
    const finder = town.as('FAMILY_FINDER');
    const { documents } = documentServices(world, bucket.options);
    const { reference } = await documents.add(finder, { subject: 'CHILD', reference: child, kind: 'CHILD_HEALTH' }, file);
    const wrong = documentServices(world, { ...bucket.options, secretKey: 'canary-secret' });
    await expect(wrong.reads.file(finder, reference, 1)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', message: expect.not.stringContaining('canary') as string });
    await expect(wrong.documents.addVersion(finder, { document: reference, version: 1, why: 'Again' }, file)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(documentServices(world).reads.file(finder, reference, 1)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect((await documentServices(world).reads.find(finder, reference))?.versions).toHaveLength(1);
  });

  it('leave nothing there where the version was refused, or was kept already under the same key', async () => {
    const finder = town.as('FAMILY_FINDER');
    const { documents, reads } = documentServices(world, bucket.options);
    const request = { subject: 'CHILD', reference: child, kind: 'CHILD_HEALTH', idempotencyKey: 'document-s3' } as const;
    const { reference } = await documents.add(finder, request, file);
    const objects = stored().length;
    expect(await documents.add(finder, request, file)).toEqual({ reference, version: 1 });
    await expect(documents.addVersion(finder, { document: reference, version: 2, why: 'Late' }, file)).rejects.toMatchObject({ code: 'STALE_VERSION' });
    expect(stored()).toHaveLength(objects);
    expect((await reads.file(finder, reference, 1)).content.equals(file)).toBe(true);
  });

  it('keep no connection of the database waiting for a slow store', async () => {
    const finder = town.as('FAMILY_FINDER');
    const asked = new Promise<() => void>((resolve) => {
      slow.on('request', (request: IncomingMessage, response: ServerResponse) => { request.resume().on('end', () => resolve(() => void response.writeHead(200).end())); });
    });
    const upload = documentServices(world, { ...bucket.options, url: `http://127.0.0.1:${(slow.address() as AddressInfo).port}/reports` }).documents.add(finder, { subject: 'CHILD', reference: child, kind: 'CHILD_HEALTH' }, file);
    const answer = await asked;
    expect(await world.sql(`select state from pg_stat_activity where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`)).toEqual([]);
    answer();
    expect(await upload).toMatchObject({ version: 1 });
  });

  it('opens no object that was put in the place of another', async () => {
    const finder = town.as('FAMILY_FINDER');
    const { documents, reads } = documentServices(world, bucket.options);
    const { reference } = await documents.add(finder, { subject: 'CHILD', reference: child, kind: 'CHILD_HEALTH' }, file);
    await documents.addVersion(finder, { document: reference, version: 1, why: 'Again' }, file);
    await world.sql(`update hub.document_version a set wrapped_key = b.wrapped_key from hub.document_version b, hub.document d where d.reference = $1 and a.document_id = d.id and b.document_id = d.id and a.number = 1 and b.number = 2`, [reference]);
    await expect(reads.file(finder, reference, 1)).rejects.toThrow();
  });
});
