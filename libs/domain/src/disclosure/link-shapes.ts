import { bothAt, listOf, plain, type Shapes } from './shape';

const SUMMARY = 'reference state version unitReference householdReference unit household parties turns isOurMove since panelOn isOpen';

/** What the API tells of links. Both sides' cards are S0; what lies above comes through the grants that exploring rests on. */
export const LINK_SHAPES: Shapes = {
  LinkSummary: bothAt('S0', SUMMARY),
  Link: bothAt('S0', `${SUMMARY} history messages steps exitReason exitWords rulingsOut`),
  LinkParty: bothAt('S0', 'side isOwn agency worker agreement'),
  LinkTurn: bothAt('S0', 'side awaited'),
  LinkHistoryRow: bothAt('S0', 'event label side person from to onDate at'),
  LinkStep: bothAt('S0', 'event label side needs'),
  // Words that crossed between the two agencies, held against the record before they did.
  LinkMessage: bothAt('S0', 'side author isOwn body at'),
  LinkStanding: plain('reference state version'),
  LinkCaps: plain('perUnit perHousehold'),
  RulingOut: bothAt('OWN', 'reason person at liftedAt'),
  ...listOf('Link'),
};
