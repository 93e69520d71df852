import { PERFORMANCE_ROUTES } from '../pages/performance/routes';
import { REPORT_ROUTES } from '../pages/reports/routes';
import { PERFORMANCE_SOURCE_ROUTES } from './performance-source-routes';

/** Everything under performance. */
export const PERFORMANCE_PAGES = <>{PERFORMANCE_ROUTES}{REPORT_ROUTES}{PERFORMANCE_SOURCE_ROUTES}</>;
