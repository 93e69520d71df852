import { bothAt, childAt, listOf, plain, type Shapes } from './shape';

/** What the API tells of how searches go: bands, days and whose move it is. Of another agency's links neither family nor person. */
export const DRIFT_SHAPES: Shapes = {
  DriftRow: childAt('S0', 'unit agency waitingBand isPaused localDays widensOn idleDays withoutLinkDays reviewDays links movers delays'),
  DriftLink: bothAt('S0', 'link household state idleDays turns delay'),
  DriftTurn: bothAt('S0', 'side agency awaited'),
  DriftStage: childAt('S0', 'stage searches unit agency days movers'),
  DriftCount: plain('agency searches stuck slow withoutLink notReviewed'),
  WorkItem: bothAt('S0', 'unit household link state worker isOurMove turns idleDays delay'),
  SearchClocks: childAt('OWN', 'searchDays localDays pausedDays widensOn idleDays withoutLinkDays reviewDays reviewedOn pauses delays'),
  SearchLog: childAt('OWN', 'channels households'),
  SearchChannel: childAt('OWN', 'id kind agency startedOn endedOn result words person at version'),
  OutsideHousehold: bothAt('OWN', 'id agency givenReference householdKind maxChildren ageMinMonths ageMaxMonths onDate outcome words person at version'),
  SearchPause: childAt('OWN', 'from to cause'),
  Colleague: plain('id displayName'),
  DriftLimits: plain('slowDays stuckDays withoutLinkDays reviewDays'),
  Clock: bothAt('OWN', 'code nth startsOn dueOn undated state pausedBecause extendedBecause doneOn daysLeft daysOver'),
  ClockItem: bothAt('OWN', 'clock standing subjectType subject member worker'),
  ClockCounts: plain('overdue soon running paused'),
  RegionClocks: plain('countedOn agencies rules'),
  AgencyClocks: plain('agency counts longestDays longestCode'),
  RuleClocks: plain('code counts longestDays agency'),
  ...listOf('Clock', ' counts workers'), ...listOf('Drift', ' agencies stages limits'), ...listOf('Work', ' workers'),
};
