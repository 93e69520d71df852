import { isoDate } from '../dates/iso-date';
import { frozenBlocks } from './frozen-region';
import type { Membership } from './membership';
import { month, type Month } from './periods';
import type { Block } from './shown';
import type { Tally } from './tally';

const MONTHS = ['2024-04', '2024-05', '2024-06', '2024-07'].map(month);
const member = (agencyId: string, startsOn: string, endsOn: string | null = null): Membership => ({ agencyId, startsOn: isoDate(startsOn), endsOn: endsOn === null ? null : isoDate(endsOn) });
const months = (...counts: readonly number[]): ReadonlyMap<Month, Readonly<Record<string, Tally>>> => new Map(counts.map((among, at) => [MONTHS[at] as Month, { A15: among === 0 ? {} : { among }, A9: { atEnd: { among } } }]));
const block = (agency: string | null, from: string, to: string, among: number): Block => ({ agency, code: 'A15', part: 'FLOW', from: month(from), to: month(to), tally: { among } });
const frozen = (agencies: Record<string, ReadonlyMap<Month, Readonly<Record<string, Tally>>>>, memberships: readonly Membership[], today: readonly string[], blocks: readonly Block[]) =>
  frozenBlocks(new Map(Object.entries(agencies)), { memberships, today: new Set(today) }, blocks, [{ code: 'A15', parts: ['FLOW'] }]).map(({ from, to, tally }) => [from, to, tally.among]);

const REGION = [block(null, '2024-04', '2024-05', 36), block(null, '2024-06', '2024-06', 18), block(null, '2024-07', '2024-07', 20)];
const north = months(10, 10, 9, 11);
const south = months(8, 8, 9, 9);

describe('the region with the members of each month', () => {
  it('is the same as with those of today where nobody came or went', () => {
    expect(frozen({ north, south }, [member('north', '2020-01-01'), member('south', '2020-01-01')], ['north', 'south'], REGION)).toEqual([['2024-04', '2024-05', 36], ['2024-06', '2024-06', 18], ['2024-07', '2024-07', 20]]);
  });

  // Joined on 1 July: until June the region is the north alone.
  it('leaves out a council until it joined, where that is known of it already (trap 20)', () => {
    const joined = [member('north', '2020-01-01'), member('south', '2024-07-01')];
    expect(frozen({ north, south }, joined, ['north', 'south'], [...REGION, block('south', '2024-04', '2024-05', 16), block('south', '2024-06', '2024-06', 9)])).toEqual([['2024-04', '2024-05', 20], ['2024-06', '2024-06', 9], ['2024-07', '2024-07', 20]]);
  });

  it('takes runs together until it is known', () => {
    const joined = [member('north', '2020-01-01'), member('south', '2024-07-01')];
    expect(frozen({ north, south }, joined, ['north', 'south'], [...REGION, block('south', '2024-04', '2024-06', 25)])).toEqual([['2024-04', '2024-06', 29], ['2024-07', '2024-07', 20]]);
  });

  it('shows nothing from which what a council hides could be reckoned', () => {
    const joined = [member('north', '2020-01-01'), member('south', '2024-07-01')];
    expect(frozen({ north, south }, joined, ['north', 'south'], REGION)).toEqual([['2024-07', '2024-07', 20]]);
    expect(frozen({ north, south }, joined, ['north', 'south'], [...REGION, block('south', '2024-04', '2024-07', 34)])).toEqual([['2024-07', '2024-07', 20]]);
  });

  it('shows no run to which somebody gave who has left since', () => {
    const left = [member('north', '2020-01-01'), member('south', '2020-01-01'), member('west', '2020-01-01', '2024-06-15')];
    expect(frozen({ north, south, west: months(0, 3, 4, 4) }, left, ['north', 'south'], REGION)).toEqual([['2024-06', '2024-06', 18], ['2024-07', '2024-07', 20]]);
  });

  it('counts who is a member on the last day of a month', () => {
    const joined = [member('north', '2020-01-01'), member('south', '2024-06-30')];
    expect(frozen({ north, south }, joined, ['north', 'south'], [...REGION, block('south', '2024-04', '2024-05', 16)])).toEqual([['2024-04', '2024-05', 20], ['2024-06', '2024-06', 18], ['2024-07', '2024-07', 20]]);
  });
});
