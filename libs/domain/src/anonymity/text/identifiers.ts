import type { Finding, FindingKind } from './finding';
import type { Folded } from './fold';

interface Pattern {
  readonly kind: FindingKind;
  readonly shape: RegExp;
  readonly replacement: string;
}

const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const NUMBER_WORD = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)';
const COUNT = `(?:\\d{1,3}(?:\\.\\d)?|${NUMBER_WORD})(?:\\s*(?:½|1/2|and a half|and \\w+ months?))?`;

/** Matched on folded text, in this order: what comes first wins where two overlap. Shapes of UK identifiers as the issuing bodies publish them. */
const PATTERNS: readonly Pattern[] = [
  { kind: 'EMAIL', shape: /[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:(?:\.|\s?(?:\(dot\)|\[dot\])\s?)[\w-]+)+/g, replacement: '[e-mail address]' },
  { kind: 'WEB_ADDRESS', shape: /(?:https?:\/\/|\bwww\.)\S*[\w/]|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:co\.uk|org\.uk|gov\.uk|ac\.uk|sch\.uk|nhs\.uk|com|org|net|info|uk)\b(?:\/\S*\w)?/g, replacement: '[web address]' },
  { kind: 'COURT_NUMBER', shape: /\b[a-z]{2}\s?\d{2}\s?[a-z]\s?\d{4,6}\b|[[(]\d{4}[\])]\s?ew(?:fc|hc|ca|cop)\b(?:\s?civ)?\s?\d+(?:\s?\(\w+\))?/g, replacement: '[court number]' },
  { kind: 'NI_NUMBER', shape: /\b[abceghj-prstw-z][abceghj-nprstw-z][\s-]?\d{2}[\s-]?\d{2}[\s-]?\d{2}[\s-]?[a-d]\b/g, replacement: '[National Insurance number]' },
  { kind: 'PHONE', shape: /(?:\+\s?44|\b0044|\(0|\b0)(?:[\s().-]{0,3}\d){9,11}\b/g, replacement: '[telephone number]' },
  { kind: 'DATE', shape: new RegExp(`\\b${DAY}\\s?[/.-]\\s?(?:0?[1-9]|1[0-2])\\s?[/.-]\\s?(?:\\d{4}|\\d{2})\\b|\\b(?:19|20)\\d{2}[-/.](?:0[1-9]|1[0-2])[-/.]${DAY}\\b`, 'g'), replacement: 'some time ago' },
  { kind: 'DATE', shape: new RegExp(`\\b${DAY}\\s?(?:st|nd|rd|th)?\\s?(?:of\\s)?${MONTH}(?:,?\\s?(?:\\d{4}|'\\d{2}))?|\\b${MONTH}\\s${DAY}(?:st|nd|rd|th)?(?!\\d)(?:,?\\s\\d{4})?|\\b${MONTH},?\\s(?:of\\s)?(?:19|20)\\d{2}\\b`, 'g'), replacement: 'some time ago' },
  { kind: 'AGE', shape: new RegExp(`(?<!(?:about|around|nearly|almost|under|over) )\\b(?:${COUNT})[\\s-]?(?:years?|yrs?|months?|mths?|weeks?)[\\s-](?:of\\sage|old)\\b|\\baged?:?\\s${COUNT}\\b|\\b${COUNT}\\s?(?:yo|y/o)\\b|\\b(?:turned|turns|turning)\\s${COUNT}\\b|\\b(?:${DAY}|${NUMBER_WORD})(?:st|nd|rd|th)\\sbirthday\\b|\\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\\sbirthday\\b`, 'g'), replacement: '[age]' },
  { kind: 'POSTCODE', shape: /\b[a-z]{1,2}\s?\d[0-9a-z]?\s{0,2}-?\d[a-z]{2}\b/g, replacement: '[postcode]' },
  { kind: 'VEHICLE', shape: /\b[a-z]{2}\d{2}\s?-?[a-z]{3}\b|\b[a-hj-npr-y]\d{1,3}\s[a-z]{3}\b|\b[a-z]{3}\s\d{1,3}[a-hj-npr-y]\b/g, replacement: '[vehicle mark]' },
  { kind: 'NUMBER', shape: /\b\d(?:[\s-]?\d){5,}\b/g, replacement: '[number]' },
  { kind: 'DATE', shape: /\b(?:19|20)\d{2}\b/g, replacement: 'some time ago' },
];

/** Outward codes stand in capitals; "b12" in small letters is a vitamin more often than a place. */
const OUTWARD = /(?<![\w-])[A-Z]{1,2}[0-9]{1,2}[A-Z]?(?![\w-])/g;

const NHS_DIGITS = 10;

/** The NHS number's own check: weights 10 to 2, the remainder of 11 is the tenth digit (NHS data dictionary). */
export function isNhsNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length !== NHS_DIGITS) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (NHS_DIGITS - at), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** Identifiers, dates and ages by their shape, wherever they stand. */
export function findIdentifiers(original: string, { text, at }: Folded): Finding[] {
  const found = PATTERNS.flatMap(({ kind, shape, replacement }) => [...text.matchAll(shape)].map((match): Finding => {
    const span = { from: at[match.index] ?? 0, to: at[match.index + match[0].length] ?? original.length, certain: true };
    const isNhs = (kind === 'NUMBER' || kind === 'PHONE') && isNhsNumber(match[0]);
    return isNhs ? { ...span, kind: 'NHS_NUMBER', replacement: '[NHS number]' } : { ...span, kind, replacement };
  }));
  const outward = [...original.matchAll(OUTWARD)].map((match): Finding =>
    ({ from: match.index, to: match.index + match[0].length, kind: 'POSTCODE', replacement: '[postcode]', certain: false }));
  return [...found, ...outward];
}
