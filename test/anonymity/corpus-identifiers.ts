import type { RandomSource } from '@hub/domain/matching/random';

const digits = (count: number, random: RandomSource): string => Array.from({ length: count }, () => random.whole(0, 9)).join('');
const letter = (from: string, random: RandomSource): string => random.pick([...from]);
const letters = (count: number, from: string, random: RandomSource): string => Array.from({ length: count }, () => letter(from, random)).join('');
const either = (text: string, random: RandomSource): string => (random.chance(0.3) ? text.toLowerCase() : text);

/** Ten digits of which the last is the check digit of NHS numbers; written out anew, not by the code under test. */
function nhs(random: RandomSource): string {
  for (;;) {
    const nine = `${random.whole(4, 7)}${digits(8, random)}`;
    let total = 0;
    for (let at = 0; at < 9; at += 1) total += Number(nine[at]) * (10 - at);
    const check = 11 - (total % 11);
    if (check === 10) continue;
    const number = `${nine}${check === 11 ? 0 : check}`;
    return random.pick([number, `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`, `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`, `${number.slice(0, 3)}\u00a0${number.slice(3, 6)}\u00a0${number.slice(6)}`]);
  }
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function date(random: RandomSource): string {
  const [day, month, year] = [random.whole(1, 28), random.whole(1, 12), random.whole(2008, 2026)];
  const name = MONTHS[month - 1] ?? 'May';
  const suffix = day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th';
  const two = (value: number): string => String(value).padStart(2, '0');
  return random.pick([
    `${two(day)}/${two(month)}/${year}`, `${day}.${month}.${year % 100 < 10 ? year : year % 100}`, `${day}-${month}-${year}`, `${year}-${two(month)}-${two(day)}`, `${day}${suffix} ${name} ${year}`, `${day} ${name}`,
    `${name} ${day}, ${year}`, `the ${day}${suffix} of ${name}`, `${name} ${year}`, `${name.slice(0, 3)} ${year}`, String(year),
  ]).replace(/^the /, '');
}

const MAKERS: Readonly<Record<string, (random: RandomSource) => string>> = {
  nhs,
  date,
  ni: (random) => {
    const [start, six, end] = [letter('ABCEGHJKLMNPRSTWXYZ', random) + letter('ABCEGHJKLMNPRSTWXYZ', random), digits(6, random), letter('ABCD', random)];
    return either(random.pick([start + six + end, `${start} ${six.slice(0, 2)} ${six.slice(2, 4)} ${six.slice(4)} ${end}`, `${start}-${six}-${end}`]), random);
  },
  postcode: (random) => {
    const area = random.pick(['LS', 'M', 'B', 'EC', 'SW', 'YO', 'HX', 'BD', 'G', 'CF']);
    const outward = area + random.pick([digits(1, random), digits(2, random), `${digits(1, random)}A`]);
    return either(`${outward}${random.pick([' ', ' ', '', '  '])}${digits(1, random)}${letters(2, 'ABDEFGHJLNPQRSTUWXYZ', random)}`, random);
  },
  phone: (random) => random.pick([
    `07${digits(3, random)} ${digits(6, random)}`, `07${digits(9, random)}`, `0113 ${digits(3, random)} ${digits(4, random)}`, `(01274) ${digits(6, random)}`, `+44 7${digits(3, random)} ${digits(3, random)} ${digits(3, random)}`,
    `+44 (0)20 7${digits(3, random)} ${digits(4, random)}`, `020-7${digits(3, random)}-${digits(4, random)}`,
  ]),
  email: (random) => `${letters(5, 'abcdefgh', random)}.${letters(4, 'klmnop', random)}@${random.pick(['example.com', 'mail.example.org', 'council.gov.uk'])}`,
  url: (random) => random.pick(['https://photos.example.com/', 'http://example.org/p/', 'www.example.net/', 'example.co.uk/']) + letters(6, 'abcdefgh', random),
  vehicle: (random) => either(random.pick([
    `${letters(2, 'ABCDEFGHJKLMNOP', random)}${random.whole(10, 79)} ${letters(3, 'ABCDEFGHJKLMNOP', random)}`, `${letters(2, 'ABCDEFGHJKLMNOP', random)}${random.whole(10, 79)}${letters(3, 'ABCDEFGHJKLMNOP', random)}`,
  ]), random),
  court: (random) => random.pick([`${letters(2, 'BLMNZ', random)}${random.whole(15, 26)}${letter('CPFZ', random)}${digits(5, random)}`, `[20${random.whole(12, 26)}] EWFC ${random.whole(1, 400)}`, `[20${random.whole(12, 26)}] EWHC ${random.whole(10, 3000)} (Fam)`]),
};

export function anyIdentifier(kind: string, random: RandomSource): string {
  const make = MAKERS[kind];
  if (!make) throw new Error(`The corpus knows no ${kind}.`);
  return make(random);
}
