import { definitionOf } from './definitions';
import type { Definition } from './indicator';
import { month } from './periods';
import type { Block } from './shown';
import type { Tally } from './tally';
import { seenOfBlocks, seenOfMonths } from './windows';

const [january, february, march, april] = ['2024-01', '2024-02', '2024-03', '2024-04'].map(month) as [ReturnType<typeof month>, ReturnType<typeof month>, ReturnType<typeof month>, ReturnType<typeof month>];
const of = (code: string): Definition => definitionOf(code) as Definition;
const block = (part: Block['part'], from: string, to: string, tally: Tally): Block => ({ agency: 'NTH', code: 'X', part, from: month(from), to: month(to), tally });

describe('a window of another agency', () => {
  const blocks = [block('FLOW', '2024-01', '2024-02', { among: 6 }), block('FLOW', '2024-03', '2024-03', { among: 7 })];

  it('is shown where blocks lie in it end to end', () => {
    expect(seenOfBlocks(of('A15'), [january, february, march], blocks)).toMatchObject({ figure: { value: 13 }, isHidden: false });
    expect(seenOfBlocks(of('A15'), [january, february], blocks)).toMatchObject({ figure: { value: 6 }, isHidden: false });
  });

  it.each([[[january]], [[february, march]], [[january, february, march, april]], [[february]]])('is hidden where a block juts out of %j or is missing', (months) => {
    expect(seenOfBlocks(of('A15'), months, blocks)).toMatchObject({ figure: { value: null, numerator: null, denominator: null, n: 0, median: null }, isHidden: true });
  });

  it('is hidden where blocks leave a month out between them', () => {
    expect(seenOfBlocks(of('A15'), [january, february, march], [block('FLOW', '2024-01', '2024-01', { among: 6 }), block('FLOW', '2024-03', '2024-03', { among: 6 })]).isHidden).toBe(true);
  });

  it('needs the block that stands at its end, of an indicator that has such a part', () => {
    const stands = block('STANDING', '2024-02', '2024-02', { atEnd: { among: 8 } });
    expect(seenOfBlocks(of('A9'), [january, february], [stands])).toMatchObject({ figure: { value: 8 }, isHidden: false });
    expect(seenOfBlocks(of('A9'), [january], [stands]).isHidden).toBe(true);
    expect(seenOfBlocks(of('CHAT.TOTAL'), [january, february], [...blocks, stands]).figure.value).toBe(14);
    expect(seenOfBlocks(of('CHAT.TOTAL'), [january, february], blocks).isHidden).toBe(true);
  });

  it('says a time without the median of those who wait where nobody may know who waits', () => {
    const flow = block('FLOW', '2024-01', '2024-01', { days: [100, 200, 300, 400, 500, 600] });
    const seen = seenOfBlocks(of('A1'), [january], [flow]);
    expect(seen).toMatchObject({ figure: { value: 350, median: 350, medianWithWaiting: null }, isHidden: false });
    const stands = block('STANDING', '2024-01', '2024-01', { atEnd: { waits: [700, 700, 700, 700, 700, 700] } });
    // Twelve, of whom six moved on by day 600.
    expect(seenOfBlocks(of('A1'), [january], [flow, stands]).figure.medianWithWaiting).toBe(600);
  });
});

describe('a window of the own agency', () => {
  const months = new Map([[january, { among: 2 }], [february, {}]]);

  it('is shown however few there are', () => {
    expect(seenOfMonths(of('A15'), [january, february], months)).toMatchObject({ figure: { value: 2 }, isHidden: false });
    expect(seenOfMonths(of('A5'), [february], months).figure).toMatchObject({ value: null, denominator: 0 });
  });

  it('has no value where the source does not tell of a month', () => {
    expect(seenOfMonths(of('A15'), [february, march], months)).toMatchObject({ figure: { value: null, reason: 'The source does not tell this for the whole period.' }, isHidden: false });
  });
});
