import { csvText } from './csv';
import { deliveryOf } from './delivery';

describe('a CSV file', () => {
  it.each([
    ['=1+1', `"'=1+1"`], ['+44 20', `"'+44 20"`], ['-x', `"'-x"`], ['@SUM(A1)', `"'@SUM(A1)"`], ['\t=1', `"'\t=1"`], [' =1', `"' =1"`], ['＝1', `"'＝1"`], ['plain', 'plain'], ['a,b', '"a,b"'], ['say "x"', '"say ""x"""'],
  ])('UPL-4: %j is written as text', (value, written) => expect(csvText([[value]])).toBe(`\ufeff${written}\r\n`));

  it('AUD-9: a name with newline and ANSI codes stays one record', () => {
    const text = csvText([['Ada\r\n\u001b[31mForged, row\u202e', 3, null]]);
    expect(text).toBe('\ufeff"Ada\r\n\ufffd[31mForged, row\ufffd",3,\r\n');
  });
});

describe('a delivery', () => {
  const at = new Date('2026-11-20T10:00:00Z');
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
  it.each([
    [true, true, 1, 'DELIVERED'], [true, true, 3600, 'DELIVERED'], [true, false, 59, 'NOT_KNOWN_YET'], [true, false, 61, 'NOT_DELIVERED'], [false, false, 3600, 'NOT_SENT'],
  ] as const)('remote %s, receipt %s, after %i seconds: %s', (isRemote, isReceipted, seconds, verdict) => {
    expect(deliveryOf({ at, isRemote, isReceipted }, later(seconds))).toBe(verdict);
  });
});
