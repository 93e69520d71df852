import { lazy } from 'react';
import { Route } from 'react-router';

const MeetingsPage = lazy(() => import('../pages/meetings/meetings'));
const MeetingPage = lazy(() => import('../pages/meetings/meeting'));
const MeetingNew = lazy(() => import('../pages/meetings/meeting-form').then(({ MeetingNew: page }) => ({ default: page })));
const MeetingChange = lazy(() => import('../pages/meetings/meeting-form').then(({ MeetingChange: page }) => ({ default: page })));
const MeetingCancel = lazy(() => import('../pages/meetings/meeting-end').then(({ MeetingCancel: page }) => ({ default: page })));
const MeetingClose = lazy(() => import('../pages/meetings/meeting-end').then(({ MeetingClose: page }) => ({ default: page })));
const MeetingLive = lazy(() => import('../pages/meetings/live/live'));
const MeetingMinutes = lazy(() => import('../pages/meetings/minutes'));

/** Matching meetings, before, during and after. */
export const MEETING_ROUTES = (
  <>
    <Route path="/meetings" element={<MeetingsPage />} />
    <Route path="/meetings/new" element={<MeetingNew />} />
    <Route path="/meetings/:meeting" element={<MeetingPage />} />
    <Route path="/meetings/:meeting/change" element={<MeetingChange />} />
    <Route path="/meetings/:meeting/cancel" element={<MeetingCancel />} />
    <Route path="/meetings/:meeting/close" element={<MeetingClose />} />
    <Route path="/meetings/:meeting/live" element={<MeetingLive />} />
    <Route path="/meetings/:meeting/minutes" element={<MeetingMinutes />} />
  </>
);
