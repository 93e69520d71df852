import { adult, annexA, child, codes, counts, openImports, profiles, type ImportWorld } from './spec-imports';

let on: ImportWorld;

beforeEach(async () => { on = await openImports(); });
afterEach(() => on?.close());

describe('a good file', () => {
  it('is checked without a trace, applied, and changes nothing the second time', async () => {
    const bytes = annexA([child(1, { 'Family identifier': 'F1' }), child(2)], [adult('A1', 'F1'), adult('A2', 'F1'), adult('A3', 'F2')]);
    const checked = await on.check(on.finder, bytes);
    expect(counts(checked)).toEqual([['List 10', 2, 2, 0, 0, 0], ['List 11', 3, 3, 0, 0, 0]]);
    expect(checked).toMatchObject({ status: 'CHECKED', progress: 100, fileName: 'list.xlsx' });
    expect(await on.world.sql('select count(*)::int as n from hub.child')).toEqual([{ n: 0 }]);
    expect(counts(await on.take(on.finder, bytes))).toEqual([['List 10', 2, 2, 0, 0, 0], ['List 11', 3, 3, 0, 0, 0]]);
    const matched = await on.world.sql<{ n: number }>('select count(*)::int as n from hub.child where matched_household_id is not null');
    expect([matched, await on.world.sql('select count(*)::int as n from hub.household'), await on.world.sql('select count(*)::int as n from hub.adult')]).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
    const twice = await on.take(on.finder, bytes);
    expect(counts(twice)).toEqual([['List 10', 2, 0, 0, 2, 0], ['List 11', 3, 0, 0, 3, 0]]);
    expect(twice.report?.differences).toEqual([]);
  });

  it('tells what would change, by the headings of the file', async () => {
    await on.take(on.finder, annexA([child(1)], [adult('A1', 'F1')]));
    const checked = await on.check(on.finder, annexA([child(1, { 'Date of Placement Order': '05/12/2024' })], [adult('A1', 'F1', { 'Date application approved': '02/12/2024' })]));
    expect(counts(checked)).toEqual([['List 10', 1, 0, 1, 0, 0], ['List 11', 1, 0, 1, 0, 0]]);
    expect(checked.report?.differences).toEqual([
      { subject: 'Family F1', field: 'Date application approved', before: '2024-12-01', after: '2024-12-02' },
      { subject: 'Child 1', field: 'Date of Placement Order', before: '2024-12-01', after: '2024-12-05' },
    ]);
  });

  it('brings profiles to records that are there, and clears what is blank', async () => {
    await on.take(on.finder, annexA([child(1), child(2)], [adult('A1', 'F1')]));
    const sheet = profiles(
      [{ 'Child Unique ID': 1, 'Need: Attachment': 2, Contact: 1, 'Sibling group': 'S', 'Sibling plan': 'Together', 'Areas to avoid': 'LE2; LE3' }, { 'Child Unique ID': 2, 'Sibling group': 'S', 'Sibling plan': 'Together' }],
      [{ 'Family identifier': 'F1', 'Most children': 2, 'Approved from (months)': 0, 'Approved to (months)': 60, 'Offer: Attachment': 3, 'Children at home': '2015-04', 'Consent to be shown': 'Yes', 'Date of consent to be shown': '01/02/2025' }],
    );
    const first = await on.take(on.finder, sheet, 'PROFILE_SHEET');
    expect(counts(first)).toEqual([['Children', 2, 0, 2, 0, 0], ['Households', 1, 0, 1, 0, 0]]);
    expect(await on.world.sql('select plan, count(*)::int as n from hub.unit u join hub.child c on c.unit_id = u.id group by 1')).toEqual([{ plan: 'TOGETHER', n: 2 }]);
    expect(counts(await on.take(on.finder, sheet, 'PROFILE_SHEET'))).toEqual([['Children', 2, 0, 0, 2, 0], ['Households', 1, 0, 0, 1, 0]]);
    const blank = await on.check(on.finder, profiles([{ 'Child Unique ID': 1, 'Need: Attachment': 2 }], [], ['Child Unique ID', 'Need: Attachment', 'Contact']), 'PROFILE_SHEET');
    expect(blank.report?.differences).toEqual([{ subject: 'Child 1', field: 'Contact', before: '1', after: null }]);
  });

  it('keeps several decisions of a child as history, and the latest as its record', async () => {
    const decision = 'Date of Decision that Child Should be Placed for Adoption';
    const reversed = child(1, { [decision]: '01/03/2024', 'Date of Placement Order': null, 'Date of Decision that Child Should No Longer be Placed for Adoption': '01/05/2024', 'Reason Why Child No Longer Placed for Adoption': 'RD2' });
    await on.take(on.finder, annexA([reversed], [adult('A1', 'F1')]));
    expect(await on.world.sql('select state from hub.child')).toEqual([{ state: 'PLAN_CHANGED' }]);
    const both = annexA([child(1), reversed], [adult('A1', 'F1')]);
    expect(counts(await on.take(on.finder, both))[0]).toEqual(['List 10', 2, 0, 1, 1, 0]);
    expect(await on.world.sql('select state, adm_decided_on::text as decided, decision_reversed_on as reversed from hub.child')).toEqual([{ state: 'AUTHORITY_TO_PLACE', decided: '2024-09-01', reversed: null }]);
    const history = 'select decided_on::text as decided, reversed_on::text as reversed, reason from hub.adoption_decision order by 1';
    const expected = [{ decided: '2024-03-01', reversed: '2024-05-01', reason: 'RD2' }, { decided: '2024-09-01', reversed: null, reason: null }];
    expect(await on.world.sql(history)).toEqual(expected);
    expect(counts(await on.take(on.finder, both))[0]).toEqual(['List 10', 2, 0, 0, 2, 0]);
    expect(await on.world.sql(history)).toEqual(expected);
  });

  it('puts a family on hold and not away (leaving reason 2)', async () => {
    await on.take(on.finder, annexA([child(1)], [adult('A1', 'F1', { 'Date of leaving adoption process': '01/03/2025', 'Reason for leaving adoption process': '2 - Process put on hold' })]));
    expect(await on.world.sql('select state from hub.household')).toEqual([{ state: 'ON_HOLD' }]);
  });
});

