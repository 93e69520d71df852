import { isoDate } from '@hub/domain/dates/iso-date';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import { unpackOffers } from '@hub/domain/matching/explanation/evidence';
import { generatePool } from '@hub/domain/matching/generate-pool';
import { matchPool } from '@hub/domain/matching/match-pool';
import { comparePool } from './compare-pool';
import { CompareThread } from './compare-thread';
import type { Next, Work } from './comparison';
import { unpack, unpackUnit } from './evidence-codec';

const pool = generatePool({ seed: 5, units: 200, households: 160, asAt: isoDate('2026-11-22') });
const agencies = [...new Set([...pool.units, ...pool.households].map(({ agency }) => agency))];
const subjects = (all: readonly { id: string; agency: string }[]) => new Map(all.map(({ id, agency }) => [id, { id, agencyId: agency }]));
const work: Work = {
  claim: { scope: 'REGION', policy: DEFAULT_POLICY },
  facts: { pool, units: subjects(pool.units), households: subjects(pool.households), kept: new Set<string>(), sharing: new Map(agencies.map((code) => [code, { isMember: true, partners: agencies.filter((other) => other !== code) }])) },
};
const engine = matchPool(pool, DEFAULT_POLICY);
const counts = (all: readonly { eligible: number; conditional: number; blocked: number }[]) => all.map(({ eligible, conditional, blocked }) => [eligible, conditional, blocked]);
const from = (place: number): Next => new Int32Array(new SharedArrayBuffer(4)).fill(place) as Next;

let thread: CompareThread;
beforeEach(() => { thread = new CompareThread(); });
afterEach(() => thread.onModuleDestroy());

describe('the second thread', () => {
  it('finds by itself what the engine finds, unit by unit', async () => {
    const helped = await thread.help(work, from(0));
    expect(helped?.rows.map(({ subjectId }) => subjectId)).toEqual(engine.map(({ unit }) => unit));
    expect(counts(helped?.rows ?? [])).toEqual(counts(engine));
  });

  it('takes units of a run beside the first, each unit once and each list counted once', async () => {
    // Ready before the run begins, so that it takes its share.
    await thread.help(work, from(pool.units.length));
    // Keeps what the thread itself answers, which the run adds to its own.
    const helped = jest.spyOn(thread, 'help');
    const found = await comparePool(work, thread, async () => true);
    const taken = await (helped.mock.results[0]?.value as ReturnType<CompareThread['help']>);
    expect(taken?.rows.length).toBeGreaterThan(0);
    expect(taken?.rows.length).toBeLessThan(pool.units.length);
    const byUnit = new Map(found?.results.map((row) => [row.subjectId, row]));
    expect(found?.results).toHaveLength(pool.units.length);
    expect(counts(engine.map(({ unit }) => byUnit.get(unit) ?? { eligible: -1, conditional: -1, blocked: -1 }))).toEqual(counts(engine));
    const lists = (household: string) => engine.filter(({ candidates }) => candidates.some((candidate) => candidate.household === household)).length;
    const offers = found?.offers[0]?.evidence ?? Buffer.alloc(0);
    expect(unpackOffers(unpack(offers)).map(({ household, onShortlists }) => [household, onShortlists])).toEqual(pool.households.map(({ id }) => [id, lists(id)]));
    const shown = engine.map(({ unit }) => unpackUnit(Buffer.from(byUnit.get(unit)?.evidence ?? []), offers).listed.map(({ offer }) => offer.household));
    expect(shown).toEqual(engine.map(({ candidates }) => candidates.map(({ household }) => household)));
  });

  it('is left alone by a second run while it is at one', async () => {
    const first = thread.help(work, from(0));
    expect(thread.help(work, from(0))).toBeNull();
    await first;
    await expect(thread.help(work, from(pool.units.length))).resolves.toMatchObject({ rows: [] });
  });

  it('fails the attempt where it dies, and the next one has a new thread', async () => {
    const helped = thread.help(work, from(0));
    await thread.onModuleDestroy();
    await expect(helped).rejects.toThrow('The comparing thread ended.');
    await expect(thread.help(work, from(199))).resolves.toMatchObject({ rows: [expect.objectContaining({ subjectId: engine[199]?.unit })] });
  });

  it('takes nothing more of a run that was cancelled', async () => {
    await thread.help(work, from(pool.units.length));
    const helped = jest.spyOn(thread, 'help');
    // Each look at the clock is a second later, so that the run tells how far it is after every unit.
    let clock = 0;
    const now = jest.spyOn(performance, 'now').mockImplementation(() => (clock += 1000));
    expect(await comparePool(work, thread, async () => false)).toBeNull();
    now.mockRestore();
    const taken = await (helped.mock.results[0]?.value as ReturnType<CompareThread['help']>);
    expect(taken?.rows.length).toBeLessThan(pool.units.length / 2);
  });
});
