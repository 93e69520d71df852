import { bothAt, childAt, plain, type Shapes } from './shape';

/** What figures are compared with, and where they come from: published, or set by agencies. Of files no child and no value: the own agency's numbers alone, however small. */
export const PERFORMANCE_SOURCE_SHAPES: Shapes = {
  PerformanceTarget: plain('id code scope agency value months from until source note at isOurs'),
  PerformanceBenchmarks: plain('england councils'),
  EnglandFigure: plain('year stage ageGroup value symbol source'),
  NeighbourGroup: plain('council name agency neighbours'),
  Neighbour: plain('council name agency closeness'),
  PerformanceSources: plain('used returns compared'),
  PerformanceReturn: plain('id source year asAt files warningCount uploadedBy at'),
  ReturnFile: plain('file rows'),
  ReturnWarning: childAt('OWN', 'rule file row column message'),
  ComparedSources: plain('code period figures differs'),
  ReturnPeriod: plain('from to'),
  SourceFigure: childAt('OWN', 'source value numerator denominator n'),
  DataQuality: plain('children households findings'),
  QualityFinding: bothAt('OWN', 'subject code kind says count records'),
  FaultyRecord: bothAt('OWN', 'record reference'),
};
