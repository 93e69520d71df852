import { isoDate } from '@hub/domain/dates/iso-date';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { MANAGER, openFeesWorld, type FeesWorld } from '../../../../test/harness/fees-world';
import { BarsService } from '../disclosure/bars.service';
import { told } from '../children/spec-children';

let database: TestDatabase;
let world: FeesWorld;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openFeesWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const feeOn = async (day: string, placement: string) => {
  await world.on(day).job.fallDue();
  return world.on(day).fees.fee(world.north.as(MANAGER), placement);
};
const items = (fee: Awaited<ReturnType<typeof feeOn>>) => fee?.items.map(({ trigger, dueOn, amount, state }) => [trigger, dueOn, amount, state]);

describe('what falls due', () => {
  it('follows the day of moving in, the order and the year, once each, and both agencies are told', async () => {
    const placement = await world.place(world.homes, { placedOn: '2017-05-10' });
    expect(await feeOn('2017-05-09', placement)).toBeNull();
    const first = ['MOVED_IN', '2017-05-10', 18_000_00, 'DUE'];
    expect(items(await feeOn('2017-05-10', placement))).toEqual([first]);
    expect(items(await feeOn('2018-05-09', placement))).toEqual([first]);
    const second = await feeOn('2018-05-10', placement);
    expect(items(second)).toEqual([first, ['AO_OR_12_MONTHS', '2018-05-10', 9_000_00, 'DUE']]);
    expect(second).toMatchObject({ amount: 27_000_00, charged: 27_000_00, plan: 'THIRDS', provider: 'VAA', basis: 'INTER_AGENCY', children: 1, payer: { code: 'NMB' }, payee: { code: 'HOM' }, side: 'PAYER' });
    const notices = await world.sql(`select a.code, n.kind, n.role, n.subject_type, n.subject_reference from hub.notice n join hub.agency a on a.id = n.agency_id where n.subject_reference = $1 order by n.at`, [placement]);
    expect(notices).toEqual(['NMB', 'HOM', 'NMB', 'HOM'].map((code) => ({ code, kind: 'FEE_DUE', role: 'APPROVING_MANAGER', subject_type: 'PLACEMENT', subject_reference: placement })));
  });

  it('is fixed with the day of moving in: London, siblings, terms, and what came later', async () => {
    await world.table.markLondon(world.hub.as('HUB_ADMIN'), 'HOM', true);
    const london = await world.place(world.homes, { placedOn: '2025-04-01' });
    expect(await feeOn('2025-06-01', london)).toMatchObject({ amount: 39_245_00, charged: 43_169_50, isLondon: true, items: [{ amount: 43_169_50, trigger: 'MOVED_IN' }] });
    await world.table.markLondon(world.hub.as('HUB_ADMIN'), 'HOM', false);
    expect(await feeOn('2025-06-02', london)).toMatchObject({ charged: 43_169_50, isLondon: true });
    const region = await world.place(world.south, { placedOn: '2025-04-01' });
    expect(await feeOn('2025-06-01', region)).toMatchObject({ isDue: false, basis: 'SAME_REGION', items: [], source: 'Both councils belonged to the region on the day of moving in' });
    await world.sql(`update hub.membership set starts_on = '2025-05-01' where agency_id = $1`, [world.south.id]);
    const before = await world.place(world.south, { placedOn: '2025-04-30' });
    expect(await feeOn('2025-06-01', before)).toMatchObject({ isDue: true, basis: 'INTER_AGENCY', amount: 27_000_00, items: [{ amount: 18_000_00 }] });
    await world.table.addPartnership(world.hub.as('HUB_ADMIN'), { name: 'Coast consortium', terms: 'NIL', startsOn: isoDate('2025-04-30'), endsOn: isoDate('2025-05-01'), agencies: ['NMB', 'HOM'] });
    const agreed = await world.place(world.homes, { placedOn: '2025-04-30' });
    expect(await feeOn('2025-06-01', agreed)).toMatchObject({ isDue: false, basis: 'PARTNERSHIP', provider: 'VAA', items: [] });
  });

  it('counts months after the first year until the order, each at the rate of its day', async () => {
    const placement = await world.place(world.homes, { placedOn: '2019-06-30' });
    const year = await feeOn('2020-08-01', placement);
    expect(items(year)).toEqual([['MOVED_IN', '2019-06-30', 31_620_00, 'DUE']]);
    expect(year?.monthsWithoutRate).toEqual(['2020-06-30', '2020-07-30']);
    await world.move(placement, { placedOn: '2019-06-30', adoptedOn: '2022-05-30' });
    const done = await feeOn('2022-09-01', placement);
    // From 30 April 2021 on: eleven months of 2021/22 (February ends on the 28th), one of 2022/23.
    expect(items(done)?.slice(1).map(([, dueOn, amount]) => `${dueOn} ${amount}`)).toEqual([
      '2021-04-30 89600', '2021-05-30 89600', '2021-06-30 89600', '2021-07-30 89600', '2021-08-30 89600', '2021-09-30 89600', '2021-10-30 89600', '2021-11-30 89600', '2021-12-30 89600',
      '2022-01-30 89600', '2022-02-28 89600', '2022-03-30 89600', '2022-04-30 93900']);
    expect(done?.monthsWithoutRate).toHaveLength(10);
  });

  it('stops at a disruption', async () => {
    const placement = await world.place(world.homes, { placedOn: '2017-05-10', disruptedOn: '2017-09-01' });
    expect(items(await feeOn('2019-01-01', placement))).toEqual([['MOVED_IN', '2017-05-10', 18_000_00, 'DUE']]);
  });

  it('waits for the order of the last of several children, and is unknown for them until somebody enters the rate', async () => {
    const placement = await world.place(world.homes, { placedOn: '2017-05-10', adoptedOn: '2017-12-01' }, { placedOn: '2017-05-12' });
    const unknown = await feeOn('2018-01-01', placement);
    expect(unknown).toMatchObject({ children: 2, amount: null, charged: null, plan: 'THIRDS', isDue: true, items: [], source: 'Rates for each further child exist; the figures were not obtained.', rateAgency: null });
    expect((await world.sql<{ count: number }>(`select count(*)::int as count from hub.notice where kind = 'FEE_RATE_UNKNOWN' and subject_reference = $1`, [placement]))[0]?.count).toBe(2);
    const rate = { kind: 'FEE', provider: 'VAA', children: 2, from: isoDate('2017-04-01'), until: isoDate('2018-03-31'), amount: 43_000_01, plan: 'THIRDS', source: 'Letter of 1 May 2017' } as const;
    await world.table.enterRate(world.north.as(MANAGER), { ...rate, amount: 1 });
    await world.table.enterRate(world.homes.as('AGENCY_ADMIN'), rate);
    const known = await feeOn('2018-01-01', placement);
    expect(known).toMatchObject({ version: 2, amount: 43_000_01, rateAgency: { code: 'HOM' }, source: 'Letter of 1 May 2017' });
    expect(items(known)).toEqual([['MOVED_IN', '2017-05-10', 28_666_67, 'DUE']]);
    // A later entry changes nothing that is fixed.
    await world.table.enterRate(world.hub.as('HUB_ADMIN'), { ...rate, amount: 50_000_00 });
    expect(await feeOn('2018-01-02', placement)).toMatchObject({ version: 2, amount: 43_000_01 });
    await world.move(placement, { placedOn: '2017-05-10', adoptedOn: '2017-12-01' }, { placedOn: '2017-05-12', adoptedOn: '2018-02-01' });
    expect(items(await feeOn('2018-03-01', placement))?.[1]).toEqual(['AO_OR_12_MONTHS', '2018-02-01', 14_333_34, 'DUE']);
  });

  it('is nothing within one agency', async () => {
    const placement = await world.place(world.north, { placedOn: '2017-05-10' });
    expect(await feeOn('2018-01-01', placement)).toBeNull();
  });
});

