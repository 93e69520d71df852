import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';
import { halves, markersOf, PHOTO_CANARY, taggedJpeg, taggedPng } from '../samples/photo';

/* Photos over HTTP: what is taken, with which headers it comes back, and whom the addresses answer. */

let hub: RunningHub;
let worker: GraphQLClient;
let manager: GraphQLClient;
let partner: GraphQLClient;
let admin: GraphQLClient;
let unit: string;
let child: string;
let household: string;

const UNTIL = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  hub = await startHub();
  admin = await firstAdministrator(hub);
  await smallRegion(admin, { agreement: false });
  await admin.query('mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { reference } }', {
    input: { title: 'Regional', purpose: 'FAMILY_FINDING', legalBasis: 'Adoption and Children Act 2002', startsOn: '2020-01-01', parties: ['NMB', 'SVC'], upToStage: 'S2' } });
  worker = await person(admin, { agency: 'NMB', email: 'worker@nmb.example.test', roles: ['FAMILY_FINDER', 'ADOPTERS_WORKER'] });
  manager = await person(admin, { agency: 'NMB', email: 'manager@nmb.example.test', roles: ['APPROVING_MANAGER'] });
  partner = await person(admin, { agency: 'SVC', email: 'partner@svc.example.test', roles: ['FAMILY_FINDER', 'ADOPTERS_WORKER'] });
  const made = await worker.query<{ createChild: { reference: string; record: { version: number; children: { reference: string }[] } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version children { reference } } } }',
    { input: { facts: { externalId: 'P1', firstName: 'Robin', sex: 'F', dateOfBirth: '2022-05-05', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15' } } });
  [unit, child] = [made.createChild.reference, made.createChild.record.children[0]?.reference ?? ''];
  await worker.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit, version: made.createChild.record.version, to: 'ACTIVE', onDate: '2026-01-05' } });
  ({ createHousehold: { reference: household } } = await worker.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
    input: { facts: { familyId: 'F1', names: 'Kit Marlow', kind: 'COUPLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true } } }));
});
afterAll(() => hub?.stop());

const put = (client: GraphQLClient, path: string, bytes: Buffer, type = 'application/octet-stream'): Promise<Response> =>
  client.send(`/photos/${path}`, { method: 'PUT', headers: { 'content-type': type }, body: new Uint8Array(bytes) });
const statusAndCode = async (reply: Response): Promise<[number, string]> => [reply.status, ((await reply.json()) as { error: { code: string } }).error.code];
const bytesOf = async (reply: Response): Promise<Buffer> => Buffer.from(await reply.arrayBuffer());

type Kind = 'unit' | 'household';
const subjectOf = (kind: Kind): string => (kind === 'unit' ? unit : household);
const photoOf = async (kind: Kind): Promise<string> => {
  const { unit: view, household: home } = await worker.query<{ unit: { record: { children: { photo: string }[] } }; household: { record: { photo: string } } }>(
    'query ($u: String!, $h: String!) { unit(reference: $u) { record { children { photo } } } household(reference: $h) { record { photo } } }', { u: unit, h: household });
  return (kind === 'unit' ? view.record.children[0]?.photo : home.record.photo) ?? '';
};

async function release(kind: Kind): Promise<void> {
  const { requestRelease } = await worker.query<{ requestRelease: { id: string } }>('mutation ($input: RequestReleaseInput!) { requestRelease(input: $input) { id } }',
    { input: { subjectType: kind.toUpperCase(), subject: subjectOf(kind), purpose: 'x', about: 'Likes trains.' } });
  await manager.query('mutation ($id: ID!, $until: LocalDate!) { approveRelease(id: $id, expiresOn: $until) { status } }', { id: requestRelease.id, until: UNTIL });
}

const askFor = async (kind: Kind): Promise<string> => (await worker.query<{ requestGrant: { id: string } }>('mutation ($input: RequestGrantInput!) { requestGrant(input: $input) { id } }',
  { input: { subjectType: kind.toUpperCase(), subject: subjectOf(kind), stage: 'S2', purpose: 'A link', agency: 'SVC', photos: true } })).requestGrant.id;

describe('a photo that is handed in', () => {
  it.each(['child', 'household'])('of a %s is taken as a JPEG, PNG or WebP, and replaced by the next', async (of) => {
    const path = `${of}/${of === 'child' ? child : household}`;
    for (const bytes of [taggedJpeg(await halves('jpeg')), taggedPng(await halves('png')), await halves('webp')]) expect((await put(worker, path, bytes)).status).toBe(204);
    const kind = of === 'child' ? 'unit' : 'household';
    const reply = await worker.send(`/photos/own/${kind}/${subjectOf(kind)}/${await photoOf(kind)}`);
    expect([reply.status, reply.headers.get('content-type'), reply.headers.get('content-disposition'), reply.headers.get('x-content-type-options'), reply.headers.get('cache-control'), reply.headers.get('cross-origin-resource-policy')])
      .toEqual([200, 'image/jpeg', 'inline; filename="photo.jpg"', 'nosniff', 'no-store', 'same-origin']);
    const image = await bytesOf(reply);
    expect([markersOf(image).includes('e1'), image.toString('latin1').includes(PHOTO_CANARY)]).toEqual([false, false]);
  });

  it('is put once, however often the same file comes under one key', async () => {
    const send = (bytes: Buffer, key: string) => worker.send(`/photos/child/${child}`, { method: 'PUT', headers: { 'content-type': 'application/octet-stream', 'idempotency-key': key }, body: new Uint8Array(bytes) });
    expect((await send(await halves('jpeg'), 'photo-e2e-1')).status).toBe(204);
    const photo = await photoOf('unit');
    expect((await send(await halves('jpeg'), 'photo-e2e-1')).status).toBe(204);
    expect(await photoOf('unit')).toBe(photo);
    expect(await statusAndCode(await send(await halves('png'), 'photo-e2e-1'))).toEqual([409, 'CONFLICT']);
    expect(await statusAndCode(await send(await halves('jpeg'), 'a b'))).toEqual([400, 'INVALID_INPUT']);
  });

  it('ANON-6: loses the place where it was taken, and a second file that was hidden behind it', async () => {
    await put(worker, `child/${child}`, taggedJpeg(await halves('jpeg')));
    const image = await bytesOf(await worker.send(`/photos/own/unit/${unit}/${await photoOf('unit')}`));
    expect(image.toString('latin1')).not.toMatch(/CANARY|Exif|http|ICC_PROFILE|8BIM|PK\x03\x04/);
  });

  it.each([
    ['a program by the name of a photo', () => Buffer.from('MZ\x90\0this is a program', 'latin1'), 'application/octet-stream', 415, 'FILE_REFUSED'],
    ['a picture and a page in one', () => Buffer.from('GIF89a/*<script>*/=1//', 'latin1'), 'application/octet-stream', 415, 'FILE_REFUSED'],
    ['a PDF with a photo in it', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from('ffd8ffe0', 'hex')]), 'application/octet-stream', 415, 'FILE_REFUSED'],
    ['a form', () => Buffer.from('ffd8ffe0', 'hex'), 'image/jpeg', 415, 'FILE_REFUSED'],
    ['nothing', () => Buffer.alloc(0), 'application/octet-stream', 415, 'FILE_REFUSED'],
    ['more than 10 MB', () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(10 * 1024 * 1024)]), 'application/octet-stream', 413, 'LIMIT_EXCEEDED'],
  ])('is refused: %s', async (_, make, type, status, code) => {
    const before = await photoOf('unit');
    expect(await statusAndCode(await put(worker, `child/${child}`, make(), type))).toEqual([status, code]);
    expect(await photoOf('unit')).toBe(before);
  });

  it('is refused from another page, without a session, by who may not, and of another agency', async () => {
    const photo = await halves('jpeg');
    const headers = { 'content-type': 'application/octet-stream' };
    const forged = await worker.send(`/photos/child/${child}`, { method: 'PUT', headers: { ...headers, 'x-hub-csrf': 'x' }, body: new Uint8Array(photo) });
    expect(forged.status).toBe(403);
    expect((await fetch(`${hub.url}/photos/child/${child}`, { method: 'PUT', headers, body: new Uint8Array(photo) })).status).toBe(401);
    expect(await statusAndCode(await put(admin, `child/${child}`, photo))).toEqual([403, 'FORBIDDEN']);
    const text = async (path: string) => { const reply = await put(partner, path, photo); return [reply.status, await reply.text()]; };
    expect(await text(`child/${child}`)).toEqual(await text('child/ZZZZZZ'));
    expect(await text(`household/${household}`)).toEqual(await text('household/ZZZZZZ'));
  });
});