describe('bad rows', () => {
  const mixed = (): Buffer => annexA([child(1), child(2, { 'Date of Placement Order': '31/02/2025' }), child(1), child(4, { Ethnicity: 'z) ZZZZ' })], [adult('A1', 'F1'), adult('A2', 'F2', { Gender: 'x' })]);

  it('are told by their place and never stop the good ones', async () => {
    const done = await on.take(on.finder, mixed());
    expect(counts(done)).toEqual([['List 10', 4, 1, 0, 0, 3], ['List 11', 2, 1, 0, 0, 1]]);
    expect(codes(done)).toEqual([
      ['List 10', 3, 'Date of Placement Order', 'IMPOSSIBLE_DATE'], ['List 10', 5, 'Ethnicity', 'NOT_A_CODE'], ['List 10', 4, 'Child Unique ID', 'DUPLICATE'],
      ['List 11', 3, 'Gender', 'NOT_A_CODE'], ['List 11', 3, 'Family identifier', 'FAMILY_WITHOUT_ADULTS'],
    ]);
  });

  it('stop everything when that was asked', async () => {
    const checked = await on.check(on.finder, mixed());
    await expect(on.imports.requestApply(on.finder, checked.reference, true)).rejects.toMatchObject({ code: 'GUARD_FAILED' });
    expect((await on.look(on.finder, checked.reference)).status).toBe('CHECKED');
    expect(await on.world.sql('select count(*)::int as n from hub.child')).toEqual([{ n: 0 }]);
  });

  it('profiles of nobody are refused', async () => {
    await on.take(on.finder, annexA([child(1)], [adult('A1', 'F1')]));
    const done = await on.take(on.finder, profiles([{ 'Child Unique ID': 9 }, { 'Child Unique ID': 1 }], [{ 'Family identifier': 'F9' }, { 'Family identifier': 'F1' }]), 'PROFILE_SHEET');
    expect(counts(done)).toEqual([['Children', 2, 0, 0, 1, 1], ['Households', 2, 0, 0, 1, 1]]);
    expect(codes(done)).toEqual([['Households', 2, 'Family identifier', 'FAMILY_WITHOUT_ADULTS'], ['Children', 2, 'Child Unique ID', 'UNKNOWN_CHILD']]);
  });
});

