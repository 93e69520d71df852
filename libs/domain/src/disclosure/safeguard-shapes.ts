import { bothAt, type Shapes } from './shape';

/** Who must not meet a case, and what else holds beside the ladder of stages. */
export const SAFEGUARD_SHAPES: Shapes = {
  Bar: bothAt('OWN', 'id subjectType subject email reason barredBy barredAt liftedBy liftedAt liftingReason'),
};
