import type { AgencyKind } from '../access/actor';
import type { IsoDate } from '../dates/iso-date';
import type { Provider } from './fee-table';

/** What agencies of one partnership or consortium pay each other. */
export const TERMS = { NIL: 'Nothing', FEE: 'The fee' } as const;
export type Terms = keyof typeof TERMS;

/** Dated terms of a partnership or consortium between its agencies. */
export interface Partnership {
  readonly id: string;
  readonly agencyIds: readonly string[];
  readonly terms: Terms;
  readonly startsOn: IsoDate;
  /** The first day without. */
  readonly endsOn: IsoDate | null;
}

/** An agency as it stood on the day the children moved in. */
export interface Party {
  readonly id: string;
  readonly kind: AgencyKind;
  readonly isMember: boolean;
}

export const BASES = {
  SAME_AGENCY: 'The child and the adopters are the same agency’s',
  PARTNERSHIP: 'By the terms of a partnership of the two agencies',
  SAME_REGION: 'Both councils belonged to the region on the day of moving in',
  INTER_AGENCY: 'A placement between agencies',
} as const;
export type Basis = keyof typeof BASES;

export interface Verdict {
  readonly isDue: boolean;
  readonly basis: Basis;
  readonly provider: Provider;
  readonly partnershipId: string | null;
}

/** Who approved the adopters decides the rate (domain.md 7, trap 30). */
const providerOf = ({ kind }: Pick<Party, 'kind'>): Provider => (kind === 'VOLUNTARY' ? 'VAA' : 'LA_RAA');

/**
 * Whether a placement is inter-agency and a fee is due (domain.md 1, 5.7). What a partnership of both agencies recorded for the day
 * comes first, the latest first; else councils of one region owe each other nothing. A voluntary agency is a provider though it is a member of
 * the region: its fee is due unless terms say otherwise.
 */
export function interAgency(child: Party, adopters: Party, movedInOn: IsoDate, partnerships: readonly Partnership[]): Verdict {
  const provider = providerOf(adopters);
  if (child.id === adopters.id) return { isDue: false, basis: 'SAME_AGENCY', provider, partnershipId: null };
  const [agreed] = partnerships
    .filter(({ agencyIds, startsOn, endsOn }) => agencyIds.includes(child.id) && agencyIds.includes(adopters.id) && startsOn <= movedInOn && (endsOn === null || movedInOn < endsOn))
    .sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
  if (agreed) return { isDue: agreed.terms === 'FEE', basis: 'PARTNERSHIP', provider, partnershipId: agreed.id };
  if (provider === 'LA_RAA' && child.isMember && adopters.isMember) return { isDue: false, basis: 'SAME_REGION', provider, partnershipId: null };
  return { isDue: true, basis: 'INTER_AGENCY', provider, partnershipId: null };
}
