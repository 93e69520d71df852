import { addDays, addMonths } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import type { ChildFacts } from '@hub/domain/children/facts';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { applyChildren } from '../children/apply-children.queries';
import type { UnitFilter, UnitHit } from '../children/unit-search.queries';
import { openGuard } from './guard.queries';

const today = isoDate(systemClock.today());
const ago = (months: number): IsoDate => addMonths(today, -months);
const until = addDays(today, 30);

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south] = [await world.town('ALD'), await world.town('SVC')];
  await world.agree(north, south);
  await world.sql('update hub.anonymity_setting set k = 5');
});

afterEach(async () => {
  await world.close();
  await database.drop();
});

const facts = (externalId: string, over: Partial<ChildFacts> = {}): ChildFacts => ({
  externalId, firstName: 'Wrenna', lastName: 'Sparrowhawk', dateOfBirth: ago(30), sex: 'F', ethnicity: 'WBRI', enteredCareOn: ago(14), admDecidedOn: ago(8), placementOrderOn: ago(6),
  needs: { attachment: 1 }, contact: 1, heritage: ['WBRI'], about: 'Likes trains.', familyFinding: 'ACTIVE', ...over,
});

/** Children of a town, in one go; answers the references of their units in the same order. */
async function bring(town: Town, list: readonly ChildFacts[]): Promise<string[]> {
  const admin = town.as('FAMILY_FINDER');
  const applied = await world.run(admin, 'imports.apply', (tx) => applyChildren(tx, world.vault, admin, list, today));
  const found = await world.sql<{ id: string; reference: string }>('select c.id, u.reference from hub.child c join hub.unit u on u.id = c.unit_id');
  const references = new Map(found.map(({ id, reference }) => [id, reference]));
  return applied.map(({ id }) => references.get(id ?? '') ?? '');
}

const many = (count: number, prefix: string, over: Partial<ChildFacts> = {}): ChildFacts[] => Array.from({ length: count }, (_, at) => facts(`${prefix}${at}`, over));
const card = async (reference: string): Promise<UnitHit> => (await world.units.view(south.as('FAMILY_FINDER'), reference)).card as UnitHit;
const search = (filter: UnitFilter) => world.units.search(south.as('FAMILY_FINDER'), { filter, sort: 'YOUNGEST', first: 100, after: null });
const ask = (subject: string, over: object = {}) => world.releases.request(north.as('FAMILY_FINDER'), { subjectType: 'UNIT', subject, purpose: 'Family finding', about: 'Likes trains.', ...over });
const approve = (id: string, reason?: string) => world.releases.approve(north.second('APPROVING_MANAGER'), id, until, reason ?? null);
const childOf = async (unit: string) => (await world.units.view(north.as('FAMILY_FINDER'), unit)).record?.children[0];
const correct = async (unit: string, changes: Partial<ChildFacts>) => {
  const child = await childOf(unit);
  await world.children.correct(north.as('FAMILY_FINDER'), { child: child?.reference ?? '', version: child?.version ?? 0, facts: changes });
};

