import type { Residence } from '../clocks/facts';
import { addDays, addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';

/** Adoption and Children Act 2002, s 42(2) to (5): at home with the applicants at all times before the application; ten weeks where an agency placed the child. */
const AT_HOME: Readonly<Record<Residence, (from: IsoDate) => IsoDate>> = {
  AGENCY: (from) => addDays(from, 70),
  FOSTER_CARERS: (from) => addMonths(from, 12),
  PARTNER: (from) => addMonths(from, 6),
};

/** The first day on which the order may be applied for; null while the child is not placed. The days at home count, also those before the placement; but nobody applies before it. */
export function mayApplyFrom({ livesThereSince, placedOn }: { readonly livesThereSince: IsoDate | null; readonly placedOn: IsoDate | null }, residence: Residence = 'AGENCY'): IsoDate | null {
  if (placedOn === null) return null;
  const from = AT_HOME[residence](livesThereSince ?? placedOn);
  return from < placedOn ? placedOn : from;
}