describe.each<Kind>(['unit', 'household'])('the photo of a %s', (kind) => {
  const FIELDS = { unit: 'identified { firstName photo }', household: 'identified { firstNames photo }' };
  const asked = async (client: GraphQLClient, query: string, variables: object): Promise<string> =>
    (await client.send('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) })).text();
  const theirs = () => asked(partner, `query ($r: String!) { ${kind}(reference: $r) { stage ${FIELDS[kind]} } }`, { r: subjectOf(kind) });
  const preview = (grant: string | null) => asked(worker, `query ($r: String!, $grant: ID, $until: LocalDate) { ${kind}: ${kind}AsSeenBy(reference: $r, agency: "SVC", grant: $grant, expiresOn: $until) { stage ${FIELDS[kind]} } }`,
    { r: subjectOf(kind), grant, until: UNTIL });
  const get = async (client: GraphQLClient, path: string): Promise<[number, string]> => { const reply = await client.send(path); return [reply.status, (await bytesOf(reply)).toString('base64')]; };

  it('is previewed, byte for byte, as the other agency is served it, before the approval, after it and after its end', async () => {
    if (kind === 'household') {
      await worker.query('mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id } }',
        { input: { household, scopes: ['PHOTO_REPORT'], granted: true, givenBy: 'ALL_ADULTS', how: 'WRITTEN', wording: '1', givenOn: '2026-01-05' } });
    }
    await put(worker, kind === 'unit' ? `child/${child}` : `household/${household}`, await halves('jpeg'));
    await release(kind);
    const photo = await photoOf(kind);
    const at = `${kind}/${subjectOf(kind)}/${photo}`;
    const grant = await askFor(kind);
    const promised = await preview(grant);
    expect(promised).toContain(photo);
    const [status, image] = await get(worker, `/photos/seen-by/SVC/${at}?grant=${grant}`);
    expect(status).toBe(200);
    expect([(await get(worker, `/photos/seen-by/SVC/${at}`))[0], (await get(partner, `/photos/granted/${at}`))[0]]).toEqual([404, 404]);
    await manager.query('mutation ($id: ID!, $until: LocalDate!) { approveGrant(id: $id, expiresOn: $until, photos: true) { photos } }', { id: grant, until: UNTIL });
    expect(await theirs()).toBe(promised);
    expect(await preview(null)).toBe(promised);
    expect(await get(partner, `/photos/granted/${at}`)).toEqual([200, image]);
    expect(await get(worker, `/photos/seen-by/SVC/${at}`)).toEqual([200, image]);
    await manager.query('mutation ($id: ID!) { withdrawPhotos(id: $id) { photos } }', { id: grant });
    expect(await preview(null)).toBe(await theirs());
    expect(await theirs()).not.toContain(photo);
    expect([(await get(worker, `/photos/seen-by/SVC/${at}`))[0], (await get(partner, `/photos/granted/${at}`))[0]]).toEqual([404, 404]);
  });

  it('answers a foreign reference and a random one alike, to the byte, at every address', async () => {
    const photo = await photoOf(kind);
    const paths = [`own/${kind}/${subjectOf(kind)}/PHOTO`, `granted/${kind}/${subjectOf(kind)}/PHOTO`, `seen-by/NMB/${kind}/${subjectOf(kind)}/PHOTO`, `granted/${kind}/ZZZZZZ/PHOTO`, `own/${kind === 'unit' ? 'household' : 'unit'}/${subjectOf(kind)}/PHOTO`];
    for (const path of paths) {
      const [foreign, random] = [await get(partner, `/photos/${path.replace('PHOTO', photo)}`), await get(partner, `/photos/${path.replace('PHOTO', 'ZZZZZZ')}`)];
      expect([path, foreign]).toEqual([path, random]);
      expect([path, foreign[0]]).toEqual([path, 404]);
    }
  });

  it('is gone for everybody once it is removed', async () => {
    const photo = await photoOf(kind);
    const of = kind === 'unit' ? `child/${child}` : `household/${household}`;
    expect((await worker.send(`/photos/${of}`, { method: 'DELETE' })).status).toBe(204);
    expect((await worker.send(`/photos/own/${kind}/${subjectOf(kind)}/${photo}`)).status).toBe(404);
    expect((await worker.send(`/photos/${of}`, { method: 'DELETE' })).status).toBe(404);
  });
});