describe('whole or not at all', () => {
  it('leaves nothing when the writing fails half-way', async () => {
    const checked = await on.check(on.finder, annexA(Array.from({ length: 20 }, (_, at) => child(at + 1)), [adult('A1', 'F1')]));
    await on.imports.requestApply(on.finder, checked.reference, false);
    // Families are written first; the children then meet a table that refuses them.
    await on.world.sql(`create function hub.refuse_for_test() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`);
    await on.world.sql('create trigger refuse before insert on hub.child_profile for each row execute function hub.refuse_for_test()');
    await expect(on.imports.apply(checked.id)).rejects.toThrow();
    // A fault of ours is tried again: nothing is told to have failed yet, and the file is kept.
    expect(await on.look(on.finder, checked.reference)).toMatchObject({ status: 'APPLYING', errorCode: null, progress: 60, step: 'Writing the records, from 21 rows' });
    expect(await on.world.sql('select (select count(*) from hub.household)::int as households, (select count(*) from hub.child)::int as children, (select count(*) from hub.unit)::int as units')).toEqual([{ households: 0, children: 0, units: 0 }]);
    await on.world.sql('drop trigger refuse on hub.child_profile');
    await on.imports.apply(checked.id);
    expect(await on.look(on.finder, checked.reference)).toMatchObject({ status: 'APPLIED', progress: 100 });
  });

  it('is applied once, however often the job runs', async () => {
    const checked = await on.check(on.finder, annexA([child(1)], [adult('A1', 'F1')]));
    await on.imports.requestApply(on.finder, checked.reference, false);
    await on.imports.requestApply(on.finder, checked.reference, false);
    expect(await on.world.sql(`select count(*)::int as n from hub.outbox where name = 'interchange.apply'`)).toEqual([{ n: 1 }]);
    await Promise.all([on.imports.apply(checked.id), on.imports.apply(checked.id)]);
    await on.imports.apply(checked.id);
    expect(await on.look(on.finder, checked.reference)).toMatchObject({ status: 'APPLIED', progress: 100 });
    expect(await on.world.sql(`select count(*)::int as n from audit.event where table_name = 'child' and operation = 'INSERT'`)).toEqual([{ n: 1 }]);
    expect(await on.world.sql('select file is null as gone from hub.import_batch')).toEqual([{ gone: true }]);
  });

  it('AZ-8: a check queued by a user who then loses access fails closed', async () => {
    const { id, reference } = await on.imports.start(on.finder, { kind: 'ANNEX_A', fileName: 'list.xlsx', bytes: annexA([child(1)], []) });
    await on.world.sql(`update hub.app_user set roles = '{ANALYST}' where id = $1`, [on.finder.userId]);
    await on.imports.check(id);
    expect(await on.look(on.finder, reference)).toMatchObject({ status: 'FAILED', errorCode: 'FORBIDDEN' });
  });

  it('keeps nothing of what was discarded', async () => {
    const checked = await on.check(on.finder, annexA([child(1)], []));
    expect((await on.imports.discard(on.finder, checked.reference)).status).toBe('DISCARDED');
    expect(await on.world.sql('select file, report from hub.import_batch')).toEqual([{ file: null, report: null }]);
    await expect(on.imports.requestApply(on.finder, checked.reference, false)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
