import { bothAt, listOf, type Shapes } from './shape';

/** What people keep by hand: the agency's own words, beside cards at S0. */
const SUMMARY = 'id holds subject name shared owner size version changedAt';

export const SEARCH_SHAPES: Shapes = {
  SelectionSummary: bothAt('OWN', SUMMARY),
  ...listOf('SelectionSummary'),
  Selection: bothAt('OWN', `${SUMMARY} entries changes`),
  SelectionEntry: bothAt('OWN', 'id unit household note keptBy keptAt'),
  SelectionChange: bothAt('OWN', 'what reference changedBy changedAt'),
};
