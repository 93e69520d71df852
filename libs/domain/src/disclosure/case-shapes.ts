import { bothAt, childAt, householdAt, listOf, plain, type Shapes } from './shape';

/** What the API tells of children. */
export const CHILD_SHAPES: Shapes = {
  UnitCard: childAt('S0', 'reference openLink isOwn hasProfile groupSize groupOpen youngestBand oldestBand sex needs highestNeed earlyPermanence regionBand waitingBand distanceBand'),
  UnitProfile: childAt('S1', 'about contact expiresOn heritageGroups progress'),
  ChildIdentified: childAt('S2', 'firstName ageYears ageMonths healthSummary photo'),
  UnitRecord: childAt('OWN', 'children familyFinding familyFindingReason familyFindingSince localSearch namedWorker plan releases searchClocks sharedWith version waitingDays waitingSince'),
  ChildRecord: childAt('OWN', 'reference externalId firstName lastName healthSummary photo dateOfBirth sex ethnicity disability state dates journey clocks profile version'),
  ChildDates: childAt('OWN', `enteredCareOn admDecidedOn authorityOn authorityType matchedOn introductionsOn placedOn aoAppliedOn adoptedOn disruptedOn decisionReversedOn
    reversalReason earlyPermanencePlacedOn`),
  ChildProfileDraft: childAt('OWN', 'about avoidAreas contact earlyPermanence essential heritage homeArea languages needs petsRisk religion version waitingSince'),
  // The frame of the stages: each part is there where its stage is.
  UnitView: plain('reference stage card profile identified record'),
  ...listOf('Unit', ' facets'),
};

/** What the API tells of households. */
export const HOUSEHOLD_SHAPES: Shapes = {
  HouseholdCard: householdAt('S0', 'reference openLink isOwn hasProfile approvedFromMonths approvedToMonths maxChildren sexPreference offers earlyPermanence regionBand stage distanceBand'),
  HouseholdProfile: householdAt('S1', 'about experience expiresOn heritageGroups householdType'),
  HouseholdIdentified: householdAt('S2', 'firstNames reportSummary photo'),
  HouseholdRecord: householdAt('OWN', `about address adults approvedOn area availability cardConsentUntil childrenAtHome clocks contact enquiryOn experience familyId heritage journey kind languages localSearch namedWorker
    names pets photo profileConsentUntil provisionalPanelOn releases religion reportSummary shareConsent shareConsentOn smokers state version`),
  AdultRecord: householdAt('OWN', 'disability ethnicity externalId firstName gender lastName'),
  HouseholdView: plain('reference stage card profile identified record'),
  ...listOf('Household', ' facets'),
};

/** What the API tells of both: a pair's reasons, releases, imports. */
export const PAIR_SHAPES: Shapes = {
  NeedLevel: bothAt('S0', 'key level upTo'),
  Facet: bothAt('S0', 'name counts'),
  FacetCount: bothAt('S0', 'value count'),
  Candidate: bothAt('S0', 'household position status unknowns rank score coverage low high band stretches notKnown contributions'),
  Suggestion: bothAt('S0', 'unit position status unknowns rank score coverage low high band stretches notKnown contributions'),
  Contribution: bothAt('S0', 'criterion label weight fit points unitValue householdValue essential'),
  BlockedHousehold: bothAt('S0', 'household blockers'),
  Blocker: bothAt('S0', 'rule label'),
  Explanation: bothAt('S0', 'run unit household status summary rules candidate blockers changes onShortlists rulingsOut'),
  RuleOutcome: bothAt('S0', 'rule label outcome'),
  Shortlist: childAt('S0', 'run unit eligible conditional blocked ruledOut priority candidates blockedHouseholds'),
  Suggestions: bothAt('S0', 'run eligible conditional blocked ruledOut units'),
  RunResult: bothAt('S0', 'unit eligible conditional blocked ruledOut priority best'),
  JourneyEvent: bothAt('OWN', 'event label onDate reason elapsedDays target'),
  // A release shows its maker what the others will see: the text itself is S1, who asked and why is the agency's own.
  Release: bothAt('OWN', `id subject subjectType agency purpose status requestedBy requestedAt approvedBy approvedAt canApprove expiresOn withdrawnAt preview
    texts leftOut asRecorded belowK overrideReason returnedReason`),
  ReleaseText: bothAt('OWN', 'field original suggestion'),
  ReleaseSuggestion: bothAt('OWN', 'texts guard'),
  SuggestedText: bothAt('OWN', 'field original suggestion findings'),
  SuggestedGuard: bothAt('OWN', 'leftOut below'),
  Finding: bothAt('OWN', 'from to kind text replacement certain'),
  ReleaseSummary: bothAt('OWN', 'id subject subjectType agency purpose status requestedBy requestedAt approvedBy approvedAt canApprove expiresOn withdrawnAt'),
  ReleasePreview: bothAt('S1', 'about contact experience heritageGroups householdType progress'),
  Grant: bothAt('OWN', `id subject subjectType stage audience agency person agreement purpose requestedBy requestedAt approvedBy approvedAt expiresOn withdrawnAt
    withdrawalReason status canApprove photos`),
  Seer: bothAt('OWN', 'agency person stage seesPhoto since until grant agreement hiddenBy'),
  WhoSees: bothAt('OWN', 'inPool seers ownPeople grants bars'),
  LocalSearch: bothAt('OWN', 'startedOn widensOn isKept changes'),
  LocalSearchChange: bothAt('OWN', 'wasOn widensOn reason person at'),
  Sharing: bothAt('OWN', 'card profile profileUntil'),
  ImportIssue: bothAt('OWN', 'sheet row column value code severity message'),
  ImportDifference: bothAt('OWN', 'subject field before after'),
  MyWork: plain('notices newResults oldestWork myUnits myLinks linksToHandOver meetings meetingActions decisionsToMake toApprove grantsToApprove openingsToReview withholdingsToSettle consentsToRenew waitingLongest withoutShortlist recentRuns recentImports'),
  ...listOf('Candidate'), ...listOf('Suggestion'), ...listOf('Blocked'), ...listOf('RunResult'), ...listOf('ImportIssue'), ...listOf('ImportDifference'),
};
