import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';
import type { GraphQLClient } from '../harness/graphql-client';

/* The preview equals, byte for byte, what the other agency's API answers (issue 3, Must show): compared as HTTP bodies. */

const UNIT = `reference stage
  card { reference isOwn hasProfile groupSize youngestBand oldestBand sex needs { key level } highestNeed earlyPermanence regionBand waitingBand }
  profile { about contact expiresOn heritageGroups progress } identified { firstName ageYears ageMonths healthSummary } record { version }`;
const HOUSEHOLD = `reference stage
  card { reference isOwn hasProfile approvedFromMonths approvedToMonths maxChildren sexPreference offers { key level } earlyPermanence regionBand stage }
  profile { about experience expiresOn heritageGroups householdType } identified { firstNames reportSummary } record { version }`;

let hub: RunningHub;
let admin: GraphQLClient;
let worker: GraphQLClient;
let manager: GraphQLClient;
let partner: GraphQLClient;
let coordinator: GraphQLClient;
let agreement: string;

beforeAll(async () => {
  hub = await startHub();
  admin = await firstAdministrator(hub);
  await smallRegion(admin, { agreement: false });
  agreement = await agree('S2');
  worker = await person(admin, { agency: 'NMB', email: 'worker@nmb.example.test', roles: ['FAMILY_FINDER', 'ADOPTERS_WORKER'] });
  manager = await person(admin, { agency: 'NMB', email: 'manager@nmb.example.test', roles: ['APPROVING_MANAGER'] });
  partner = await person(admin, { agency: 'SVC', email: 'partner@svc.example.test', roles: ['FAMILY_FINDER', 'ADOPTERS_WORKER'] });
  coordinator = await person(admin, { agency: 'HUB', email: 'coordinator@hub.example.test', roles: ['HUB_COORDINATOR'] });
});
afterAll(() => hub?.stop());

async function agree(upToStage: string): Promise<string> {
  const { createAgreement } = await admin.query<{ createAgreement: { reference: string } }>('mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { reference } }', {
    input: { title: 'Regional', purpose: 'FAMILY_FINDING', legalBasis: 'Adoption and Children Act 2002', startsOn: '2020-01-01', parties: ['NMB', 'SVC', 'HWA', 'HUB'], upToStage } });
  return createAgreement.reference;
}

async function seek(facts: object): Promise<{ unit: string; child: string }> {
  const { createChild } = await worker.query<{ createChild: { reference: string; record: { version: number; children: { reference: string }[] } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version children { reference } } } }',
    { input: { facts: { sex: 'F', dateOfBirth: '2022-05-05', enteredCareOn: '2024-01-10', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15', needs: [{ key: 'attachment', level: 2 }], ...facts } } });
  await worker.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit: createChild.reference, version: createChild.record.version, to: 'ACTIVE', onDate: '2026-01-05' } });
  return { unit: createChild.reference, child: createChild.record.children[0]?.reference ?? '' };
}

async function offer(): Promise<string> {
  const { createHousehold } = await worker.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
    input: { facts: { familyId: 'F1', names: 'Kit Marlow', kind: 'COUPLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true, maxChildren: 2, ageMinMonths: 0, ageMaxMonths: 84,
      offers: [{ key: 'attachment', level: 3 }], experience: 'Two nephews', reportSummary: 'Warm and steady.' } } });
  return createHousehold.reference;
}