describe('ANON-2: cards and profiles together', () => {
  it('shows as recorded what five units of the region share, whichever council they are of', async () => {
    await bring(north, many(3, 'N'));
    const [one] = await bring(south, many(3, 'S'));
    // North and South are parts of the region: three each, so the part is not shown, and all else is.
    expect(await world.units.view(north.as('FAMILY_FINDER'), one ?? '')).toMatchObject({ card: { regionBand: 'In the region', youngestBand: '2-3', sex: 'F', groupSize: 1, groupOpen: false } });
  });

  it('counts the past five years, and nobody longer', async () => {
    const adopted = (months: number): Partial<ChildFacts> => ({ familyFinding: undefined, enteredCareOn: ago(months + 20), dateOfBirth: ago(months + 26), admDecidedOn: ago(months + 12), placementOrderOn: ago(months + 10),
      matchedOn: ago(months + 8), placedOn: ago(months + 6), adoptedOn: ago(months) });
    // Born as those who wait: only the end of the council's work differs.
    const born = { dateOfBirth: ago(90), enteredCareOn: ago(88), admDecidedOn: ago(84), placementOrderOn: ago(82) };
    const [shown] = await bring(north, [...many(4, 'P', { ...adopted(59), ...born, matchedOn: ago(70), placedOn: ago(69) }), facts('W', born)].reverse());
    expect(await card(shown ?? '')).toMatchObject({ regionBand: 'North', youngestBand: '6-7' });
    const [hidden] = await bring(north, [facts('X', { ...born, sex: 'M' }), ...many(4, 'Q', { ...adopted(61), ...born, sex: 'M', matchedOn: ago(70), placedOn: ago(69) })]);
    expect(await card(hidden ?? '')).not.toMatchObject({ sex: 'M', youngestBand: '6-7' });
  });

  it('becomes more general at night as the region changes, and never finer by itself', async () => {
    const [first, ...others] = await bring(north, many(6, 'N', { heritage: ['APKN'] }));
    expect(await card(first ?? '')).toMatchObject({ youngestBand: '2-3', regionBand: 'North' });
    for (const unit of others.slice(0, 3)) await correct(unit, { dateOfBirth: ago(130) });
    await world.cards.refreshAll();
    const general = await card(first ?? '');
    expect(general.youngestBand).not.toBe('2-3');
    await bring(north, many(20, 'M', { heritage: ['APKN'] }));
    await world.cards.refreshAll();
    expect((await card(first ?? '')).youngestBand).toBe(general.youngestBand);
  });

  it('shows a rare level of a need as a range, and the search finds it by any level in it', async () => {
    const [rare] = await bring(north, [facts('R', { needs: { attachment: 3 } }), ...many(8, 'N', { needs: { attachment: 2 } }), ...many(8, 'O', { needs: { attachment: 0 } })]);
    const need = (await card(rare ?? '')).needs.find(({ key }) => key === 'attachment');
    expect(need).toEqual({ key: 'attachment', level: 2, upTo: 3 });
    const found = async (filter: object) => (await search({ needs: [{ key: 'attachment', ...filter }] })).totalCount;
    expect([await found({ atLeast: 3 }), await found({ atMost: 2 }), await found({ atMost: 1 }), await found({ atLeast: 1 })]).toEqual([9, 17, 8, 9]);
  });

  it('finds wider cards by every value they may have, and counts each choice as it finds', async () => {
    await bring(north, [...many(6, 'A'), ...many(2, 'B', { sex: 'M' }), ...many(3, 'C', { dateOfBirth: ago(100) }), ...many(2, 'D', { dateOfBirth: ago(50), heritage: ['BAFR'], siblingGroup: 'G' }), facts('E', { dateOfBirth: ago(70), sex: 'M' })]);
    const all = (await search({})).items;
    expect(new Set(all.map(({ youngestBand }) => youngestBand)).size).toBeGreaterThan(1);
    const meets: Readonly<Record<string, (one: UnitHit, value: string) => boolean>> = {
      ageBands: ({ youngestBand, oldestBand }, value) => [youngestBand, oldestBand].some((band) => band === value || band === 'ANY' || (band === '0-3' && value < '4') || (band === '4-7' && value > '4' && value < '8')),
      sex: ({ sex }, value) => sex === value || sex === 'NOT_SHOWN',
      groupSizes: ({ groupSize, groupOpen }, value) => groupSize === Number(value) || (groupOpen && groupSize <= Number(value)),
      regionBands: ({ regionBand }, value) => regionBand === value || regionBand === 'In the region',
    };
    const { facets } = await search({});
    for (const [name, isMet] of Object.entries(meets)) {
      const counts = facets.find((facet) => facet.name === name)?.counts ?? [];
      expect(counts.length).toBeGreaterThan(0);
      for (const { value, count } of counts) {
        const found = await search({ [name]: [name === 'groupSizes' ? Number(value) : value] });
        expect([name, value, found.totalCount]).toEqual([name, value, count]);
        expect(found.items.map(({ reference }) => reference).sort()).toEqual(all.filter((one) => isMet(one, value)).map(({ reference }) => reference).sort());
      }
    }
  });

  it('gives counts of the region to work that makes cards, and to nothing else', async () => {
    await bring(north, many(5, 'N'));
    const asked = await world.run(south.as('APPROVING_MANAGER'), 'releases.approve', openGuard);
    expect(asked.standings({ youngest: '2-3', oldest: '2-3', sex: 'F', heritage: ['WHITE'], size: 1, region: 'North' })).toEqual({ level: 0, below: false });
    const elsewhere = await world.run(south.as('FAMILY_FINDER'), 'children.search', openGuard);
    expect(elsewhere.standings({ youngest: '2-3', oldest: '2-3', sex: 'F', heritage: ['WHITE'], size: 1, region: 'North' }).below).toBe(true);
  });
});

