/** What a spreadsheet takes for the beginning of a formula, in its ASCII and full-width forms (trust.md UPL-4). */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/;
// Controls but for line ends, and what turns the direction of writing: a reader's screen must show what is written.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  const seen = safe.replace(UNSEEN, '\ufffd');
  return /[",\r\n']/.test(seen) ? `"${seen.replace(/"/g, '""')}"` : seen;
}

/** CSV after RFC 4180 with a mark so that Excel reads UTF-8. Formulas stay text; a number may be negative. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
