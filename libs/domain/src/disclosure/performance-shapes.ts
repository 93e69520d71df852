import { plain, type Shapes } from './shape';

/** What the API tells of performance: figures of agencies and the region, of which nobody can be told apart by other agencies (docs/adr/0031). */
export const PERFORMANCE_SHAPES: Shapes = {
  PerformanceDefinition: plain('code label unit parts polarity population definition version'),
  PerformanceEdition: plain('reference name dataDate reckonedAt firstMonth lastMonth isCurrent'),
  PerformanceFigure: plain('code agency from to isHidden value numerator denominator n median lowerQuartile upperQuartile deviation medianWithWaiting reason'),
  PerformanceSource: plain('agency source'),
  PerformanceFigures: plain('edition figures sources'),
};
