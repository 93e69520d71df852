import * as fc from 'fast-check';
import { isoDate } from '../dates/iso-date';
import { dateProblems } from './date-order';
import type { ChildChanges } from './facts';
import { mergeChild, NEW_CHILD } from './merge';
import type { ExistingUnit, Placeable } from './sibling-groups';
import { assignUnits } from './sibling-groups';

const day = isoDate('2026-01-05');

describe('merging what a file says', () => {
  it('keeps what is not mentioned, clears what is blank, and the same again changes nothing', () => {
    const facts = { externalId: 'A1', firstName: 'Ann', sex: 'F' as const, admDecidedOn: day, needs: { attachment: 2 as const, neglectOrAbuse: null }, heritage: ['WBRI'] };
    const first = mergeChild(NEW_CHILD, facts);
    expect(first.after).toMatchObject({ state: 'ADM_DECIDED', identity: { firstName: 'Ann', lastName: null }, profile: { needs: { attachment: 2 } } });
    expect(mergeChild(first.after, facts).differences).toEqual([]);
    const second = mergeChild(first.after, { firstName: null, needs: { attachment: null } });
    expect(second.differences).toEqual([
      { field: 'firstName', before: 'Ann', after: null },
      { field: 'needs.attachment', before: '2', after: null },
    ]);
    expect(second.after.profile.heritage).toEqual(['WBRI']);
  });

  it('holds one authority, an order before consent', () => {
    const consent = mergeChild(NEW_CHILD, { admDecidedOn: day, consentOn: day }).after;
    expect(consent.dates).toMatchObject({ authorityOn: day, authorityType: 'CONSENT' });
    expect(mergeChild(consent, { placementOrderOn: null }).differences).toEqual([]);
    const order = mergeChild(consent, { placementOrderOn: isoDate('2026-02-01') }).after;
    expect(order.dates).toMatchObject({ authorityOn: '2026-02-01', authorityType: 'PO' });
    expect(mergeChild(order, { consentOn: day }).differences).toEqual([]);
    expect(mergeChild(order, { placementOrderOn: null }).after.state).toBe('ADM_DECIDED');
  });
});

describe('an adoption order and a reversal (903 rule 558)', () => {
  const way = { admDecidedOn: day, placementOrderOn: isoDate('2026-02-01'), matchedOn: isoDate('2026-03-01'), placedOn: isoDate('2026-04-01') };
  const adopted = { adoptedOn: isoDate('2026-08-01') };
  const reversed = { decisionReversedOn: isoDate('2026-06-01'), reversalReason: 'RD4' as const };

  it.each<[string, ChildChanges, ChildChanges]>([
    ['in one row', {}, { ...way, ...adopted, ...reversed }],
    ['a reversal of an adopted child', { ...way, ...adopted }, reversed],
    ['an adoption order of a reversed decision', { ...way, ...reversed }, adopted],
    ['a reversal older than its decision too', {}, { ...way, ...adopted, decisionReversedOn: isoDate('2025-12-01'), reversalReason: 'RD4' }],
    ['a reversal without its reason too', {}, { ...way, ...adopted, decisionReversedOn: isoDate('2026-06-01') }],
  ])('%s: one warning, and the order counts', (_, before, changes) => {
    const { after, said } = mergeChild(mergeChild(NEW_CHILD, before).after, changes);
    expect(after).toMatchObject({ state: 'ADOPTED', dates: { ...adopted, decisionReversedOn: null, reversalReason: null } });
    expect(dateProblems(said, null, isoDate('2026-09-01'))).toMatchObject([{ severity: 'WARNING', field: 'decisionReversedOn', code: 'TWO_ENDINGS' }]);
  });
});

describe('units and sibling groups', () => {
  const ids = () => { let n = 0; return () => `new${(n += 1)}`; };
  const child = (childId: string, group?: string | null, plan?: Placeable['plan'], unitId: string | null = null): Placeable => ({ childId, unitId, group, plan });

  it('gives siblings one unit, siblings apart one each, and a lone child its own', () => {
    const result = assignUnits([child('a', 'g'), child('b', 'g', 'TOGETHER_PREFERRED'), child('c', 'h', 'APART'), child('d', 'h'), child('e')], [], ids());
    expect(result.moves.get('a')).toBe(result.moves.get('b'));
    expect(new Set(['a', 'c', 'd', 'e'].map((id) => result.moves.get(id))).size).toBe(4);
    expect(result.units.map(({ plan }) => plan).sort()).toEqual(['APART', 'APART', 'SINGLE', 'TOGETHER_PREFERRED']);
  });

  it('brings a later sibling to the unit that stands, and leaves one that empties', () => {
    const existing: ExistingUnit[] = [{ unitId: 'u', group: 'g', plan: 'TOGETHER', childIds: ['a'] }, { unitId: 'v', group: null, plan: 'SINGLE', childIds: ['b'] }];
    expect(assignUnits([child('b', 'g', undefined, 'v')], existing, ids())).toEqual({ units: [], moves: new Map([['b', 'u']]), emptied: ['v'] });
  });

  it('splits a group whose plan becomes apart, and is then settled', () => {
    const existing: ExistingUnit[] = [{ unitId: 'u', group: 'g', plan: 'TOGETHER', childIds: ['a', 'b', 'c'] }];
    const result = assignUnits([child('a', 'g', 'APART', 'u')], existing, ids());
    expect(new Set(['a', 'b', 'c'].map((id) => result.moves.get(id) ?? 'u')).size).toBe(3);
  });

  it('is settled after one pass: the same wishes move nobody', () => {
    const wish = fc.record({ group: fc.constantFrom('g', 'h', null, undefined), plan: fc.constantFrom<Placeable['plan'][]>('TOGETHER', 'APART', 'TOGETHER_PREFERRED', undefined) });
    fc.assert(fc.property(fc.array(wish, { minLength: 1, maxLength: 8 }), (wishes) => {
      const first = assignUnits(wishes.map(({ group, plan }, at) => child(`c${at}`, group, plan)), [], ids());
      const units: ExistingUnit[] = first.units.map(({ unitId, group, plan }) => ({ unitId, group, plan, childIds: [...first.moves].filter(([, to]) => to === unitId).map(([id]) => id) }));
      expect(units.every(({ childIds }) => childIds.length > 0)).toBe(true);
      const again = assignUnits(wishes.map(({ group, plan }, at) => child(`c${at}`, group, plan, first.moves.get(`c${at}`) ?? null)), units, ids());
      expect(again).toEqual({ units: [], moves: new Map(), emptied: [] });
    }));
  });
});
