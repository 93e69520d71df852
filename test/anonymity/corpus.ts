import { randomSource, type RandomSource } from '@hub/domain/matching/random';
import { AROUND, AT_LARGE, CHILDREN, EVERYDAY, HARMLESS, IDENTIFYING, NAMED, OTHER_FIRST, OTHER_LAST, OTHER_PLACES, SCHOOLS, STREETS, SURNAMES } from './corpus-words';
import { anyIdentifier } from './corpus-identifiers';

/** What was planted: KNOWN a name of the record in some spelling, IDENTIFIER something with a shape, OTHER a person or place at large. */
export interface Planted {
  readonly from: number;
  readonly to: number;
  readonly sort: 'KNOWN' | 'IDENTIFIER' | 'OTHER';
  readonly how: string;
}

export interface Paragraph {
  readonly text: string;
  readonly planted: readonly Planted[];
  /** What the record of the child in this paragraph names. */
  readonly known: { readonly child: string; readonly surname: string; readonly around: string; readonly school: string };
}

type Variant = readonly [how: string, write: (name: string, nickname: string, random: RandomSource) => string];

const bare = (name: string): string => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/ł/g, 'l').replace(/Ł/g, 'L').replace(/ø/g, 'o').replace(/Ø/g, 'O');
const LOOKALIKES: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х', i: 'і', A: 'А', E: 'Е', O: 'О', C: 'С', M: 'М', T: 'Т', K: 'К', B: 'В', H: 'Н' };

/** The ways in which a name of the record turns up in a text. */
const VARIANTS: readonly Variant[] = [
  ['as recorded', (name) => name],
  ['small letters', (name) => name.toLowerCase()],
  ['capitals', (name) => name.toUpperCase()],
  ['nickname', (_, nickname) => nickname],
  ['possessive', (name, _, random) => `${name}${random.pick(["'s", '’s', 's'])}`],
  ['no accents', (name) => bare(name)],
  ['decomposed accents', (name) => name.normalize('NFD')],
  ['hyphen as another sign', (name, _, random) => name.replace(/-/g, random.pick(['\u2011', '\u2013', ' ', '']))],
  ['apostrophe as another sign', (name, _, random) => name.replace(/'/g, random.pick(['’', 'ʼ', '`', '']))],
  ['zero-width', (name, _, random) => { const at = random.whole(1, name.length - 1); return name.slice(0, at) + random.pick(['\u200b', '\u200d', '\u2060', '\u00ad', '\ufeff']) + name.slice(at); }],
  ['look-alikes', (name) => [...name].map((letter) => LOOKALIKES[letter] ?? letter).join('')],
  ['full width', (name) => [...name].map((letter) => (/[A-Za-z]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter)).join('')],
  ['two letters swapped', (name, _, random) => misspelt(name, random, (at) => name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2))],
  ['a letter dropped', (name, _, random) => misspelt(name, random, (at) => name.slice(0, at) + name.slice(at + 1))],
  ['a letter doubled', (name, _, random) => misspelt(name, random, (at) => name.slice(0, at) + (name[at] ?? '') + name.slice(at))],
  ['a letter wrong', (name, _, random) => misspelt(name, random, (at) => name.slice(0, at) + random.pick([...'bdgkmnrstw']) + name.slice(at + 1))],
];

/** A slip inside a word of four letters or more; shorter ones would be other names. */
function misspelt(name: string, random: RandomSource, slip: (at: number) => string): string {
  const places = [...name].map((_, at) => at).filter((at) => at > 0 && at < name.length - 1 && /^\p{L}{3}$/u.test(name.slice(at - 1, at + 2)));
  if (name.length < 4 || places.length === 0) return name;
  const written = slip(random.pick(places));
  return EVERYDAY.has(written.toLowerCase()) ? name : written;
}

class Writer {
  text = '';
  readonly planted: Planted[] = [];

  say(words: string): void {
    this.text += words;
  }

  plant(words: string, sort: Planted['sort'], how: string): void {
    const letters = words.replace(/(?:'s|’s)$/, '');
    this.planted.push({ from: this.text.length, to: this.text.length + letters.length, sort, how });
    this.text += words;
  }
}

/** `count` paragraphs that nobody wrote of nobody; the same seed gives the same ones. */
export function writeCorpus(count: number, seed: number): Paragraph[] {
  const random = randomSource(seed);
  return Array.from({ length: count }, () => paragraph(random));
}

function paragraph(random: RandomSource): Paragraph {
  const [child, nickname] = random.pick(CHILDREN);
  const known = { child, surname: random.pick(SURNAMES), around: random.pick(AROUND), school: random.pick(SCHOOLS) };
  const templates = Array.from({ length: random.whole(4, 7) }, () => {
    const kind = random.next();
    return random.pick(kind < 0.4 ? HARMLESS : kind < 0.65 ? NAMED : kind < 0.83 ? AT_LARGE : IDENTIFYING);
  });
  const writer = new Writer();
  templates.forEach((template, at) => {
    if (at > 0) writer.say(' ');
    for (const piece of template.split(/(\{\w+\})/)) fill(piece, { known, nickname }, writer, random);
  });
  return { text: writer.text, planted: writer.planted, known };
}

interface Who { readonly known: Paragraph['known']; readonly nickname: string }

function fill(piece: string, { known, nickname }: Who, writer: Writer, random: RandomSource): void {
  const slot = /^\{(\w+)\}$/.exec(piece)?.[1];
  if (slot === undefined) return writer.say(piece);
  if (slot === 'child' || slot === 'surname' || slot === 'around') {
    const whole = known[slot];
    const word = slot === 'around' && random.chance(0.6) ? random.pick(whole.split(' ')) : whole;
    const [how, write] = random.pick(VARIANTS);
    return writer.plant(write(word, slot === 'child' ? nickname : word, random), 'KNOWN', `${slot}: ${how}`);
  }
  if (slot === 'school') return writer.plant(known.school, 'KNOWN', 'school');
  const other = otherOf(slot, random);
  return other === null ? writer.plant(anyIdentifier(slot, random), 'IDENTIFIER', slot) : writer.plant(casing(other, random), 'OTHER', slot);
}

function otherOf(slot: string, random: RandomSource): string | null {
  if (slot === 'first') return random.pick(OTHER_FIRST);
  if (slot === 'last') return random.pick(OTHER_LAST);
  if (slot === 'person') return `${random.pick(OTHER_FIRST)} ${random.pick(OTHER_LAST)}`;
  if (slot === 'place') return random.pick(OTHER_PLACES);
  return slot === 'street' ? random.pick(STREETS) : null;
}

/** One in forty forgets the capital, one in forty shouts. */
function casing(name: string, random: RandomSource): string {
  const luck = random.whole(1, 40);
  return luck === 1 ? name.toLowerCase() : luck === 2 ? name.toUpperCase() : name;
}
