import type { RandomSource } from '../matching/random';

/** Values in which each stands as often as its weight, to be picked from. */
export function weighted<T>(shares: readonly (readonly [T, number])[]): readonly T[] {
  return shares.flatMap(([value, weight]) => Array.from({ length: weight }, () => value));
}

/** A girl's and a boy's name, of which the child's sex decides. */
const FIRST_NAMES = [
  { F: 'Ada', M: 'Aaron' }, { F: 'Bea', M: 'Boris' }, { F: 'Cara', M: 'Callum' }, { F: 'Dilys', M: 'Dev' }, { F: 'Edie', M: 'Ellis' }, { F: 'Fern', M: 'Farid' },
  { F: 'Gwen', M: 'Giles' }, { F: 'Hana', M: 'Harris' }, { F: 'Imani', M: 'Idris' }, { F: 'Juno', M: 'Jonah' }, { F: 'Kezia', M: 'Kofi' }, { F: 'Leila', M: 'Leon' },
  { F: 'Maeve', M: 'Milo' }, { F: 'Nadia', M: 'Ned' }, { F: 'Orla', M: 'Oscar' }, { F: 'Pippa', M: 'Piotr' }, { F: 'Rhian', M: 'Reuben' }, { F: 'Safia', M: 'Seth' },
  { F: 'Tilda', M: 'Tobias' }, { F: 'Una', M: 'Umar' }, { F: 'Verity', M: 'Viktor' }, { F: 'Wren', M: 'Wilf' }, { F: 'Yara', M: 'Yusuf' }, { F: 'Zara', M: 'Zach' },
] as const;

export type FirstNames = (typeof FIRST_NAMES)[number];

const LAST_NAMES = [
  'Ashdown', 'Birkett', 'Calloway', 'Dunmore', 'Elstone', 'Fairhurst', 'Garside', 'Hallam', 'Inchbald', 'Jessop', 'Kirkbride', 'Lomas',
  'Marlowe', 'Netherby', 'Oakden', 'Pemberly', 'Quarrington', 'Rushby', 'Stanhope', 'Thornlie', 'Underhay', 'Varley', 'Wetherell', 'Yelland',
] as const;
const STREETS = ['Mill Lane', 'Orchard Rise', 'Canal Walk', 'Station Road', 'Chapel Hill', 'Meadow Close'] as const;

const CHARACTERS = ['Curious and quick to laugh', 'Gentle and watchful', 'Full of energy', 'A calm, sociable child', 'Determined and funny'] as const;
const JOYS = ['loves water and anything with wheels', 'likes books, animals and being outdoors', 'is happiest with music on', 'enjoys building and taking apart', 'likes routine and long cuddles'] as const;
const HOPES = ['Needs patient adults who keep to a routine.', 'Would do well with adults who have time and humour.', 'Needs carers who understand early trauma.', 'Is looking for a family that enjoys an active life.'] as const;
const EXPERIENCES = ['No children yet; long experience with nieces and nephews.', 'Former foster carers.', 'One works in a nursery.', 'Second-time adopters.', 'Volunteers with a youth group.'] as const;

export const drawFirstNames = (random: RandomSource): FirstNames => random.pick(FIRST_NAMES);
/** The first name that none of the brothers and sisters has. */
export const otherFirstName = (sex: 'F' | 'M', taken: readonly string[]): string => FIRST_NAMES.map((names) => names[sex]).find((name) => !taken.includes(name)) ?? '';
export const drawLastName = (random: RandomSource): string => random.pick(LAST_NAMES);
export const drawAddress = (random: RandomSource, district: string): string => `${random.whole(1, 120)} ${random.pick(STREETS)}, ${district}`;

/** A profile text without a name, place or date. */
export function drawAboutChild(random: RandomSource): string {
  return `${random.pick(CHARACTERS)}; ${random.pick(JOYS)}. ${random.pick(HOPES)}`;
}

export const drawExperience = (random: RandomSource): string => random.pick(EXPERIENCES);

export function drawAboutHousehold(random: RandomSource): string {
  return random.pick([
    'A settled home with a garden and close family nearby. One adult will take a year of leave.',
    'A quiet household near good schools, used to visitors and to planning ahead.',
    'An active couple with a wide circle of friends who have adopted.',
    'A home with room and time; both adults can work flexibly.',
  ]);
}
