import { REVERSAL_REASONS, SEXES } from './codes';
import type { ChildChanges, Problem } from './facts';
import { day, ethnicity, flag, language, levels, list, longText, needKey, oneOf, outcode, text, valueProblems, whole } from './value-checks';

const SHORT = 200;

/** What each field of a child may hold; a form and a file pass the same checks. */
const CHECKS: Parameters<typeof valueProblems<ChildChanges>>[1] = {
  externalId: text(64), firstName: text(SHORT), lastName: text(SHORT), address: text(500), birthFamily: longText, notes: longText, healthSummary: longText,
  dateOfBirth: day, sex: oneOf(SEXES), ethnicity, disability: flag,
  enteredCareOn: day, admDecidedOn: day, placementOrderOn: day, consentOn: day, matchedOn: day, placedOn: day, adoptedOn: day,
  decisionReversedOn: day, reversalReason: oneOf(REVERSAL_REASONS), earlyPermanencePlacedOn: day, familyExternalId: text(64),
  needs: levels, essential: list(needKey), earlyPermanence: flag, avoidAreas: list(outcode), contact: whole(0, 3),
  heritage: list(ethnicity), languages: list(language), religion: text(60), petsRisk: flag, waitingSince: day, homeArea: outcode,
  about: longText, siblingGroup: text(64), siblingPlan: oneOf(['TOGETHER', 'APART', 'TOGETHER_PREFERRED']),
  familyFinding: oneOf(['NOT_STARTED', 'ACTIVE', 'PAUSED', 'CLOSED']), familyFindingReason: text(500),
};

export function childChangeProblems(changes: ChildChanges): readonly Problem[] {
  return valueProblems(changes, CHECKS);
}
