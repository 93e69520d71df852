import { lazy } from 'react';
import { Route } from 'react-router';

const Targets = lazy(() => import('../pages/performance/targets'));
const EnterTarget = lazy(() => import('../pages/performance/enter-target'));
const Published = lazy(() => import('../pages/performance/published'));
const Returns = lazy(() => import('../pages/performance/returns'));
const ReturnPage = lazy(() => import('../pages/performance/return'));
const Publications = lazy(() => import('../pages/performance/publications'));
const Publication = lazy(() => import('../pages/performance/performance'));
const DataQuality = lazy(() => import('../pages/performance/data-quality'));

/** What figures are measured by and where they come from. */
export const PERFORMANCE_SOURCE_ROUTES = (
  <>
    <Route path="/performance/targets" element={<Targets />} />
    <Route path="/performance/targets/enter" element={<EnterTarget />} />
    <Route path="/performance/published" element={<Published />} />
    <Route path="/performance/returns" element={<Returns />} />
    <Route path="/performance/returns/:id" element={<ReturnPage />} />
    <Route path="/performance/publications" element={<Publications />} />
    <Route path="/performance/publications/:reference" element={<Publication />} />
    <Route path="/performance/data-quality" element={<DataQuality />} />
  </>
);
