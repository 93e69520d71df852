import type { Contact, Level } from '../matching/pool';
import type { FamilyFinding, ReversalReason, Sex, UnitPlan } from './codes';
import type { AgeBand, HeritageGroup, WaitingBand } from './bands';
import type { ChildState } from './states';

/** Plain English for every code that a reader meets. The web app and the explanations share it. */
export const NEED_LABELS: Readonly<Record<string, string>> = {
  developmentalUncertainty: 'Developmental uncertainty',
  developmentalDelay: 'Developmental delay',
  learningDisability: 'Learning disability',
  physicalDisability: 'Physical disability',
  sensoryImpairment: 'Sensory impairment',
  healthCondition: 'Health condition',
  prenatalAlcohol: 'Alcohol before birth',
  prenatalDrugs: 'Drugs before birth',
  parentalMentalIllness: "Birth parent's mental illness",
  parentalLearningDisability: "Birth parent's learning disability",
  neglectOrAbuse: 'Neglect or abuse',
  sexualAbuse: 'Sexual abuse',
  emotionalBehaviour: 'Emotions and behaviour',
  attachment: 'Attachment',
};

export const NEED_KEYS: readonly string[] = Object.keys(NEED_LABELS);

export const LEVEL_WORDS: Readonly<Record<Level, string>> = { 0: 'none', 1: 'mild', 2: 'moderate', 3: 'severe' };

export const CONTACT_WORDS: Readonly<Record<Contact, string>> = {
  0: 'no contact',
  1: 'letterbox contact',
  2: 'direct contact with siblings',
  3: 'direct contact with birth relatives',
};

export const NOT_RECORDED = 'not recorded';

/** Example: `levelWord(2)` is "moderate", `levelWord(null)` "not recorded". */
export function levelWord(level: Level | null): string {
  return level === null ? NOT_RECORDED : LEVEL_WORDS[level];
}

/** A level, or the range that other agencies see: "moderate or severe". */
export function rangeWord(level: Level | null, upTo: Level | null | undefined): string {
  if (level === null || upTo == null || upTo === level) return levelWord(level);
  if (level === 0 && upTo === 3) return 'not shown';
  return upTo === level + 1 ? `${LEVEL_WORDS[level]} or ${LEVEL_WORDS[upTo]}` : `${LEVEL_WORDS[level]} to ${LEVEL_WORDS[upTo]}`;
}

export function contactWord(contact: Contact | null): string {
  return contact === null ? NOT_RECORDED : CONTACT_WORDS[contact];
}

export function needLabel(key: string): string {
  return Object.hasOwn(NEED_LABELS, key) ? (NEED_LABELS[key] ?? key) : key;
}

const NEED_ORDER = new Map(NEED_KEYS.map((key, at) => [key, at]));

/** In the policy's order. */
export function inPolicyOrder<T extends { readonly key: string }>(levels: readonly T[]): T[] {
  return [...levels].sort((a, b) => (NEED_ORDER.get(a.key) ?? NEED_ORDER.size) - (NEED_ORDER.get(b.key) ?? NEED_ORDER.size));
}

export const AGE_BAND_WORDS: Readonly<Record<AgeBand, string>> = {
  '0-1': 'under 2 years', '2-3': '2 to 3 years', '4-5': '4 to 5 years', '6-7': '6 to 7 years', '8+': '8 years or older',
};

export const WAITING_WORDS: Readonly<Record<WaitingBand, string>> = {
  UNDER_3M: 'under 3 months', '3_6M': '3 to 6 months', '6_12M': '6 to 12 months', '12_18M': '12 to 18 months', OVER_18M: 'over 18 months',
};

/** Bands of four years, and none: what a card shows where two years would tell too much. */
export const WIDE_AGE_WORDS = { '0-3': 'under 4 years', '4-7': '4 to 7 years', ANY: 'age not shown' } as const;

export const HERITAGE_WORDS: Readonly<Record<HeritageGroup, string>> = {
  WHITE: 'White', MIXED: 'Mixed', ASIAN: 'Asian', BLACK: 'Black', OTHER: 'Other', NOT_KNOWN: 'Not known',
};

export const SEX_WORDS: Readonly<Record<Sex | 'MIXED' | 'UNKNOWN' | 'NOT_SHOWN', string>> = {
  F: 'Girl', M: 'Boy', U: 'Not recorded', N: 'Neither', MIXED: 'Girls and boys', UNKNOWN: 'Not recorded', NOT_SHOWN: 'Not shown',
};

export const PLAN_WORDS: Readonly<Record<UnitPlan, string>> = {
  SINGLE: 'One child', TOGETHER: 'Siblings together', APART: 'Siblings apart', TOGETHER_PREFERRED: 'Siblings together preferred',
};

export const FAMILY_FINDING_WORDS: Readonly<Record<FamilyFinding, string>> = {
  NOT_STARTED: 'Not started', ACTIVE: 'Active', PAUSED: 'Paused', CLOSED: 'Closed',
};

export const REVERSAL_WORDS: Readonly<Record<ReversalReason, string>> = {
  RD1: "The child's needs changed after the decision",
  RD2: 'The court did not make a placement order',
  RD3: 'Prospective adopters could not be found',
  RD4: 'Any other reason',
};

export const CHILD_STATE_WORDS: Readonly<Record<ChildState, string>> = {
  LOOKED_AFTER: 'Looked after',
  ADOPTION_CONSIDERED: 'Adoption considered',
  ADM_DECIDED: 'Decision made, no authority to place yet',
  AUTHORITY_TO_PLACE: 'Authority to place',
  LINKED: 'Linked',
  MATCHED: 'Matched',
  INTRODUCTIONS: 'In introductions',
  PLACED: 'Placed for adoption',
  AO_APPLIED: 'Adoption order applied for',
  ADOPTED: 'Adopted',
  DISRUPTED: 'Placement disrupted',
  PLAN_CHANGED: 'Plan changed',
  LEFT_CARE_OTHER: 'Left care',
};
