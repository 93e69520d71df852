import { CHILD_SHAPES, HOUSEHOLD_SHAPES, PAIR_SHAPES } from './case-shapes';
import { DRIFT_SHAPES } from './drift-shapes';
import { DOCUMENT_SHAPES } from './document-shapes';
import { FEE_SHAPES } from './fee-shapes';
import { LINK_SHAPES } from './link-shapes';
import { MEETING_SHAPES } from './meeting-shapes';
import { PANEL_SHAPES } from './panel-shapes';
import { PERFORMANCE_SHAPES } from './performance-shapes';
import { PERFORMANCE_SOURCE_SHAPES } from './performance-source-shapes';
import { PLACEMENT_SHAPES } from './placement-shapes';
import { RECRUITMENT_SHAPES } from './recruitment-shapes';
import { REGISTER_SHAPES } from './register-shapes';
import { REPORT_SHAPES } from './report-shapes';
import { SAFEGUARD_SHAPES } from './safeguard-shapes';
import { SEARCH_SHAPES } from './search-shapes';
import type { Shapes } from './shape';

/** Every type that the API can answer with. One that is missing fails the build. */
export const SHAPES: Shapes = { ...CHILD_SHAPES, ...HOUSEHOLD_SHAPES, ...PAIR_SHAPES, ...LINK_SHAPES, ...PLACEMENT_SHAPES, ...DOCUMENT_SHAPES, ...DRIFT_SHAPES, ...FEE_SHAPES, ...MEETING_SHAPES, ...PANEL_SHAPES, ...PERFORMANCE_SHAPES, ...PERFORMANCE_SOURCE_SHAPES, ...RECRUITMENT_SHAPES, ...REPORT_SHAPES, ...SAFEGUARD_SHAPES, ...SEARCH_SHAPES, ...REGISTER_SHAPES };

/**
 * What a search asks about: by its filter's field, the field of the card that answers it. What is not on the card can be
 * neither filtered nor counted (trust.md FLD-3).
 */
export const FILTERS: Readonly<Record<string, { readonly type: string; readonly fields: Readonly<Record<string, string>> }>> = {
  NeedFilter: { type: 'NeedLevel', fields: { key: 'key', atLeast: 'level', atMost: 'level' } },
  LinkFilter: { type: 'LinkSummary', fields: { mine: 'parties', states: 'state', move: 'isOurMove', unit: 'unitReference', household: 'householdReference' } },
  PlacementFilter: { type: 'PlacementSummary', fields: { mine: 'parties', states: 'state', unit: 'unitReference', household: 'householdReference' } },
  DriftFilter: { type: 'DriftRow', fields: { agency: 'agency', mover: 'movers', delay: 'delays' } },
  ClockFilter: { type: 'ClockItem', fields: { mine: 'worker', worker: 'worker', standing: 'standing', stage: 'clock' } },
  FeeItemFilter: { type: 'FeeItem', fields: { side: 'side', states: 'state', disputed: 'disputedBy' } },
  WorkFilter: { type: 'WorkItem', fields: { mine: 'worker', worker: 'worker', move: 'isOurMove', delay: 'delay' } },
  BoardFilter: { type: 'BoardRow', fields: { stage: 'stage', worker: 'worker', lateOnly: 'isLate' } },
  UnitFilter: {
    type: 'UnitCard',
    fields: {
      ageBands: 'youngestBand', sex: 'sex', groupSizes: 'groupSize', regionBands: 'regionBand', waitingBands: 'waitingBand', earlyPermanence: 'earlyPermanence',
      needs: 'needs', own: 'isOwn', references: 'reference', withProfile: 'hasProfile', nearHousehold: 'distanceBand', distanceBands: 'distanceBand',
    },
  },
  HouseholdFilter: {
    type: 'HouseholdCard',
    fields: {
      acceptsAtLeast: 'offers', earlyPermanence: 'earlyPermanence', forAgeMonths: 'approvedFromMonths', maxChildrenAtLeast: 'maxChildren', own: 'isOwn', references: 'reference', nearUnit: 'distanceBand', distanceBands: 'distanceBand',
      regionBands: 'regionBand', stages: 'stage', withProfile: 'hasProfile',
    },
  },
};