describe('rates and terms', () => {
  it('are entered where none is known, by managers and administrators, and the hub alone records partnerships', async () => {
    const rate = { kind: 'FEE', provider: 'VAA', children: 1, from: isoDate('2024-04-01'), until: isoDate('2025-03-31'), amount: 37_111_00, plan: 'FULL', source: 'Letter' } as const;
    expect(await told(world.table.enterRate(world.north.as('FAMILY_FINDER'), rate))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(world.table.enterRate(world.north.as(MANAGER), { ...rate, until: null }))).toMatchObject({ code: 'INVALID_INPUT' });
    const promised = async () => (await world.sql(`select from hub.outbox where name = 'fees.fall-due'`)).length;
    const before = await promised();
    await world.table.enterRate(world.north.as(MANAGER), rate);
    expect((await world.table.table(world.south.as('FAMILY_FINDER'))).rates.filter(({ enteredBy, children }) => enteredBy?.code === 'NMB' && children === 1)).toMatchObject([{ amount: 37_111_00, source: 'Letter' }]);
    expect(await promised()).toBe(before + 1);
    const terms = { name: 'Coast', terms: 'NIL', startsOn: isoDate('2025-01-01'), agencies: ['NMB', 'SVC'] } as const;
    expect(await told(world.table.addPartnership(world.north.as(MANAGER), terms))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(world.table.addPartnership(world.hub.as('HUB_ADMIN'), { ...terms, agencies: ['NMB', 'XXX'] }))).toMatchObject({ code: 'INVALID_INPUT' });
    const made = (await world.table.addPartnership(world.hub.as('HUB_ADMIN'), terms)).partnerships.find(({ agencies }) => agencies.some(({ code }) => code === 'SVC'));
    const ended = { id: made?.id ?? '', version: 1, endsOn: isoDate('2025-06-01') };
    expect((await world.table.endPartnership(world.hub.as('HUB_ADMIN'), ended)).partnerships).toEqual(expect.arrayContaining([expect.objectContaining({ endsOn: '2025-06-01', version: 2 })]));
    expect(await told(world.table.endPartnership(world.hub.as('HUB_ADMIN'), ended))).toMatchObject({ code: 'STALE_VERSION' });
    // Sent twice under one key, each stands once.
    const twice = [{ ...rate, children: 3, idempotencyKey: 'rate-sent-twice' }, { ...rate, children: 3, idempotencyKey: 'rate-sent-twice' }];
    for (const one of twice) await world.table.enterRate(world.north.as(MANAGER), one);
    const partners = { ...terms, name: 'Moor', idempotencyKey: 'terms-sent-twice' };
    await world.table.addPartnership(world.hub.as('HUB_ADMIN'), partners);
    const after = await world.table.addPartnership(world.hub.as('HUB_ADMIN'), partners);
    expect([after.rates.filter(({ children, enteredBy }) => children === 3 && enteredBy?.code === 'NMB').length, after.partnerships.filter(({ name }) => name === 'Moor').length]).toEqual([1, 1]);
    await expect(world.run(world.north.as(MANAGER), 'feeRates.enter', (tx) => tx.query('update hub.fee_rate set amount_pence = 1'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('what becomes of a sum', () => {
  const DAY = '2025-07-01';
  let placement: string;
  beforeEach(async () => {
    placement = await world.place(world.homes, { placedOn: '2025-04-10' });
    await world.on(DAY).job.fallDue();
  });

  it('is recorded by the side whose it is: invoiced, disputed, settled, paid in parts', async () => {
    expect(await told(world.record(DAY, world.north, placement, { event: 'INVOICED', invoiceNumber: 'I-7' }))).toMatchObject({ code: 'GUARD_FAILED' });
    expect(await world.record(DAY, world.homes, placement, { event: 'INVOICED', invoiceNumber: 'I-7' })).toMatchObject({ state: 'INVOICED', version: 2 });
    await world.record(DAY, world.north, placement, { event: 'DISPUTED', words: 'Two of them were siblings.' });
    await world.record(DAY, world.north, placement, { event: 'SETTLED' });
    expect(await world.record(DAY, world.north, placement, { event: 'PAID', sum: 39_000_00 })).toMatchObject({ state: 'INVOICED' });
    expect(await told(world.record(DAY, world.north, placement, { event: 'PAID', sum: 245_01 }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await world.record(DAY, world.north, placement, { event: 'PAID', sum: 245_00 })).toMatchObject({ state: 'PAID', version: 6 });
    const theirs = await world.on(DAY).fees.fee(world.homes.as(MANAGER), placement);
    expect(theirs?.items).toMatchObject([{ state: 'PAID', paid: 39_245_00, outstanding: 0, invoiceNumber: 'I-7', side: 'PAYEE', other: { code: 'NMB' }, steps: [] }]);
    expect(theirs?.events.map(({ event, agency, person }) => [event, agency?.code, person?.displayName])).toEqual([
      ['FELL_DUE', 'HOM', undefined], ['INVOICED', 'HOM', 'Robin Tester'], ['DISPUTED', 'NMB', undefined], ['SETTLED', 'NMB', undefined], ['PAID', 'NMB', undefined], ['PAID', 'NMB', undefined]]);
    expect(theirs?.notes).toMatchObject([{ words: 'Two of them were siblings.', agency: { code: 'NMB' }, person: null, version: 3 }]);
    await world.on(DAY).fees.note(world.homes.as(MANAGER), { placement, words: 'After the disruption half is given back.' });
    expect((await world.on(DAY).fees.fee(world.north.as(MANAGER), placement))?.notes.map(({ words }) => words)).toEqual(['Two of them were siblings.', 'After the disruption half is given back.']);
  });

  it('is no longer disputed once it was paid in full', async () => {
    const standing = async (disputed: boolean) => (await world.on(DAY).fees.items(world.homes.as(MANAGER), { disputed }, 100, 0)).items.find((item) => item.placement === placement);
    await world.record(DAY, world.homes, placement, { event: 'INVOICED', invoiceNumber: 'I-9' });
    await world.record(DAY, world.north, placement, { event: 'DISPUTED', words: 'One too many.' });
    await world.record(DAY, world.north, placement, { event: 'PAID', sum: 1 });
    expect([await standing(true), await standing(false)]).toMatchObject([{ state: 'INVOICED', disputedBy: 'PAYER' }, undefined]);
    await world.record(DAY, world.north, placement, { event: 'PAID', sum: 39_244_99 });
    expect([await standing(true), await standing(false)]).toMatchObject([undefined, { state: 'PAID', disputedBy: null }]);
  });

  it('is done once for a key, and whoever comes second sees both versions', async () => {
    const fees = world.on(DAY).fees;
    const [item] = (await fees.fee(world.homes.as(MANAGER), placement))?.items ?? [];
    const request = { item: item?.id ?? '', version: 1, event: 'INVOICED', onDate: isoDate(DAY), invoiceNumber: 'I-8', idempotencyKey: 'key-of-one-click' } as const;
    const both = await Promise.all([fees.record(world.homes.as(MANAGER), request), fees.record(world.homes.as(MANAGER), request)]);
    expect(both[0]).toEqual(both[1]);
    expect(await told(fees.record(world.homes.second(MANAGER), { ...request, event: 'WAIVED', words: 'Agreed', idempotencyKey: 'another-key' }))).toMatchObject({
      code: 'STALE_VERSION', details: { seenVersion: 1, currentVersion: 2, differences: [{ field: 'state', seen: 'DUE', now: 'INVOICED' }, { field: 'invoiceNumber', seen: null, now: 'I-8' }, { field: 'lastOn', seen: '2025-04-10', now: DAY }] },
    });
    const pay = (sum: number) => fees.record(world.north.as(MANAGER), { item: request.item, version: 2, event: 'PAID', onDate: isoDate(DAY), sum });
    const raced = await Promise.all([told(pay(39_245_00)), told(pay(39_245_00)), told(pay(1))]);
    expect(raced.filter((one) => one === 'no error')).toHaveLength(1);
    expect(raced.filter((one) => (one as { code?: string }).code === 'STALE_VERSION')).toHaveLength(2);
  });

  it('is nobody else’s to see, and the log tells who looked at whose', async () => {
    const fees = world.on(DAY).fees;
    expect(await fees.fee(world.south.as(MANAGER), placement)).toBeNull();
    expect((await fees.items(world.south.as(MANAGER), {}, 100, 0)).items.filter((item) => item.placement === placement)).toEqual([]);
    expect((await fees.items(world.homes.as(MANAGER), { side: 'PAYEE', states: ['DUE'], disputed: false }, 100, 0)).items.some((item) => item.placement === placement)).toBe(true);
    expect((await fees.items(world.homes.as(MANAGER), { side: 'PAYER' }, 100, 0)).totalCount).toBe(0);
    expect(await told(fees.fee(world.north.as('FAMILY_FINDER'), placement))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(fees.fee(world.hub.as('HUB_COORDINATOR'), placement))).toMatchObject({ code: 'FORBIDDEN' });
    const analyst = await fees.fee(world.north.as('ANALYST'), placement);
    expect(analyst).toMatchObject({ mayRecord: false, items: [{ steps: [] }] });
    const looks = await world.sql<{ subject_type: string }>(`select subject_type from audit.access where action = 'fees.read' and outcome = 'ALLOWED' and actor_id = $1 and subject_reference in (select unnest(array[unit_reference, household_reference]) from hub.placement where reference = $2)`, [world.north.as(MANAGER).userId, placement]);
    expect(looks.map(({ subject_type }) => subject_type).sort()).toEqual(['HOUSEHOLD', 'UNIT']);
  });

  it('is held by the database too: no more than there is, none after the end, nothing rewritten', async () => {
    const [item] = (await world.on(DAY).fees.fee(world.north.as(MANAGER), placement))?.items ?? [];
    const insert = (town = world.north, side = 'PAYER', version = 2, sum = 39_245_00) => world.run(town.as(MANAGER), 'fees.record', (tx) => tx.query(`
      insert into hub.fee_event (item_id, version, placement_id, agency_id, side, event, on_date, sum_pence, actor_id) select $1, $2, placement_id, $3, $4, 'PAID', '2025-07-01', $5, hub.actor() from hub.fee_item where id = $1`, [item?.id, version, town.id, side, sum]));
    for (const attempt of [() => insert(world.north, 'PAYER', 2, 39_245_01), () => insert(world.north, 'PAYER', 3), () => insert(world.homes, 'PAYER'), () => insert(world.north, 'PAYEE')]) await expect(attempt()).rejects.toThrow();
    await insert();
    await expect(insert(world.north, 'PAYER', 3, 1)).rejects.toThrow();
    for (const sql of ['update hub.fee_event set sum_pence = 1', 'delete from hub.fee_item', 'update hub.fee set amount_pence = 1', 'update hub.fee_item set amount_pence = 1']) {
      await expect(world.run(world.north.as(MANAGER), 'fees.record', (tx) => tx.query(sql))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('goes with its placement from who is barred', async () => {
    const [unit] = await world.sql<{ reference: string }>('select unit_reference as reference from hub.placement where reference = $1', [placement]);
    const barred = world.north.second(MANAGER);
    await new BarsService(world.uow, world.vault).bar(world.north.as(MANAGER), { subjectType: 'UNIT', subject: unit?.reference ?? '', email: `${barred.userId}@example.test`, reason: 'Related' });
    const listed = async (actor: typeof barred) => (await world.on(DAY).fees.items(actor, {}, 100, 0)).items.some((item) => item.placement === placement);
    expect([await world.on(DAY).fees.fee(barred, placement), await listed(barred), await listed(world.north.as(MANAGER))]).toEqual([null, false, true]);
  });
});
