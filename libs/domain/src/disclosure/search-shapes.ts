import { bothAt, listOf, type Shapes } from './shape';

/** What people keep by hand: the agency's own words, beside cards at S0. */
const SUMMARY = 'id holds subject name shared owner size version changedAt';

const SEARCH = 'id holds name filter shared tells paused owner isOwn newCount lastRunAt';

export const SEARCH_SHAPES: Shapes = {
  SavedSearch: bothAt('OWN', SEARCH),
  SavedFilter: bothAt('OWN', 'ageBands sex groupSizes regionBands waitingBands stages earlyPermanence needs maxChildrenAtLeast acceptsAtLeast forAgeMonths own withProfile'),
  SavedNeed: bothAt('OWN', 'key atMost atLeast'),
  SearchResults: bothAt('S0', 'units households newCount newReferences isCut'),
  SelectionSummary: bothAt('OWN', SUMMARY),
  ...listOf('SelectionSummary'),
  Selection: bothAt('OWN', `${SUMMARY} entries changes`),
  SelectionEntry: bothAt('OWN', 'id unit household note keptBy keptAt'),
  SelectionChange: bothAt('OWN', 'what reference changedBy changedAt'),
};
