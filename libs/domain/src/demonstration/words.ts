import type { RandomSource } from '../matching/random';

/** Values in which each stands as often as its weight, to be picked from. */
export function weighted<T>(shares: readonly (readonly [T, number])[]): readonly T[] {
  return shares.flatMap(([value, weight]) => Array.from({ length: weight }, () => value));
}

const FIRST_NAMES = [
  'Ada', 'Aaron', 'Bea', 'Callum', 'Dilys', 'Edie', 'Farid', 'Gwen', 'Harris', 'Imani', 'Jonah', 'Kezia', 'Leon', 'Maeve', 'Nadia',
  'Oscar', 'Pippa', 'Reuben', 'Safia', 'Tobias', 'Una', 'Viktor', 'Wren', 'Yusuf', 'Zara',
] as const;
const LAST_NAMES = [
  'Ashdown', 'Birkett', 'Calloway', 'Dunmore', 'Elstone', 'Fairhurst', 'Garside', 'Hallam', 'Inchbald', 'Jessop', 'Kirkbride', 'Lomas',
  'Marlowe', 'Netherby', 'Oakden', 'Pemberly', 'Quarrington', 'Rushby', 'Stanhope', 'Thornlie', 'Underhay', 'Varley', 'Wetherell', 'Yelland',
] as const;
const STREETS = ['Mill Lane', 'Orchard Rise', 'Canal Walk', 'Station Road', 'Chapel Hill', 'Meadow Close'] as const;

const CHARACTERS = ['Curious and quick to laugh', 'Gentle and watchful', 'Full of energy', 'A calm, sociable child', 'Determined and funny'] as const;
const JOYS = ['loves water and anything with wheels', 'likes books, animals and being outdoors', 'is happiest with music on', 'enjoys building and taking apart', 'likes routine and long cuddles'] as const;
const HOPES = ['Needs patient adults who keep to a routine.', 'Would do well with adults who have time and humour.', 'Needs carers who understand early trauma.', 'Is looking for a family that enjoys an active life.'] as const;
const EXPERIENCES = ['No children yet; long experience with nieces and nephews.', 'Former foster carers.', 'One works in a nursery.', 'Second-time adopters.', 'Volunteers with a youth group.'] as const;

export const drawFirstName = (random: RandomSource): string => random.pick(FIRST_NAMES);
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
