import { addDays, addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { ChildEvent } from '../children/events';
import type { ChildFacts } from '../children/facts';
import type { RandomSource } from '../matching/random';
import { drawProfile } from './children';
import type { DemoAgency } from './region';
import { drawAddress, drawFirstNames, drawLastName } from './words';

/** What happens to the looked after children that an agency's workers enter: for most adoption is considered, one goes home. */
export const CONSIDERED_WAYS: readonly (readonly ChildEvent[])[] = [['ADOPTION_CONSIDERED'], ['ADOPTION_CONSIDERED'], [], ['ADOPTION_CONSIDERED', 'LEFT_CARE']];

/**
 * A looked after child for whom adoption is not decided yet: no list of Annex A holds one, so a worker enters it.
 * The first of an agency is planned for early permanence, which may look for a family before the decision.
 */
export function drawConsidered(agency: DemoAgency, { number, asAt }: { number: number; asAt: IsoDate }, random: RandomSource): ChildFacts {
  const enteredCareOn = addDays(asAt, -random.whole(40, 160));
  const isEarly = number === 0;
  const born = isEarly ? addDays(enteredCareOn, -random.whole(0, 6)) : addDays(addMonths(enteredCareOn, -random.whole(2, 40)), -random.whole(0, 27));
  const home = random.pick(agency.districts);
  const profile = drawProfile(random);
  const names = drawFirstNames(random);
  const [lastName, address, sex] = [drawLastName(random), drawAddress(random, home), random.pick(['F', 'M'] as const)];
  return {
    ...profile,
    externalId: `${agency.code}${90_000 + number}`,
    firstName: names[sex],
    lastName,
    address,
    dateOfBirth: born,
    sex,
    ethnicity: 'WBRI',
    disability: false,
    enteredCareOn,
    heritage: ['WBRI'],
    languages: ['en'],
    religion: 'none',
    avoidAreas: [home],
    homeArea: home,
    earlyPermanence: isEarly,
  };
}
