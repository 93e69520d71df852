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
  readonly version: 2;
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

/**
 * The same as it is kept, a household per line: a region's run writes some 90,000 of them. A household is named by its
 * place among the run's offers, which are kept once for all the units that were compared with the same households.
 */
export interface PackedEvidence extends UnitFacts {
  readonly listed: string;
  readonly blocked: string;
}

/** The letters and digits of a place; numbers of base 36 are short and hold no bar. */
const PLACE_BASE = 36;

export function placeText(place: number): string {
  return place.toString(PLACE_BASE);
}

/** The households of a run in their order, one line each. References, letters and digits hold no bar. */
export function packOffers(households: readonly HouseholdEvidence[]): string {
  return households.map(({ household, offers, contact, ages, onShortlists }) => `${household}|${offers}|${contact ?? ''}|${ages?.join('-') ?? ''}|${onShortlists}`).join('\n');
}

export function unpackOffers(packed: string): HouseholdEvidence[] {
  return linesOf(packed).map((line) => {
    const [household = '', offers = '', contact = '', ages = '', onShortlists = ''] = line.split('|');
    const [min, max] = ages.split('-').map(Number);
    return {
      household, offers, contact: contact === '' ? null : (Number(contact) as Contact),
      ages: min === undefined || max === undefined ? null : [min, max], onShortlists: Number(onShortlists),
    };
  });
}

/** `offers`: those that were packed in the same run for the unit's agency. */
export function unpackEvidence({ listed, blocked, ...facts }: PackedEvidence, offers: readonly HouseholdEvidence[]): UnitEvidence {
  const offerAt = (place: string): HouseholdEvidence => {
    const offer = offers[Number.parseInt(place, PLACE_BASE)];
    if (offer === undefined) throw new RangeError('The evidence names a household that its run has not kept.');
    return offer;
  };
  return {
    ...facts,
    listed: linesOf(listed).map((line): ListedEvidence => {
      const [place = '', unknowns = '', fits = ''] = line.split('|');
      return { offer: offerAt(place), unknowns, fits };
    }),
    blocked: linesOf(blocked).map((line): BlockedEvidence => {
      const [place = '', blockers = '', unknowns = ''] = line.split('|');
      return { household: offerAt(place).household, blockers, unknowns };
    }),
  };
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}