describe('ANON-2: an override', () => {
  it('is asked for by one person, reasoned by the second, recorded, and under a settable share', async () => {
    const [rare] = await bring(north, [facts('R', { heritage: ['CHNE'] }), ...many(6, 'N')]);
    const release = await ask(rare ?? '', { asRecorded: true });
    expect(release).toMatchObject({ belowK: true, leftOut: [], preview: { heritageGroups: ['ASIAN'] } });
    await expect(approve(release.id)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { issues: [{ path: 'overrideReason' }] } });
    await expect(approve(release.id, 'A family of the same heritage is sought')).rejects.toMatchObject({ code: 'GUARD_FAILED' });
    await world.sql('update hub.anonymity_setting set override_percent = 100');
    expect(await approve(release.id, 'A family of the same heritage is sought')).toMatchObject({ status: 'LIVE', overrideReason: 'A family of the same heritage is sought' });
    await world.cards.refreshAll();
    expect(await world.units.view(south.as('FAMILY_FINDER'), rare ?? '')).toMatchObject({ stage: 'S1', profile: { heritageGroups: ['ASIAN'] }, card: { youngestBand: '2-3' } });
  });

  it('is not taken by the way: a reason changes nothing where k look alike', async () => {
    const [common] = await bring(north, many(6, 'N'));
    expect(await approve((await ask(common ?? '')).id, 'Just in case')).toMatchObject({ overrideReason: null, belowK: false, preview: { heritageGroups: ['WHITE'] } });
  });

  it('cannot be left out past the services', async () => {
    await expect(world.sql(`insert into hub.disclosure_grant (agency_id, subject_type, subject_id, wrapped_key, purpose, requested_by, approved_by, approved_at, expires_on, content, below_k)
      select agency_id, 'UNIT', gen_random_uuid(), 'x', 'x', min(id::text)::uuid, max(id::text)::uuid, now(), '2099-01-01', 'x', true from hub.app_user group by agency_id limit 1`)).rejects.toThrow(/profile_release_override/);
  });
});

