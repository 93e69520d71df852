import { lazy } from 'react';
import { Route } from 'react-router';

const Performance = lazy(() => import('./performance'));
const Indicator = lazy(() => import('./indicator'));

/** Performance: councils side by side, and one indicator with its charts. */
export const PERFORMANCE_ROUTES = (
  <>
    <Route path="/performance" element={<Performance />} />
    <Route path="/performance/:code" element={<Indicator />} />
  </>
);
