import { xmr } from './xmr';

const signalsOf = (values: readonly number[]) => xmr(values)?.points.map(({ signals }) => signals.join('+')) ?? [];
const CALM = [10, 12, 11, 13, 12, 11, 10, 12, 11, 13, 12, 11];

describe('an XmR chart', () => {
  // Sum 138 of 12 points; moving ranges 2 1 2 1 1 1 2 1 2 1 1, together 15 of 11.
  it('has its limits 2.66 mean moving ranges from the mean', () => {
    const chart = xmr(CALM);
    expect(chart?.mean).toBe(11.5);
    expect([chart?.lower, chart?.upper]).toEqual([expect.closeTo(11.5 - (2.66 * 15) / 11, 12), expect.closeTo(11.5 + (2.66 * 15) / 11, 12)]);
    expect(signalsOf(CALM).join('')).toBe('');
  });

  // Mean range 69/11 = 6.27, so that 29 and 28 lie beyond 3.267 of it (20.5) and are left out: 12 of 9 remain.
  it('leaves out moving ranges beyond 3.267 of their mean', () => {
    const values = CALM.map((value, at) => (at === 6 ? 40 : value));
    const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? 0)));
    expect(ranges).toEqual([2, 1, 2, 1, 1, 29, 28, 1, 2, 1, 1]);
    expect(xmr(values)?.upper).toBeCloseTo(14 + (2.66 * 12) / 9, 9);
    expect(signalsOf(values)[6]).toContain('OUTSIDE');
  });

  it('does not go beyond what a value can be', () => {
    expect(xmr([0, 60, 10, 90], { least: 0, most: 100 })).toMatchObject({ lower: 0, upper: 100 });
  });

  it('marks seven on one side, and not six', () => {
    const values = [...Array<number>(7).fill(0).map((_, at) => 10 + (at % 2)), ...Array<number>(7).fill(0).map((_, at) => 20 + (at % 2))];
    expect(signalsOf(values).every((signals) => signals.includes('SHIFT'))).toBe(true);
    expect(signalsOf([...values.slice(1, 7), ...values.slice(7, 13)]).join('')).not.toContain('SHIFT');
  });

  it('marks seven that rise or fall, and not six', () => {
    expect(signalsOf([5, 1, 2, 3, 4, 5, 6, 7, 3]).map((signals) => signals.includes('TREND'))).toEqual([false, true, true, true, true, true, true, true, false]);
    expect(signalsOf([5, 1, 2, 3, 4, 5, 6, 3]).join('')).not.toContain('TREND');
  });

  it('marks two of three beyond two thirds of the limit on one side', () => {
    // Mean 10.25; ranges 1 1 1 1 1 1 1 3 1 0 4 1 : limits about 3.5 away, two thirds of it 2.3.
    const values = [10, 9, 10, 9, 10, 9, 10, 9, 13, 10, 13, 10, 9, 10, 9];
    const marked = signalsOf(values).map((signals) => signals.includes('TWO_OF_THREE'));
    expect(marked).toEqual(values.map((value, at) => value === 13 && (at === 8 || at === 10)));
  });

  // Mean 2/36; of 35 ranges four are 1 and beyond 3.267 of their mean (4/35), the others 0.
  it('finds no change in events so rare that most periods have none, nor in what is nearly always all', () => {
    const two = Array.from({ length: 36 }, (_, at) => (at === 9 || at === 25 ? 1 : 0));
    expect(xmr(two, { least: 0 })).toMatchObject({ isTooLittle: true, upper: expect.closeTo(2 / 36 + (2.66 * 4) / 35, 12) as number });
    expect(xmr(two.map((value) => 100 * (1 - value)), { least: 0, most: 100 })?.isTooLittle).toBe(true);
    expect(xmr(CALM.map((_, at) => at % 2), { least: 0 })?.isTooLittle).toBe(false);
  });

  // 100/3 twelve times over: the sum over 12 is not 100/3 to the last digit.
  it('finds no change in what never changes', () => {
    const flat = Array<number>(12).fill(100 / 3);
    expect(xmr(flat)?.mean).not.toBe(100 / 3);
    expect([signalsOf(flat).join(''), signalsOf(Array<number>(12).fill(0)).join('')]).toEqual(['', '']);
    expect(xmr(Array<number>(12).fill(0), { least: 0 })?.isTooLittle).toBe(false);
  });

  it('says that too few points say little, and draws nothing of none', () => {
    expect([xmr(CALM)?.isTooLittle, xmr(CALM.slice(1))?.isTooLittle, xmr([])]).toEqual([false, true, null]);
  });
});
