import type { Finding } from '@hub/domain/anonymity/text/finding';
import { isNhsNumber } from '@hub/domain/anonymity/text/identifiers';
import { screen, suggest } from '@hub/domain/anonymity/text/screen';
import type { KnownName } from '@hub/domain/anonymity/text/known-names';
import { writeCorpus, type Paragraph, type Planted } from './corpus';

const PARAGRAPHS = 1500;
const SEED = 20_261;

const knownOf = ({ known: { child, surname, around, school } }: Paragraph): KnownName[] =>
  [{ text: child, of: 'CHILD' }, { text: surname, of: 'CHILD' }, { text: around, of: 'OTHER' }, { text: school, of: 'OTHER' }];

/** Every letter and digit of what was planted lies in a finding. */
const isCovered = (text: string, { from, to }: Planted, findings: readonly Finding[]): boolean =>
  [...Array(to - from).keys()].every((offset) => !/[\p{L}\p{N}]/u.test(text.charAt(from + offset)) || findings.some((one) => one.from <= from + offset && from + offset < one.to));

interface Tally { planted: number; found: number; readonly missed: string[] }
type Sort = Planted['sort'];

function measure(paragraphs: readonly Paragraph[]) {
  const tallies: Record<Sort, Tally> = { KNOWN: { planted: 0, found: 0, missed: [] }, IDENTIFIER: { planted: 0, found: 0, missed: [] }, OTHER: { planted: 0, found: 0, missed: [] } };
  let [marks, right] = [0, 0];
  for (const paragraph of paragraphs) {
    const findings = screen(paragraph.text, { known: knownOf(paragraph), shown: null });
    marks += findings.length;
    right += findings.filter(({ from, to }) => paragraph.planted.some((one) => one.from < to && from < one.to)).length;
    for (const one of paragraph.planted) {
      const tally = tallies[one.sort];
      tally.planted += 1;
      if (isCovered(paragraph.text, one, findings)) tally.found += 1;
      else tally.missed.push(`${one.how}: ${paragraph.text.slice(Math.max(0, one.from - 15), one.to + 10)}`);
    }
  }
  return { tallies, precision: right / marks };
}

describe('ANON-3: the screen of free text', () => {
  it('recall on the planted corpus: 100% of known-name variants and structured identifiers, at least 98% of other names and places; precision reported', () => {
    const { tallies: { KNOWN, IDENTIFIER, OTHER }, precision } = measure(writeCorpus(PARAGRAPHS, SEED));
    const share = ({ found, planted }: Tally): string => `${found} of ${planted} (${((100 * found) / planted).toFixed(2)} %)`;
    process.stdout.write(`Screen of free text, ${PARAGRAPHS} paragraphs: known names ${share(KNOWN)}, identifiers ${share(IDENTIFIER)}, other names and places ${share(OTHER)}, precision ${(100 * precision).toFixed(1)} %\n`);
    expect(Math.min(KNOWN.planted, IDENTIFIER.planted, OTHER.planted)).toBeGreaterThan(1000);
    expect(KNOWN.missed).toEqual([]);
    expect(IDENTIFIER.missed).toEqual([]);
    expect({ enough: OTHER.found / OTHER.planted >= 0.98, missed: OTHER.missed.slice(0, 40) }).toMatchObject({ enough: true });
    expect(precision).toBeGreaterThan(0.8);
  });

  it('finds nothing certain where nothing was planted', () => {
    const harmless = writeCorpus(PARAGRAPHS, SEED).filter(({ planted }) => planted.length === 0);
    expect(harmless.length).toBeGreaterThan(5);
    for (const one of harmless) expect(screen(one.text, { known: knownOf(one), shown: null }).filter(({ certain }) => certain)).toEqual([]);
  });

  it('suggests a text in which it finds nothing certain any more, and changes nothing itself', () => {
    for (const paragraph of writeCorpus(200, 7)) {
      const findings = screen(paragraph.text, { known: knownOf(paragraph), shown: null });
      const suggested = suggest(paragraph.text, findings);
      expect(screen(suggested, { known: knownOf(paragraph), shown: null }).filter(({ certain }) => certain)).toEqual([]);
    }
  });

  it.each([['943 476 5919', true], ['9434765919', true], ['943 476 5918', false], ['943 476 591', false]])('NHS number %s: %s', (text, expected) => expect(isNhsNumber(text)).toBe(expected));
});
