import { plain, type Shapes } from './shape';

/** What figures are compared with, and where they come from: published, or set by agencies. Nothing of a case. */
export const PERFORMANCE_SOURCE_SHAPES: Shapes = {
  PerformanceTarget: plain('id code scope agency value months from until source note at isOurs'),
  PerformanceBenchmarks: plain('england councils'),
  EnglandFigure: plain('year stage ageGroup value symbol source'),
  NeighbourGroup: plain('council name agency neighbours'),
  Neighbour: plain('council name agency closeness'),
};
