/** A text as it compares: small letters without accents, in the alphabet they are mistaken for. `at[i]` is where the i-th character comes from. */
export interface Folded {
  readonly text: string;
  /** One more than there are characters: the last is the end of the original. */
  readonly at: readonly number[];
}

// Accents, and characters that are not seen: joiners, marks of direction, soft hyphen, byte order mark.
const UNSEEN = /[\u0300-\u036f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/gu;
const SPACE = /\s/u;

/** Letters of other alphabets that look like Latin ones, and Latin letters that fold to two. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', е: 'e', ё: 'e', з: '3', і: 'i', ї: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', ѕ: 's', т: 't', у: 'y', х: 'x', һ: 'h', ԁ: 'd', ԛ: 'q', ԝ: 'w', ӏ: 'l',
  α: 'a', β: 'b', ε: 'e', ζ: 'z', η: 'h', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', σ: 's', τ: 't', υ: 'y', χ: 'x', ω: 'w',
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ŋ: 'n', ɑ: 'a', ɡ: 'g', ʟ: 'l', ɩ: 'i',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-', '﹣': '-', '’': '\'', '‘': '\'', ʼ: '\'', '′': '\'', '`': '\'', '´': '\'', '＇': '\'',
};

/** Greek and Cyrillic capitals that look like another Latin letter than their small ones do. */
const CAPITALS: Readonly<Record<string, string>> = { Η: 'h', Ν: 'n', Υ: 'y', Μ: 'm', Β: 'b', Ζ: 'z', В: 'b', Н: 'h', Р: 'p', У: 'y' };

export function fold(text: string): Folded {
  const at: number[] = [];
  let folded = '';
  let from = 0;
  for (const character of text) {
    const plain = plainOf(character);
    for (let i = 0; i < plain.length; i += 1) at.push(from);
    folded += plain;
    from += character.length;
  }
  return { text: folded, at: [...at, text.length] };
}

function plainOf(character: string): string {
  if (SPACE.test(character)) return ' ';
  const letters = (CAPITALS[character] ?? LOOKS_LIKE[character] ?? character).normalize('NFKD').replace(UNSEEN, '');
  return [...letters].map((letter) => CAPITALS[letter] ?? LOOKS_LIKE[letter.toLowerCase()] ?? letter.toLowerCase()).join('');
}
