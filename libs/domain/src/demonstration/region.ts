import type { AgencyKind, Role } from '../access/actor';
import type { Point } from '../matching/pool';

/** An invented agency: no real council stands beside invented figures. */
export interface DemoAgency {
  readonly code: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly regionBand: string;
  /** The agency's share of the region's children (councils) and of its households, in percent. */
  readonly childrenShare: number;
  readonly householdShare: number;
  /** Outward districts, invented: no real postcode area begins with Q. */
  readonly districts: readonly string[];
  readonly middle: Point;
}

export const DEMO_REGION_NAME = 'Westermark';

export const DEMO_AGENCIES: readonly DemoAgency[] = [
  agency({ code: 'HUB', name: 'Westermark Adoption Hub', kind: 'HUB', regionBand: 'Region' }, [0, 0], 'QH', { lat: 52.8, lon: -1.1 }),
  agency({ code: 'ALD', name: 'Alderby', kind: 'COUNCIL', regionBand: 'North' }, [26, 20], 'QA', { lat: 53.22, lon: -0.94 }),
  agency({ code: 'BRA', name: 'Brackenshire', kind: 'COUNCIL', regionBand: 'West' }, [22, 18], 'QB', { lat: 52.86, lon: -1.82 }),
  agency({ code: 'CAL', name: 'Calderholme', kind: 'COUNCIL', regionBand: 'Central' }, [20, 16], 'QC', { lat: 52.71, lon: -1.16 }),
  agency({ code: 'DUN', name: 'Dunmere', kind: 'COUNCIL', regionBand: 'South' }, [18, 16], 'QD', { lat: 52.32, lon: -1.02 }),
  agency({ code: 'EAS', name: 'Eastmarch', kind: 'COUNCIL', regionBand: 'East' }, [14, 12], 'QE', { lat: 52.74, lon: -0.28 }),
  agency({ code: 'VHF', name: 'Harbour Families', kind: 'VOLUNTARY', regionBand: 'Central' }, [0, 10], 'QF', { lat: 52.66, lon: -1.3 }),
  agency({ code: 'VNL', name: 'Northlight Adoption', kind: 'VOLUNTARY', regionBand: 'North' }, [0, 8], 'QG', { lat: 53.5, lon: -1.4 }),
];

/** A person who can sign in to the demonstration. */
export interface DemoUser {
  readonly agency: string;
  readonly email: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
}

const STAFF: readonly (readonly [string, string, readonly Role[]])[] = [
  ['finder', 'Family finder', ['FAMILY_FINDER', 'CHILDS_WORKER']],
  ['adopters', 'Adopters’ worker', ['ADOPTERS_WORKER']],
  ['manager', 'Approving manager', ['APPROVING_MANAGER']],
  ['admin', 'Administrator', ['AGENCY_ADMIN']],
  ['panel', 'Panel adviser', ['PANEL_ADVISER']],
  ['decider', 'Agency decision maker', ['DECISION_MAKER']],
];

/** Users by agency: councils have all posts, voluntary agencies no family finder. */
export const DEMO_USERS: readonly DemoUser[] = [
  { agency: 'HUB', email: 'coordinator@hub.example', displayName: 'Hub coordinator', roles: ['HUB_COORDINATOR'] },
  { agency: 'HUB', email: 'admin@hub.example', displayName: 'Hub administrator', roles: ['HUB_ADMIN'] },
  ...DEMO_AGENCIES.filter(({ kind }) => kind !== 'HUB').flatMap(({ code, kind, name }) =>
    STAFF.filter(([post]) => kind === 'COUNCIL' || post !== 'finder').map(([post, title, roles]) => ({
      agency: code,
      email: `${post}@${code.toLowerCase()}.example`,
      displayName: `${title}, ${name}`,
      roles,
    })),
  ),
];

// Five of the agencies' middles are some 60 km apart, so that distance bands differ within the region.
function agency(who: Pick<DemoAgency, 'code' | 'name' | 'kind' | 'regionBand'>, shares: readonly [number, number], letters: string, middle: Point): DemoAgency {
  const districts = Array.from({ length: 8 }, (_, at) => `${letters}${at + 1}`);
  return { ...who, childrenShare: shares[0], householdShare: shares[1], districts, middle };
}

/** The point of each invented district, in rings around its agency's middle. */
export function demoPlaces(): readonly { readonly outcode: string; readonly lat: number; readonly lon: number }[] {
  return DEMO_AGENCIES.flatMap(({ districts, middle }) =>
    districts.map((outcode, at) => ({
      outcode,
      lat: round(middle.lat + 0.16 * Math.sin((at * Math.PI) / 4)),
      lon: round(middle.lon + 0.24 * Math.cos((at * Math.PI) / 4)),
    })),
  );
}

function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}
