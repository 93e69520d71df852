import { bothAt, childAt, householdAt, type Shapes } from './shape';

/** Who must not meet a case, and what else holds beside the ladder of stages. */
const OPENING = 'id subjectType subject agency openedBy openerAgency openedAt until isLive reason reviewedBy reviewedAt reviewNote';

export const SAFEGUARD_SHAPES: Shapes = {
  Bar: bothAt('OWN', 'id subjectType subject email reason barredBy barredAt liftedBy liftedAt liftingReason'),
  // Past the ladder: what an emergency opens is the agency's own record, the least of it, for a while.
  EmergencyOpening: bothAt('OWN', OPENING),
  OwnEmergencyOpening: bothAt('OWN', `${OPENING} identity`),
  EmergencyIdentity: bothAt('OWN', 'people household contactName contactEmail'),
  EmergencyPerson: bothAt('OWN', 'firstName lastName dateOfBirth'),
  AdopterConsent: householdAt('OWN', 'id scope granted wording how givenBy givenOn expiresOn isLive recordedBy recordedAt withdrawnBy withdrawnAt'),
  ConsentToRenew: householdAt('OWN', 'household expiresOn'),
  Withholding: childAt('OWN', 'id unit child withWhom what reason decidedOn decidedBy outcome settledBy settledAt'),
};
