import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';

const WORK = `{ myWork {
  withoutShortlist toApprove { id subject canApprove requestedBy { displayName } }
  myUnits { reference } waitingLongest { reference waitingBand } recentRuns { reference status } recentImports { reference }
} }`;

interface Work {
  readonly withoutShortlist: number;
  readonly toApprove: readonly { id: string; subject: string; canApprove: boolean; requestedBy: { displayName: string } }[];
  readonly myUnits: readonly { reference: string }[];
  readonly waitingLongest: readonly { reference: string; waitingBand: string }[];
  readonly recentRuns: readonly { reference: string; status: string }[];
  readonly recentImports: readonly { reference: string }[];
}

let hub: RunningHub;
let admin: GraphQLClient;
let finder: GraphQLClient & { userId: string };
let manager: GraphQLClient;
let elsewhere: GraphQLClient;

const workOf = async (client: GraphQLClient): Promise<Work> => (await client.query<{ myWork: Work }>(WORK)).myWork;

/** A child of Northmoor whose family finding is active; answers the unit's reference. */
async function waitingChild(waitingSince: string): Promise<string> {
  const { createChild } = await finder.query<{ createChild: { reference: string; record: { version: number } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', {
      input: { facts: { sex: 'F', dateOfBirth: '2023-03-01', enteredCareOn: '2024-03-01', admDecidedOn: '2024-09-01', placementOrderOn: '2024-12-01', waitingSince } },
    });
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', {
    input: { unit: createChild.reference, version: createChild.record.version, to: 'ACTIVE', onDate: waitingSince },
  });
  return createChild.reference;
}

beforeAll(async () => {
  hub = await startHub({ worker: false });
  admin = await firstAdministrator(hub);
  await smallRegion(admin);
  finder = await person(admin, { agency: 'NMB', email: 'finder@nmb.example.test', roles: ['FAMILY_FINDER'], displayName: 'Fern Finder' });
  manager = await person(admin, { agency: 'NMB', email: 'manager@nmb.example.test', roles: ['APPROVING_MANAGER'] });
  elsewhere = await person(admin, { agency: 'SVC', email: 'manager@svc.example.test', roles: ['APPROVING_MANAGER'] });
});

afterAll(() => hub?.stop());

describe('my work', () => {
  it('is empty, not refused, for who has no case work', async () => {
    expect(await workOf(admin)).toEqual({ withoutShortlist: 0, toApprove: [], myUnits: [], waitingLongest: [], recentRuns: [], recentImports: [] });
  });

  it('shows what waits for each person, and nothing of it to another agency', async () => {
    const later = await waitingChild('2025-12-01');
    const longest = await waitingChild('2025-01-02');
    await finder.query('mutation ($input: AssignWorkerInput!) { assignWorker(input: $input) }', { input: { subject: later, userId: finder.userId } });
    await finder.query('mutation ($input: RequestReleaseInput!) { requestRelease(input: $input) { id } }', {
      input: { subjectType: 'UNIT', subject: longest, purpose: 'Family finding', about: 'A cheerful girl who likes water and being read to.' },
    });
    const { startMatchingRun } = await finder.query<{ startMatchingRun: { reference: string } }>('mutation { startMatchingRun(scope: REGION) { reference } }');

    const mine = await workOf(finder);
    expect(mine).toMatchObject({ withoutShortlist: 2, toApprove: [], myUnits: [{ reference: later }], recentRuns: [{ reference: startMatchingRun.reference, status: 'QUEUED' }] });
    expect(mine.waitingLongest.map(({ reference }) => reference)).toEqual([longest, later]);
    const { toApprove } = await workOf(manager);
    expect(toApprove).toEqual([{ id: expect.any(String), subject: longest, canApprove: true, requestedBy: { displayName: 'Fern Finder' } }]);
    const read = (client: GraphQLClient) => client.query('query ($id: ID!) { release(id: $id) { preview { about } } }', { id: toApprove[0]?.id });
    expect(await read(manager)).toEqual({ release: { preview: { about: 'A cheerful girl who likes water and being read to.' } } });
    await expect(read(finder)).rejects.toThrow(/FORBIDDEN/);
    await expect(read(elsewhere)).rejects.toThrow(/NOT_FOUND/);
    expect(await workOf(elsewhere)).toMatchObject({ withoutShortlist: 0, toApprove: [], myUnits: [], waitingLongest: [], recentImports: [] });
  });
});
