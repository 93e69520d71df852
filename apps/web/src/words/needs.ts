import type { Level } from '@hub/domain/matching/pool';
import { CONTACT_WORDS, LEVEL_WORDS, NEED_LABELS, needLabel, rangeWord } from '@hub/domain/children/words';

/** The needs of the policy, in its order, with the words that workers use. */
export const NEEDS: readonly (readonly [key: string, words: string])[] = Object.entries(NEED_LABELS);

export const needWords = needLabel;

/** A level, or the range that is shown of it. */
export const needRangeWords = (level: number | null | undefined, upTo?: number | null): string => rangeWord((level ?? null) as Level | null, upTo as Level | null | undefined);

export const levelWords = (level: number | null | undefined): string => (level === null || level === undefined ? 'not recorded' : LEVEL_WORDS[level as keyof typeof LEVEL_WORDS]);

/** The level that the hub's word stands for, where it is one. */
export function levelOfWords(words: string | null): number | null {
  const level = Object.values(LEVEL_WORDS).indexOf(words ?? '');
  return level < 0 ? null : level;
}

export const contactWords = (contact: number | null | undefined): string | null => (contact === null || contact === undefined ? null : CONTACT_WORDS[contact as keyof typeof CONTACT_WORDS]);

/** A criterion or rule that carries a need in its name (`need:attachment`). */
export function needOf(criterion: string): string | null {
  return criterion.startsWith('need:') ? criterion.slice('need:'.length) : null;
}

/** What is not recorded, in words: a need's key, or a criterion's or rule's name. */
export function criterionWords(name: string): string {
  const need = needOf(name);
  if (need) return needWords(need);
  return CRITERIA[name] ?? needWords(name);
}

const CRITERIA: Readonly<Record<string, string>> = {
  age: 'Age', sex: 'Sex', contact: 'Contact', distance: 'Distance', heritage: 'Heritage', language: 'Language', religion: 'Religion',
  childrenAtHome: 'Children at home', pets: 'Pets', smoking: 'Smoking', available: 'Availability', shareConsent: 'Consent to be shown',
  groupSize: 'Room', area: 'Area', earlyPermanence: 'Early permanence', notRuledOut: 'Ruled out by people',
};

export const CONTACT_OPTIONS = [
  ...Object.entries(CONTACT_WORDS).map(([value, label]) => ({ value, label: label.charAt(0).toUpperCase() + label.slice(1) })),
  { value: 'unknown', label: 'Not known' },
];
