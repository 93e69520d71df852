import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, smallRegion } from '../harness/people';
import { largestDifference, refusedAccounts, timeSignIns } from '../harness/sign-in-times';

let hub: RunningHub;
let proxied: RunningHub;

beforeAll(async () => {
  hub = await startHub({ worker: false });
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  await refusedAccounts(admin);
  proxied = await startHub({ worker: false, database: hub.database, environment: { HUB_PUBLIC_URL: 'https://hub.example.test' } });
});

afterAll(async () => {
  await proxied?.stop();
  await hub?.stop();
});

describe('signing in', () => {
  it('median login time for unknown and known users differs by less than 10 percent over 200 tries (AUTH-7)', async () => {
    const times = await timeSignIns(proxied.url, 200);
    expect(times.answers).toEqual([expect.stringMatching(/^401 .*UNAUTHENTICATED/)]);
    expect(largestDifference(times)).toBeLessThan(0.1);
  }, 300_000);
});
