import type { Contact } from '../pool';
import type { CriterionName } from '../result';

/** What of a household another agency may see before S2 (product.md). */
export interface HouseholdEvidence {
  readonly household: string;
  readonly offers: string;
  readonly contact: Contact | null;
  readonly ages: readonly [min: number, max: number] | null;
  /** In how many units' lists of this run the household stands. */
  readonly onShortlists: number;
}

/** A listed household: its fits by criterion, but for needs, whose levels on both sides are kept. */
export interface ListedEvidence {
  readonly offer: HouseholdEvidence;
  /** Hard rules that cannot be judged yet, packed. */
  readonly unknowns: string;
  readonly fits: string;
}

export interface BlockedEvidence {
  readonly household: string;
  readonly blockers: string;
  readonly unknowns: string;
}

interface UnitFacts {
  readonly version: 1;
  readonly size: number;
  readonly ages: readonly [youngest: string, oldest: string];
  readonly needs: string;
  readonly essential: readonly string[];
  readonly contact: Contact | null;
  /** Criteria of which the unit's side is not recorded. */
  readonly gaps: readonly CriterionName[];
}

/**
 * What a run keeps of one unit: enough to show every reason again, and nothing above stage S0. No date of birth,
 * no kilometre, no area, no reason of people.
 */
export interface UnitEvidence extends UnitFacts {
  /** Best first, in exactly the order of `matchPool`. */
  readonly listed: readonly ListedEvidence[];
  readonly blocked: readonly BlockedEvidence[];
}

/** The same as it is kept, a household per line: a region's run writes some 90,000 of them. */
export interface PackedEvidence extends UnitFacts {
  readonly listed: string;
  readonly blocked: string;
}

/** The line of a household's offer, which is the same wherever it is listed. References, letters and digits hold no bar. */
export function offerLine({ household, offers, contact, ages, onShortlists }: HouseholdEvidence): string {
  return `${household}|${offers}|${contact ?? ''}|${ages?.join('-') ?? ''}|${onShortlists}`;
}

export function unpackEvidence({ listed, blocked, ...facts }: PackedEvidence): UnitEvidence {
  return { ...facts, listed: linesOf(listed).map(readListed), blocked: linesOf(blocked).map(readBlocked) };
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function readListed(line: string): ListedEvidence {
  const [household = '', offers = '', contact = '', ages = '', onShortlists = '', unknowns = '', fits = ''] = line.split('|');
  const [min, max] = ages.split('-').map(Number);
  return {
    unknowns, fits,
    offer: {
      household, offers, contact: contact === '' ? null : (Number(contact) as Contact),
      ages: min === undefined || max === undefined ? null : [min, max], onShortlists: Number(onShortlists),
    },
  };
}

function readBlocked(line: string): BlockedEvidence {
  const [household = '', blockers = '', unknowns = ''] = line.split('|');
  return { household, blockers, unknowns };
}
