import type { HouseholdState } from './states';
import type { HouseholdKind, LeavingReason, SexPreference } from './facts';

export const HOUSEHOLD_STATE_WORDS: Readonly<Record<HouseholdState, string>> = {
  ENQUIRY: 'Enquiry',
  INFO_GIVEN: 'Information given',
  ROI_SUBMITTED: 'Registered interest',
  STAGE1: 'In stage one',
  GAP: 'Between the stages',
  STAGE2: 'In stage two',
  AT_PANEL: 'At the panel',
  QUALIFYING_DETERMINATION: 'Approval not proposed',
  APPROVED: 'Approved',
  LINKED: 'Linked',
  MATCHED: 'Matched',
  PLACED: 'Child placed',
  AO_GRANTED: 'Adoption order made',
  ON_HOLD: 'On hold',
  LEFT: 'Left the process',
};

export const STAGE_WORDS: Readonly<Record<'APPROVED' | 'STAGE_TWO' | 'OTHER', string>> = {
  APPROVED: 'Approved', STAGE_TWO: 'In stage two', OTHER: 'Not in the pool',
};

export const HOUSEHOLD_KIND_WORDS: Readonly<Record<HouseholdKind, string>> = { SINGLE: 'One adopter', COUPLE: 'Two adopters' };

export const LEAVING_WORDS: Readonly<Record<LeavingReason, string>> = {
  '1': 'Withdrew', '2': 'Put on hold', '3': 'Refused',
};

export const SEX_PREFERENCE_WORDS: Readonly<Record<SexPreference, string>> = {
  F: 'A girl', M: 'A boy', any: 'Girl or boy',
};
