import { plain, type Shapes } from './shape';

/** What people write and hand on of performance: the own agency's numbers and words, about no case. */
export const REPORT_SHAPES: Shapes = {
  ExecutiveReport: plain('agencyName from to dataDate edition editionDate digest sections fees budget spent actions comments signedBy signedAt version isOver mayWrite maySign colleagues'),
  ReportSection: plain('code title figures words writtenBy version'),
  ReportFigure: plain('section label unit value numerator denominator isHidden definition'),
  ReportFees: plain('side opening due paid waived closing'),
  ReportAction: plain('id section words owner dueOn reviewOn doneOn promisedIn version'),
  ReportComment: plain('code month words author'),
  ReportSummary: plain('from to isBegun signedAt signedBy'),
  Sufficiency: plain('ownCountedOn regionCountedOn lines shortHere shortInRegion'),
  SufficiencyLine: plain('dimension value label own region'),
  SufficiencyNumbers: plain('children units available pipeline notRecorded'),
  PerformanceComment: plain('id code month words author at isMine'),
};
