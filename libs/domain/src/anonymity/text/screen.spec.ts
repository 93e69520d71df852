import fc from 'fast-check';
import { differencesBetween } from './differences';
import type { FindingKind } from './finding';
import { screen, suggest } from './screen';
import type { KnownName } from './known-names';

const known: KnownName[] = [{ text: 'Zoë', of: 'CHILD' }, { text: "O'Marsh", of: 'CHILD' }, { text: 'CH-00417', of: 'OTHER' }, { text: 'Will', of: 'OTHER' }, { text: 'Sam and Alex', of: 'ADULT' }];
const find = (text: string, shown: Parameters<typeof screen>[1]['shown'] = null) => screen(text, { known, shown });
const certain = (text: string): FindingKind[] => find(text).filter((one) => one.certain).map(({ kind }) => kind);

describe('ANON-3: what must not stay in a text', () => {
  it.each<[string, FindingKind]>([
    ['zoe likes trains', 'KNOWN_NAME'], ['ZOË likes trains', 'KNOWN_NAME'], ["zoe's trains", 'KNOWN_NAME'], ['The O’Marsh family', 'KNOWN_NAME'], ['The O Marshes', 'KNOWN_NAME'], ['Number ch 00417', 'KNOWN_NAME'], ['Zo\u200bë', 'KNOWN_NAME'],
    ['Sam enjoys cooking', 'KNOWN_NAME'], ['a day with Samantha', 'KNOWN_NAME'], ['Born 01/02/2023', 'DATE'], ['since 2024-03-01', 'DATE'], ['on 3rd March', 'DATE'], ['in June 2021', 'DATE'], ['since 2019', 'DATE'], ['lives in ZZ1 4QQ', 'POSTCODE'],
    ['write to a@b.example', 'EMAIL'], ['ring 01632 960 123', 'PHONE'], ['943 476 5919', 'NHS_NUMBER'], ['999 123 4567', 'NUMBER'], ['see example.co.uk', 'WEB_ADDRESS'], ['QQ 12 34 56 C'.replace('QQ', 'AB'), 'NI_NUMBER'], ['a car, AB12 CDE', 'VEHICLE'],
    ['case LS23C50123', 'COURT_NUMBER'], ['[2021] EWFC 12', 'COURT_NUMBER'], ['aged 3', 'AGE'], ['is 3 years old', 'AGE'], ['a three-year-old', 'AGE'], ['is 18 months old', 'AGE'], ['had his third birthday', 'AGE'], ['turned five', 'AGE'],
  ])('finds in %j a %s', (text, kind) => expect(certain(text)).toContain(kind));

  it.each([
    'Likes trains and being outside.', 'A zoo visit is a treat.', 'Has 2 older brothers; about three years old.', 'They walk and swim.', 'They may need time, and will settle.', 'Sleeps 12 hours a night', 'Eats 5 meals a day; weighs 14 kg',
  ])('finds nothing certain in %j', (text) => expect(certain(text)).toEqual([]));

  it('marks a known name that is an everyday word too, and leaves it to a person', () => {
    expect(find('She will settle.')).toMatchObject([{ kind: 'KNOWN_NAME', certain: false }]);
    expect(find('A day with Will.')).toMatchObject([{ kind: 'KNOWN_NAME', certain: true }]);
  });

  it('marks names, places and schools at large as uncertain', () => {
    expect(find('Lived with Mrs Kettlewell in Leeds near Oak Lane.').map(({ kind, certain: sure }) => [kind, sure])).toEqual([['NAME', false], ['PLACE', false], ['PLACE', false]]);
  });
});

describe('what the guard does not show', () => {
  it('must not be told by the text', () => {
    const text = 'She is a Polish girl and has a sister.';
    expect(find(text)).toEqual(expect.not.arrayContaining([expect.objectContaining({ kind: 'TRAIT' })]));
    const told = (shown: Parameters<typeof screen>[1]['shown']) => find(text, shown).filter(({ kind }) => kind === 'TRAIT').map(({ from, to }) => text.slice(from, to));
    expect(told({ sex: 'NOT_SHOWN', heritage: ['WHITE'], size: 1, sizeOpen: false })).toEqual(['She', 'girl', 'sister']);
    expect(told({ sex: 'F', heritage: null, size: 1, sizeOpen: false })).toEqual(['Polish']);
    expect(told({ sex: 'F', heritage: ['WHITE'], size: 1, sizeOpen: true })).toEqual(['sister']);
    expect(told({ sex: 'F', heritage: ['WHITE'], size: 2, sizeOpen: true })).toEqual([]);
    expect(suggest(text, find(text, { sex: 'NOT_SHOWN', heritage: null, size: 1, sizeOpen: false }))).toBe('They is a [heritage] child and has a sibling.');
  });
});

describe('the suggestion and its differences', () => {
  it('writes the suggestion in the place of each finding', () => {
    const text = 'Zoë was born on 01/02/2023 and loves water.';
    expect(suggest(text, find(text))).toBe('The child was born on some time ago and loves water.');
  });

  it('gives back both texts from the stretches, and the fewest of them where nothing changed', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'the child')).map((pieces) => pieces.join(''));
    fc.assert(fc.property(texts, texts, (before, after) => {
      const found = differencesBetween(before, after);
      expect(found.filter(({ kind }) => kind !== 'ADDED').map(({ text }) => text).join('')).toBe(before);
      expect(found.filter(({ kind }) => kind !== 'REMOVED').map(({ text }) => text).join('')).toBe(after);
      if (before === after) expect(found.length).toBe(before === '' ? 0 : 1);
    }));
    expect(differencesBetween('Zoë likes trains', 'The child likes trains')).toEqual([{ kind: 'REMOVED', text: 'Zoë ' }, { kind: 'ADDED', text: 'The child ' }, { kind: 'SAME', text: 'likes trains' }]);
  });

  it('gives findings in order, without overlaps and within the text, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constantFrom('Zoë ', '01/02/2023', 'O Marsh', ''), (text, planted) => {
      const findings = find(`${planted}${text}`);
      findings.forEach(({ from, to }, at) => {
        expect(from < to && to <= planted.length + text.length).toBe(true);
        expect(from).toBeGreaterThanOrEqual(findings[at - 1]?.to ?? 0);
      });
    }));
  });
});
