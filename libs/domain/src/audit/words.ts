import type { Stage } from '../access/actions';
import type { Delivery } from './delivery';
import type { Purpose } from './purposes';

/** The log in words, for pages and files alike. */
export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  FAMILY_FINDING: 'Family finding',
  CASE_WORK: 'Case work on the own record',
  SHARING: 'Deciding what is shared',
  RECORD_KEEPING: 'Record keeping',
  ADMINISTRATION: 'Administration',
  ACCOUNTABILITY: 'Accounting for access',
  UPKEEP: 'Upkeep by the hub',
  BREAK_GLASS: 'Break-glass',
};

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  S0: 'Card (S0)', S1: 'Profile (S1)', S2: 'Identified (S2)', S3: 'Linking reports (S3)', S4: 'Placed (S4)', OWN: 'Own record',
};

export const DELIVERY_WORDS: Readonly<Record<Delivery, string>> = {
  DELIVERED: 'delivered', NOT_DELIVERED: 'not delivered', NOT_KNOWN_YET: 'not known yet', NOT_SENT: 'inside the hub',
};

export const OUTCOME_WORDS: Readonly<Record<string, string>> = { ALLOWED: 'Shown', REFUSED: 'Refused', FAILED: 'Failed' };