describe('ANON-4: machine suggestion and human approval', () => {
  const shown = async (unit: string) => (await world.units.view(south.as('FAMILY_FINDER'), unit)).stage;

  it('suggests, marks and never changes a text by itself', async () => {
    const [unit] = await bring(north, many(6, 'N', { about: 'Wrenna was born on 03/04/2023 and loves Mrs Kettlewell.' }));
    const wanted = { subjectType: 'UNIT', subject: unit ?? '', asRecorded: false } as const;
    const { texts: [text], guard } = await world.releases.suggestion(north.as('FAMILY_FINDER'), { ...wanted, written: null });
    expect(text).toMatchObject({ field: 'ABOUT', original: 'Wrenna was born on 03/04/2023 and loves Mrs Kettlewell.', suggestion: 'The child was born on some time ago and loves [name].' });
    expect(text?.findings.map(({ kind, certain }) => [kind, certain])).toEqual([['KNOWN_NAME', true], ['DATE', true], ['NAME', false]]);
    expect(guard).toEqual({ leftOut: [], below: false });
    await expect(ask(unit ?? '', { about: text?.original })).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { issues: [{ path: 'about' }, { path: 'about' }, { path: 'checked' }] } });
    await expect(ask(unit ?? '', { about: 'Loves Mrs Kettlewell.' })).rejects.toMatchObject({ details: { issues: [{ path: 'checked' }] } });
    const release = await ask(unit ?? '', { about: 'Loves Mrs Kettlewell.', checked: true });
    expect(release).toMatchObject({ preview: { about: 'Loves Mrs Kettlewell.' }, texts: [{ original: text?.original, suggestion: text?.suggestion }] });
  });

  it('refuses a word that tells what is not shown', async () => {
    const [rare = ''] = await bring(north, [facts('R', { heritage: ['CHNE'] }), ...many(6, 'N')]);
    const refused = ask(rare, { about: 'Has a Chinese grandmother.' });
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { issues: [{ path: 'about', message: expect.stringContaining('not shown') }] } });
  });

  it.each<[string, Partial<ChildFacts>]>([
    ['the text', { about: 'Likes boats.' }], ['a name', { firstName: 'Otterly' }], ['the birth', { dateOfBirth: ago(31) }], ['the sex', { sex: 'M' }], ['the heritage', { heritage: ['MWBC'] }], ['the ethnicity', { ethnicity: 'MWBC' }], ['the contact plan', { contact: 2 }],
  ])('editing an approved profile returns it to draft: %s', async (_, changes) => {
    const [unit = ''] = await bring(north, [...many(8, 'N'), ...many(5, 'O', { sex: 'M' }), ...many(5, 'P', { heritage: ['MWBC'] })]);
    const { id } = await ask(unit);
    await approve(id);
    expect(await shown(unit)).toBe('S1');
    await correct(unit, { petsRisk: true });
    expect(await shown(unit)).toBe('S1');
    await correct(unit, changes);
    expect(await shown(unit)).toBe('S0');
    const [draft] = (await world.units.view(north.as('FAMILY_FINDER'), unit)).record?.releases ?? [];
    expect(draft).toMatchObject({ id, status: 'DRAFT', returnedReason: 'The record was changed' });
    await expect(approve(id)).rejects.toMatchObject({ code: 'GUARD_FAILED' });
    await approve((await ask(unit)).id);
    expect(await shown(unit)).toBe('S1');
  });

  it('returns a request that nobody has approved yet, and the profile of a group that a child joins by a file', async () => {
    const [unit = ''] = await bring(north, [...many(2, 'G', { siblingGroup: 'S' }), ...many(8, 'H', { siblingGroup: undefined })]);
    await ask(unit, {});
    expect(await world.releases.toApprove(north.second('APPROVING_MANAGER'))).toHaveLength(1);
    await bring(north, [facts('NEW', { siblingGroup: 'S', familyFinding: undefined })]);
    expect(await world.releases.toApprove(north.second('APPROVING_MANAGER'))).toEqual([]);
    expect((await world.units.view(north.as('FAMILY_FINDER'), unit)).record?.releases).toMatchObject([{ status: 'DRAFT' }]);
  });

  it('takes a profile down at night when it would have to hide what its text tells', async () => {
    const [first = '', ...others] = await bring(north, many(5, 'N', { sex: 'M', heritage: ['BAFR'], dateOfBirth: ago(100) }));
    await bring(north, many(9, 'M', { dateOfBirth: ago(100) }));
    await approve((await ask(first, { about: 'He is an African boy who likes trains.' })).id);
    expect(await shown(first)).toBe('S1');
    for (const unit of others) await correct(unit, { sex: 'F', heritage: ['WBRI'], ethnicity: 'WBRI' });
    await world.cards.refreshAll();
    expect(await shown(first)).toBe('S0');
    expect((await world.units.view(north.as('FAMILY_FINDER'), first)).record?.releases).toMatchObject([{ status: 'DRAFT', returnedReason: expect.stringContaining('more general') }]);
  });

  it('does the same for a household: its two texts, and any edit of them', async () => {
    const worker = north.as('ADOPTERS_WORKER');
    const { reference } = await world.households.create(worker, { familyExternalId: 'F1', kind: 'COUPLE', names: 'Robina & Kestrel', approvedOn: ago(2), availability: 'AVAILABLE', shareConsent: true, about: 'A calm home.', experience: 'Robina fosters.' });
    const wanted = { subjectType: 'HOUSEHOLD', subject: reference, purpose: 'x', about: 'A calm home.' } as const;
    await expect(world.releases.request(worker, { ...wanted, experience: 'Robina fosters.' })).rejects.toMatchObject({ details: { issues: [{ path: 'experience' }] } });
    // What nobody writes is not released: the record's own text stays where it is.
    const bare = await world.releases.request(worker, wanted);
    expect(bare.preview?.experience).toBeNull();
    await world.releases.withdraw(worker, bare.id, 'To be asked again');
    const { id } = await world.releases.request(worker, { ...wanted, experience: 'One fosters.' });
    expect(await approve(id)).toMatchObject({ status: 'LIVE', preview: { experience: 'One fosters.' }, texts: [{ field: 'ABOUT' }, { field: 'EXPERIENCE', suggestion: 'The adopter fosters.' }] });
    const stage = async () => (await world.households.view(south.as('FAMILY_FINDER'), reference)).stage;
    expect(await stage()).toBe('S1');
    const { record } = await world.households.view(worker, reference);
    await world.households.correct(worker, { household: reference, version: record?.version ?? 0, facts: { experience: 'Kestrel fosters.' } });
    expect(await stage()).toBe('S0');
  });
});
