import type { AgendaRequest, AgendaUnit } from './request';

/** The most links that a unit may have: the limit, or what open links leave of it. */
export const placesOf = ({ limits }: Pick<AgendaRequest, 'limits'>, { places }: Pick<AgendaUnit, 'places'>): number => Math.max(0, Math.min(limits.perUnit, places ?? limits.perUnit));

/** The same of a household. */
export const householdPlacesOf = ({ limits, householdPlaces }: Pick<AgendaRequest, 'limits' | 'householdPlaces'>, household: string): number =>
  Math.max(0, Math.min(limits.perHousehold, householdPlaces?.get(household) ?? limits.perHousehold));
