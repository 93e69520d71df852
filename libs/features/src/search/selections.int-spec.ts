import type { Actor } from '@hub/domain/access/actor';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { BarsService } from '../disclosure/bars.service';
import { HOUSEHOLD, openMatchingWorld, type MatchingWorld } from '../matching/spec-matching';
import { SelectionsService } from './selections.service';

let database: TestDatabase;
let world: MatchingWorld;
let selections: SelectionsService;
const finder = (): Actor => world.north.as('FAMILY_FINDER');
const colleague = (): Actor => world.north.second('FAMILY_FINDER');
const told = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'no error', ({ code }) => code);
const page = { holds: null, limit: 20, offset: 0 };

beforeEach(async () => {
  database = await freshDatabase();
  world = await openMatchingWorld(database);
  selections = new SelectionsService(world.uow, world.vault);
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

const free = (shared: boolean) => selections.create(finder(), { holds: 'HOUSEHOLD', name: 'For the Canarywell meeting', shared });

describe('a selection', () => {
  it('keeps a partner’s household for an own child, with a note, and says who did what', async () => {
    const { id } = await selections.create(finder(), { holds: 'HOUSEHOLD', subject: world.unit, shared: true });
    await selections.keep(finder(), id, [world.family]);
    const [entry] = (await selections.keep(colleague(), id, [world.family])).entries;
    const made = await selections.note(colleague(), id, entry?.id ?? '', 'Ask about the Heronsgate garden.');
    expect(made).toMatchObject({ subject: world.unit, name: null, size: 1, owner: { id: finder().userId } });
    expect(made.entries).toMatchObject([{ household: { reference: world.family }, unit: null, note: 'Ask about the Heronsgate garden.', keptBy: { id: finder().userId } }]);
    expect(made.changes.map(({ what, reference, changedBy }) => [what, reference, changedBy.id])).toEqual([
      ['NOTED', world.family, colleague().userId], ['KEPT', world.family, finder().userId], ['CREATED', null, finder().userId],
    ]);
    const dump = JSON.stringify(await world.sql('select s::text as t from hub.selection s union all select e::text from hub.selection_entry e union all select e::text from audit.event e'));
    expect(dump).not.toContain('Heronsgate');
    // About the own child, whose shares seal it.
    const [shares] = await world.sql<{ same: boolean }>('select share_ids = array(select c.id from hub.child c join hub.unit u on u.id = c.unit_id where u.reference = $1) as same from hub.selection_entry', [world.unit]);
    expect(shares?.same).toBe(true);
  });

  it('that is private is nobody else’s, and one that is shared is the agency’s alone', async () => {
    const [mine, ours] = [await free(false), await free(true)];
    expect(mine.name).toBe('For the Canarywell meeting');
    const seen = async (actor: Actor) => (await selections.list(actor, page)).items.map(({ id }) => id).sort();
    expect(await seen(finder())).toEqual([mine.id, ours.id].sort());
    expect(await seen(colleague())).toEqual([ours.id]);
    expect(await seen(world.south.as('FAMILY_FINDER'))).toEqual([]);
    for (const other of [colleague(), world.south.as('FAMILY_FINDER')]) {
      expect(await selections.find(other, mine.id)).toBeNull();
      expect(await selections.version(other, mine.id)).toBeNull();
      expect(await told(selections.keep(other, mine.id, [world.family]))).toBe('NOT_FOUND');
    }
    expect(await told(selections.list(world.north.as('ANALYST'), page))).toBe('FORBIDDEN');
    expect(await told(selections.create(world.south.as('FAMILY_FINDER'), { holds: 'HOUSEHOLD', subject: world.unit, shared: true }))).toBe('NOT_FOUND');
  });

  it('shows nothing of what left the pool, neither card nor note, and says that it stands there', async () => {
    const { id } = await free(true);
    const [entry] = (await selections.keep(finder(), id, [world.family])).entries;
    await selections.note(finder(), id, entry?.id ?? '', 'Rang them.');
    await world.sql('update hub.household_card set listed = false where reference = $1', [world.family]);
    const left = await selections.find(finder(), id);
    expect(left?.entries).toMatchObject([{ household: null, unit: null, note: null }]);
    expect(JSON.stringify(left)).not.toContain(world.family);
    expect(await told(selections.keep(finder(), (await free(true)).id, [world.family]))).toBe('NOT_FOUND');
    await world.sql('update hub.household_card set listed = true where reference = $1', [world.family]);
    expect((await selections.find(finder(), id))?.entries).toMatchObject([{ household: { reference: world.family }, note: 'Rang them.' }]);
  });

  it('is ordered by moves, and each change has a number that tells a reader to look again', async () => {
    const { id } = await selections.create(finder(), { holds: 'HOUSEHOLD', name: 'To ask about', shared: true });
    const others = [world.family, world.ownFamily, await world.bringHousehold(world.south, { ...HOUSEHOLD, familyExternalId: 'F7', adults: [{ externalId: 'A7', gender: 'F' }] })];
    const order = async () => (await selections.find(finder(), id))?.entries.map(({ household }) => household?.reference);
    const kept = await selections.keep(finder(), id, others);
    expect(await order()).toEqual(others);
    const before = await selections.version(colleague(), id);
    await selections.move(colleague(), id, kept.entries[1]?.id ?? '', true);
    expect(await order()).toEqual([others[1], others[0], ...others.slice(2)]);
    expect(await selections.version(finder(), id)).toBeGreaterThan(before ?? Infinity);
    expect(await told(selections.move(finder(), id, kept.entries[1]?.id ?? '', true))).toBe('CONFLICT');
    await selections.remove(finder(), id, kept.entries[1]?.id ?? '');
    expect(await order()).toEqual([others[0], ...others.slice(2)]);
    expect(await told(selections.note(finder(), id, kept.entries[1]?.id ?? '', 'Gone'))).toBe('NOT_FOUND');
    await selections.end(colleague(), id);
    expect(await selections.find(finder(), id)).toBeNull();
  });

  it('is not there for who is barred from the child that it is for, nor the entry of whom they must not meet', async () => {
    const { id } = await selections.create(colleague(), { holds: 'HOUSEHOLD', subject: world.unit, shared: true });
    const other = await selections.create(colleague(), { holds: 'UNIT', name: 'Another', shared: true });
    await selections.keep(colleague(), other.id, [world.unit]);
    const [{ email } = { email: '' }] = await world.sql<{ email: string }>('select email from hub.app_user where id = $1', [finder().userId]);
    await new BarsService(world.uow, world.vault).bar(world.north.second('APPROVING_MANAGER'), { subjectType: 'UNIT', subject: world.unit, email, reason: 'The finder is a neighbour of them.' });
    expect(await selections.find(finder(), id)).toBeNull();
    const left = await selections.find(finder(), other.id);
    expect(left).toMatchObject({ size: 0, entries: [] });
    expect(left?.changes.map(({ what }) => what)).toEqual(['CREATED']);
  });
});