const bytes = async (client: GraphQLClient, query: string, variables: object): Promise<string> =>
  (await client.send('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) })).text();

type Kind = 'unit' | 'household';
const FIELDS: Record<Kind, string> = { unit: UNIT, household: HOUSEHOLD };
const asked = (client: GraphQLClient, kind: Kind, r: string) => bytes(client, `query ($r: String!) { ${kind}(reference: $r) { ${FIELDS[kind]} } }`, { r });
const preview = (kind: Kind, r: string, agency: string, grant: string | null = null, expiresOn: string | null = null) =>
  bytes(worker, `query ($r: String!, $agency: String!, $grant: ID, $expiresOn: LocalDate) { ${kind}: ${kind}AsSeenBy(reference: $r, agency: $agency, grant: $grant, expiresOn: $expiresOn) { ${FIELDS[kind]} } }`,
    { r, agency, grant, expiresOn });
const stageOf = (body: string, kind: Kind): string | null => (JSON.parse(body) as { data: Record<Kind, { stage: string } | null> }).data[kind]?.stage ?? null;

async function same(kind: Kind, reference: string, stage: string | null): Promise<void> {
  const answer = await asked(partner, kind, reference);
  expect(stageOf(answer, kind)).toBe(stage);
  expect(await preview(kind, reference, 'SVC')).toBe(answer);
  expect(await preview(kind, reference, 'HUB')).toBe(await asked(coordinator, kind, reference));
}

const ask = async (kind: Kind, subject: string, release: boolean): Promise<string> => {
  const subjectType = kind.toUpperCase();
  const text = 'Likes trains.';
  const made = release
    ? await worker.query<{ made: { id: string } }>('mutation ($input: RequestReleaseInput!) { made: requestRelease(input: $input) { id } }', { input: { subjectType, subject, purpose: 'Family finding', about: text } })
    : await worker.query<{ made: { id: string } }>('mutation ($input: RequestGrantInput!) { made: requestGrant(input: $input) { id } }', { input: { subjectType, subject, stage: 'S2', purpose: 'A link', agency: 'SVC' } });
  return made.made.id;
};
const approve = (id: string, release: boolean) => manager.query(`mutation ($id: ID!) { ${release ? 'approveRelease' : 'approveGrant'}(id: $id, expiresOn: "${UNTIL}") { status } }`, { id });
const UNTIL = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);

describe('the preview', () => {
  it.each<Kind>(['unit', 'household'])('equals, byte for byte, what the other agency\'s API answers, at every stage and before each approval: %s', async (kind) => {
    const subject = kind === 'unit' ? (await seek({ externalId: 'P1', firstName: 'Robin', lastName: 'Sparrow', healthSummary: 'Asthma.' })).unit : await offer();
    await same(kind, subject, 'S0');
    const release = await ask(kind, subject, true);
    const promised = await preview(kind, subject, 'SVC', release, UNTIL);
    await same(kind, subject, 'S0');
    await approve(release, true);
    await same(kind, subject, 'S1');
    expect(await asked(partner, kind, subject)).toBe(promised);
    const grant = await ask(kind, subject, false);
    const identified = await preview(kind, subject, 'SVC', grant, UNTIL);
    expect(stageOf(identified, kind)).toBe('S2');
    await same(kind, subject, 'S1');
    await approve(grant, false);
    await same(kind, subject, 'S2');
    expect(await asked(partner, kind, subject)).toBe(identified);
    await worker.query('mutation ($id: ID!) { withdrawGrant(id: $id, reason: "Not suitable") { status } }', { id: grant });
    await same(kind, subject, 'S1');
  });

  it('equals it for a child planned for early permanence, whom the other agency does not see', async () => {
    const { unit } = await seek({ externalId: 'P2', firstName: 'Lark', earlyPermanence: true });
    await same('unit', unit, null);
    await partner.query('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
      input: { facts: { familyId: 'F9', names: 'Bo', kind: 'SINGLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true, earlyPermanence: true } } });
    await same('unit', unit, 'S0');
  });

  it('shows nothing of another agency\'s records, and answers for a foreign reference as for a random one', async () => {
    const theirs = await partner.query<{ createChild: { reference: string } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference } }', { input: { facts: { externalId: 'S1', firstName: 'Canary' } } });
    const { reference } = theirs.createChild;
    expect(await preview('unit', reference, 'SVC')).toBe(await preview('unit', 'ZZZZZZ', 'SVC'));
    expect(await preview('unit', reference, 'HUB')).toBe('{"data":{"unit":null}}\n');
    const refused = await partner.ask('query { unitAsSeenBy(reference: "ZZZZZZ", agency: "SVC") { stage } }');
    expect(refused.data).toEqual({ unitAsSeenBy: null });
  });

  it('leaves nothing behind but its row in the access log', async () => {
    const { unit } = await seek({ externalId: 'P3', firstName: 'Finch' });
    const release = await ask('unit', unit, true);
    await preview('unit', unit, 'SVC', release, UNTIL);
    const { whoSees } = await worker.query<{ whoSees: { seers: { agency: { code: string }; stage: string }[]; grants: { status: string }[] } }>(
      'query ($r: String!) { whoSees(subjectType: UNIT, reference: $r) { seers { agency { code } stage } grants { status } } }', { r: unit });
    expect(whoSees.grants).toEqual([{ status: 'REQUESTED' }]);
    expect(whoSees.seers.map(({ agency, stage }) => [agency.code, stage]).sort()).toEqual([['HUB', 'S0'], ['HWA', 'S0'], ['SVC', 'S0']]);
  });

  it('tells who can see a record, stage by stage, since when, until when, under which grant and agreement', async () => {
    const { unit } = await seek({ externalId: 'P4', firstName: 'Swift' });
    await approve(await ask('unit', unit, true), true);
    await approve(await ask('unit', unit, false), false);
    const { whoSees } = await worker.query<{ whoSees: { seers: object[]; ownPeople: object[] } }>(
      `query ($r: String!) { whoSees(subjectType: UNIT, reference: $r) { inPool ownPeople { displayName } seers { agency { code } person { displayName } stage until agreement hiddenBy grant { stage status } } } }`, { r: unit });
    const until = UNTIL;
    expect(whoSees.seers).toEqual(expect.arrayContaining([
      { agency: { code: 'SVC' }, person: null, stage: 'S2', until, agreement, hiddenBy: null, grant: { stage: 'S2', status: 'LIVE' } },
      { agency: { code: 'HWA' }, person: null, stage: 'S1', until, agreement, hiddenBy: null, grant: { stage: 'S1', status: 'LIVE' } },
    ]));
    expect(whoSees.ownPeople).toHaveLength(2);
    const hidden = await partner.ask('query ($r: String!) { whoSees(subjectType: UNIT, reference: $r) { inPool } }', { r: unit });
    expect(JSON.stringify(hidden).replaceAll(unit, 'ZZZZZZ')).toBe(JSON.stringify(await partner.ask('query ($r: String!) { whoSees(subjectType: UNIT, reference: $r) { inPool } }', { r: 'ZZZZZZ' })));
  });
});
