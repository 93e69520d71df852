import { lazy } from 'react';
import { Route } from 'react-router';

const Reports = lazy(() => import('./reports'));
const Report = lazy(() => import('./report'));
const Sufficiency = lazy(() => import('./sufficiency'));
const HandIn = lazy(() => import('./hand-in'));
const Sign = lazy(() => import('./sign'));
const WriteSection = lazy(() => import('./report-forms').then(({ WriteSection: page }) => ({ default: page })));
const EnterMoney = lazy(() => import('./report-forms').then(({ EnterMoney: page }) => ({ default: page })));
const AddAction = lazy(() => import('./report-forms').then(({ AddAction: page }) => ({ default: page })));
const ActionDone = lazy(() => import('./report-forms').then(({ ActionDone: page }) => ({ default: page })));

/** The places of what is written and handed on of performance. */
export const REPORT_ROUTES = (
  <>
    <Route path="/performance/sufficiency" element={<Sufficiency />} />
    <Route path="/performance/hand-in" element={<HandIn />} />
    <Route path="/performance/reports" element={<Reports />} />
    <Route path="/performance/reports/:from" element={<Report />} />
    <Route path="/performance/reports/:from/sign" element={<Sign />} />
    <Route path="/performance/reports/:from/money" element={<EnterMoney />} />
    <Route path="/performance/reports/:from/action" element={<AddAction />} />
    <Route path="/performance/reports/:from/action/:action" element={<ActionDone />} />
    <Route path="/performance/reports/:from/write/:section" element={<WriteSection />} />
  </>
);
