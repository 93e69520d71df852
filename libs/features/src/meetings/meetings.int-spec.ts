import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openMeetingsWorld, type MeetingsWorld } from '../../../../test/harness/meetings-world';
import { addDays } from '@hub/domain/dates/day-count';
import { TODAY } from '../../../../test/harness/links-world';

let database: TestDatabase;
let world: MeetingsWorld;
let unit: string;
let other: string;
let family: string;
let second: string;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openMeetingsWorld(database);
  [unit, other, family, second] = [await world.addUnit('C1'), await world.addUnit('C2'), await world.addFamily('F1'), await world.addFamily('F2')];
});
afterEach(async () => {
  await world.sql('truncate hub.meeting cascade; truncate hub.link cascade; truncate hub.ruled_out, hub.notice, hub.idempotency_key cascade');
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

/** A meeting under way, the unit with both families before it, the coordinator recording. */
async function held(): Promise<string> {
  const meeting = await world.call();
  await world.agenda.add(world.coordinator, { meeting, unit });
  for (const household of [family, second]) await world.agenda.add(world.coordinator, { meeting, unit, household });
  await world.agenda.add(world.coordinator, { meeting, unit: other });
  await world.live.goOn(world.coordinator, { meeting, step: 'START' });
  return meeting;
}

describe('a meeting', () => {
  it('goes from the invitation to the minutes', async () => {
    const meeting = await held();
    const person = await world.expect(world.worker, meeting, 'ADOPTERS_WORKER');
    await world.people.attend(world.coordinator, { meeting, person, attendance: 'PRESENT' });
    await world.decide(world.coordinator, meeting, { unit, household: family, outcome: 'PURSUE', words: 'Strong on attachment' });
    await world.decide(world.coordinator, meeting, { unit, household: second, outcome: 'RULE_OUT', reason: 'TOO_CLOSE', words: 'Two streets away' });
    await world.actions.give(world.coordinator, { meeting, unit, owner: person, dueOn: addDays(TODAY, 7), words: 'Visit the family' });
    await world.live.goOn(world.coordinator, { meeting, step: 'NEXT', from: 1 });
    await world.outcomes.ofUnit(world.coordinator, { meeting, unit: other, version: 1, outcome: 'NO_FAMILY_TODAY', words: 'Look again in May' });
    await world.live.goOn(world.coordinator, { meeting, step: 'CLOSE', from: 2 });
    await world.actions.correct(world.coordinator, { meeting, unit, household: second, words: 'It was three streets' });
    const minutes = await world.meetings.minutes(world.finder, meeting);
    expect(minutes).toMatchObject({
      meeting: { status: 'CLOSED' }, attendance: [{ agency: { code: 'SVC' }, people: [{ role: 'ADOPTERS_WORKER', attendance: 'LEFT' }] }],
      items: [
        { item: { unitReference: unit, status: 'DONE', pairs: [{ householdReference: family, outcome: 'PURSUE', words: 'Strong on attachment' }, { householdReference: second, outcome: 'RULE_OUT', reasonLabel: 'The family lives too close to the birth family', words: 'Two streets away' }] },
          actions: [{ number: 1, words: 'Visit the family', owner: { displayName: 'Robin Tester' } }], corrections: [{ householdReference: second, words: 'It was three streets' }] },
        { item: { unitReference: other, outcome: 'NO_FAMILY_TODAY', words: 'Look again in May' } },
      ],
    });
    expect(await world.meetings.myActions(world.worker)).toMatchObject([{ meeting, number: 1, unitReference: unit, words: 'Visit the family' }]);
    expect(await world.sql('select state, unit_reference, household_reference from hub.link')).toEqual([{ state: 'SUGGESTED', unit_reference: unit, household_reference: family }]);
  });
});
