import type { RecordedAvailability } from '@hub/domain/adopters/facts';
import { availabilityOf, HOUSEHOLD_STATES, stageOf } from '@hub/domain/adopters/states';
import { addDays } from '@hub/domain/dates/day-count';
import { row } from '@hub/database/tx';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { activeUnit, ago, TODAY as today } from './spec-children';
import { openWorld, type Town, type World } from './spec-world';

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;
let west: Town;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south, west] = [await world.town('NMB'), await world.town('SVC'), await world.town('WVA', 'VOLUNTARY')];
  await world.agree(north, south, west);
});

afterAll(async () => {
  await world.close();
  await database.drop();
});

const approve = (town: Town, familyExternalId: string, earlyPermanence: boolean | null) => world.households.create(town.as('ADOPTERS_WORKER'),
  { familyExternalId, kind: 'COUPLE', enquiryOn: ago(12), approvedOn: ago(2), earlyPermanence });

const active = (externalId: string, earlyPermanence: boolean) => activeUnit(world, north, externalId, { dateOfBirth: ago(8), enteredCareOn: ago(8), admDecidedOn: ago(3), placementOrderOn: null, earlyPermanence });

describe('who sees early permanence', () => {
  // Approved for it and free to take a child, unless somebody recorded that they are not.
  const OPENING = ['APPROVED, nothing recorded', 'APPROVED, AVAILABLE', 'LINKED, nothing recorded', 'LINKED, AVAILABLE'];
  const recorded: readonly (RecordedAvailability | null)[] = [null, 'AVAILABLE', 'NOT_AVAILABLE'];
  const table = HOUSEHOLD_STATES.flatMap((state) => recorded.flatMap((availability) => [true, false, null].map((approved) => ({ state, availability, approved }))));
  const nameOf = ({ state, availability }: (typeof table)[number]): string => `${state}, ${availability ?? 'nothing recorded'}`;

  it('is an agency with a household approved for it that is free: the database and the domain say the same', async () => {
    const { reference } = await approve(west, 'F1', true);
    const worker = west.as('ADOPTERS_WORKER');
    const [inDatabase, inDomain]: [string[], string[]] = [[], []];
    for (const line of table) {
      const { state, availability, approved } = line;
      await world.sql('update hub.household set state = $2, availability = $3, early_permanence = $4, provisional_panel_on = hub.today() where reference = $1', [reference, state, availability, approved]);
      const gate = await world.run(worker, 'children.search', (tx) => row<{ open: boolean }>(tx, 'select hub.own_ep_approval() as open'));
      if (gate?.open) inDatabase.push(nameOf(line));
      if (approved === true && stageOf(state) === 'APPROVED' && availabilityOf(state, availability, today) === true) inDomain.push(nameOf(line));
    }
    await world.sql(`update hub.household set early_permanence = false where reference = $1`, [reference]);
    expect(inDatabase).toEqual(OPENING);
    expect(inDomain).toEqual(OPENING);
  });

  it('is told to the child’s council, agency by agency, and nothing else of their households', async () => {
    const unit = await active('A1', true);
    const plain = await active('A2', false);
    const finder = north.as('FAMILY_FINDER');
    const namedOf = async (reference: string) => (await world.units.view(finder, reference)).record?.sharedWith;
    const seesIt = async (town: Town) => (await world.units.find(town.as('ADOPTERS_WORKER'), unit)) !== null;
    expect(await namedOf(plain)).toMatchObject({ card: [{ code: 'SVC' }, { code: 'WVA' }] });
    expect(await namedOf(unit)).toEqual({ card: [], profile: [], profileUntil: null });

    const family = await approve(south, 'F2', true);
    const release = await world.releases.request(finder, { subjectType: 'UNIT', subject: unit, purpose: 'FAMILY_FINDING', about: 'Sleeps well.' });
    await world.releases.approve(north.second('APPROVING_MANAGER'), release.id, addDays(today, 30));
    expect([await seesIt(south), await seesIt(west)]).toEqual([true, false]);
    expect(await namedOf(unit)).toEqual({ card: [expect.objectContaining({ code: 'SVC' })], profile: [expect.objectContaining({ code: 'SVC' })], profileUntil: addDays(today, 30) });
    expect(JSON.stringify(await namedOf(unit))).not.toContain(family.reference);
    expect(await world.households.find(finder, family.reference)).toBeNull();

    const worker = south.as('ADOPTERS_WORKER');
    await world.households.correct(worker, { household: family.reference, version: family.record?.version ?? 0, facts: { availability: 'NOT_AVAILABLE' } });
    expect(await seesIt(south)).toBe(false);
    expect(await namedOf(unit)).toMatchObject({ card: [], profile: [] });
  });
});
