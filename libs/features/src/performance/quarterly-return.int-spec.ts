import { quarterOf } from '@hub/domain/dates/financial-year';
import { addMonths } from '@hub/domain/dates/day-count';
import { returnPeriod } from '@hub/domain/performance/quarterly-return';
import { systemClock } from '@hub/platform/clock';
import { readSheet } from 'read-excel-file/node';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { told } from '../children/spec-children';
import { addChildren, addHouseholds, childFacts, householdFacts, today } from '../keys/spec-keys';
import { QuarterlyReturns } from './quarterly-return.service';
import { ScorecardFile } from './scorecard-file.service';

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;
let returns: QuarterlyReturns;

const request = { ...quarterOf(today), purpose: 'ASGLB' } as const;
const { from } = returnPeriod(request);

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south] = [await world.town('NMB'), await world.town('SVC')];
  await addChildren(world, north, [
    childFacts('Q1', { enteredCareOn: addMonths(from, -14), admDecidedOn: addMonths(from, -8), placementOrderOn: addMonths(from, -6) }),
    childFacts('Q2', { enteredCareOn: addMonths(from, -30), admDecidedOn: addMonths(from, -24), placementOrderOn: addMonths(from, -22), matchedOn: addMonths(from, -14), placedOn: addMonths(from, -13), adoptedOn: from }),
    childFacts('Q3', { enteredCareOn: from, admDecidedOn: null, placementOrderOn: null }),
  ]);
  await addChildren(world, south, [childFacts('S1')]);
  await addHouseholds(world, north, [householdFacts('QF')]);
  returns = new QuarterlyReturns(world.uow, world.vault, systemClock);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const linesOf = (file: Buffer): string[] => file.toString('utf8').split('\r\n').filter((line) => line !== '');

describe('the quarterly return as files', () => {
  it('has the own children with a decision, without a name, an identifier or a birth, and says what it was for', async () => {
    const file = await returns.children(north.as('ANALYST'), request);
    const lines = linesOf(file);
    expect(lines).toHaveLength(1 + 2 + 2);
    const [adopted, waiting] = [lines[1]?.split(','), lines[2]?.split(',')];
    expect([adopted?.[1], adopted?.at(-1), waiting?.at(-1)]).toEqual(['', from, '']);
    expect(waiting?.[1]).toMatch(/^[0-9A-Z]{6}$/);
    expect(file.toString('utf8')).not.toMatch(/Sparrow|First Q|Q1|Q2|Quiet Lane/);
    expect(lines.at(-1)).toMatch(/Made by Robin Tester, NMB, .*for the quarterly adoption data collection/);
    expect(await world.sql(`select row_count, stage from audit.access where action = 'reports.exportReturn' and outcome = 'ALLOWED'`)).toEqual([{ row_count: 2, stage: 'OWN' }]);
  });

  it('has a row for each family, and is for analysts and managers alone', async () => {
    expect(linesOf(await returns.adopters(north.as('APPROVING_MANAGER'), request))).toHaveLength(1 + 1 + 2);
    expect(linesOf(await returns.adopters(south.as('APPROVING_MANAGER'), request))).toHaveLength(1 + 0 + 2);
    for (const actor of [north.as('FAMILY_FINDER'), north.as('AGENCY_ADMIN')]) expect(await told(returns.children(actor, request))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(returns.children(north.as('ANALYST'), { ...request, year: request.year + 1, quarter: 4 }))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('stands beside a scorecard sheet that says so where nothing has been counted', async () => {
    const file = await new ScorecardFile(world.uow, systemClock).xlsx(north.as('ANALYST'));
    const [heading] = await readSheet(file, 'Scorecard');
    expect(heading?.slice(0, 3)).toEqual(['Indicator', 'What', 'Council']);
    expect((await readSheet(file, 'About'))[1]?.[0]).toBe('Nothing has been counted yet.');
  });
});
