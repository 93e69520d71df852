import { randomUUID } from 'node:crypto';
import { month } from '@hub/domain/performance/periods';
import type { Tally } from '@hub/domain/performance/tally';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { PerformanceService, type FiguresQuery } from './performance.service';

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;
let hub: Town;
let service: PerformanceService;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south, hub] = [await world.town('NTH'), await world.town('STH'), await world.town('HUB', 'HUB')];
  service = new PerformanceService(world.uow);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const asked = (query: Partial<FiguresQuery> = {}): FiguresQuery => ({ codes: ['A15'], agencies: 'ALL', kind: 'QUARTER', to: [month('2024-03')], basis: 'RESTATED', ...query });

async function edition(reference: string, isCurrent: boolean, months: Record<string, Tally>, lacks: readonly string[] = []): Promise<void> {
  const id = randomUUID();
  const agencies = Object.fromEntries([north, south].map((town) => [town.id, { source: 'HUB', lacks }]));
  await world.sql(`insert into hub.performance_edition (id, reference, name, data_date, first_month, last_month, agencies, definitions, is_current)
    values ($1, $2, $3, '2024-04-01', '2024-01-01', '2024-03-01', $4, '{"A15": 1}', $5)`, [id, reference, isCurrent ? null : 'Annual report', JSON.stringify(agencies), isCurrent]);
  for (const town of [north, south]) {
    for (const [at, tally] of Object.entries(months)) await world.sql(`insert into hub.performance_month values ($1, $2, 'HUB', $3, true, $4)`, [id, town.id, `${at}-01`, JSON.stringify({ A15: tally })]);
  }
  const block = (agencyId: string | null, basis: string | null, to: string, among: number) => world.sql(
    `insert into hub.performance_block (edition_id, agency_id, basis, code, part, from_month, to_month, tally) values ($1, $2, $3, 'A15', 'FLOW', '2024-01-01', $4, $5)`, [id, agencyId, basis, `${to}-01`, JSON.stringify({ among })]);
  await block(null, 'RESTATED', '2024-03', 20);
  await block(null, 'FROZEN', '2024-03', 15);
  await block(south.id, null, '2024-02', 6);
}

const valuesOf = async (town: Town, query: Partial<FiguresQuery> = {}) =>
  (await service.figures(town.as(town.kind === 'HUB' ? 'HUB_COORDINATOR' : 'ANALYST'), asked(query))).figures.map(({ agency, value, isHidden }) => [agency, isHidden ? 'hidden' : value]);

describe('figures', () => {
  it('are none before the first reckoning', async () => {
    expect(await service.figures(north.as('ANALYST'), asked())).toEqual({ edition: null, figures: [], sources: [] });
  });

  it('are the own agency’s in full, and of others and the region what blocks hold', async () => {
    await edition('PE-000001', true, { '2024-01': { among: 1 }, '2024-02': { among: 1 }, '2024-03': { among: 2 } });
    expect(await valuesOf(north)).toEqual([[null, 20], ['NTH', 4], ['STH', 'hidden']]);
    expect(await valuesOf(south)).toEqual([[null, 20], ['NTH', 'hidden'], ['STH', 4]]);
    expect(await valuesOf(hub)).toEqual([[null, 20], ['NTH', 'hidden'], ['STH', 'hidden']]);
  });

  it('are the region’s with the members of today or those of each month, as is asked', async () => {
    expect(await valuesOf(hub, { agencies: [null], basis: 'FROZEN' })).toEqual([[null, 15]]);
  });

  it('reach no further than the months that were counted', async () => {
    const { figures } = await service.figures(north.as('ANALYST'), asked({ agencies: ['NTH'], kind: 'MONTH', to: [month('2023-12'), month('2024-01'), month('2024-04')] }));
    expect(figures.map(({ value, reason, period }) => [period.from, value, reason])).toEqual([
      ['2023-12-01', null, 'The months that were counted do not reach so far.'], ['2024-01-01', 1, null], ['2024-04-01', null, 'The months that were counted do not reach so far.'],
    ]);
  });

  it('come from the edition that is named, and say which it is', async () => {
    await edition('PE-000002', false, { '2024-01': { among: 3 }, '2024-02': {}, '2024-03': {} }, ['A9']);
    const { edition: named, figures, sources } = await service.figures(north.as('ANALYST'), asked({ agencies: ['NTH'], codes: ['A15', 'A9'], edition: 'PE-000002' }));
    expect(named).toMatchObject({ reference: 'PE-000002', name: 'Annual report', dataDate: '2024-04-01', isCurrent: false, definitions: { A15: 1 } });
    expect(figures.map(({ code, value, reason }) => [code, value, reason])).toEqual([['A15', 3, null], ['A9', null, 'The source that this agency is counted from does not tell this.']]);
    expect(sources).toEqual([{ agency: 'NTH', source: 'HUB' }]);
    expect((await service.editions(north.as('ANALYST'))).map(({ reference }) => reference).sort()).toEqual(['PE-000001', 'PE-000002']);
    expect(await valuesOf(north, { agencies: ['NTH'] })).toEqual([['NTH', 4]]);
  });

  it('are refused where an indicator, an agency or an edition is not known', async () => {
    await expect(service.figures(north.as('ANALYST'), asked({ codes: ['B1'] }))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(service.figures(north.as('ANALYST'), asked({ agencies: ['XXX'] }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.figures(north.as('ANALYST'), asked({ edition: 'PE-999999' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.figures(north.as('PANEL_ADVISER'), asked())).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the months of an agency', () => {
  it('are for nobody else, whatever is asked', async () => {
    const seen = (town: Town) => world.run(town.as('ANALYST'), 'performance.read', async (tx) => (await tx.query('select distinct agency_id from hub.performance_month') as { agency_id: string }[]).map(({ agency_id: id }) => id));
    expect([await seen(north), await seen(south)]).toEqual([[north.id], [south.id]]);
  });
});
