import { lazy } from 'react';
import { Route } from 'react-router';

const PlacementsPage = lazy(() => import('../pages/placements/placements'));
const PlacementPage = lazy(() => import('../pages/placements/placement'));
const PlacementStep = lazy(() => import('../pages/placements/placement-step'));
const PlacementCorrect = lazy(() => import('../pages/placements/correct'));
const PlacementCorrection = lazy(() => import('../pages/placements/correction'));
const PlacementHandOver = lazy(() => import('../pages/placements/hand-over'));

/** Placements, from the approved match to the order or the end before it. */
export const PLACEMENT_ROUTES = (
  <>
    <Route path="/placements" element={<PlacementsPage />} />
    <Route path="/placements/:placement" element={<PlacementPage />} />
    <Route path="/placements/:placement/step/:event" element={<PlacementStep />} />
    <Route path="/placements/:placement/step/:event/:side" element={<PlacementStep />} />
    <Route path="/placements/:placement/correct/:version" element={<PlacementCorrect />} />
    <Route path="/placements/:placement/correction/:version" element={<PlacementCorrection />} />
    <Route path="/placements/:placement/hand-over/:side" element={<PlacementHandOver />} />
  </>
);
