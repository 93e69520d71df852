import { lazy } from 'react';
import { Route } from 'react-router';

const Recruitment = lazy(() => import('./board'));
const Assessment = lazy(() => import('./assessment'));
const Courses = lazy(() => import('./courses'));
const Course = lazy(() => import('./course'));
const CourseNew = lazy(() => import('./course-form').then(({ CourseNew: page }) => ({ default: page })));
const CourseChange = lazy(() => import('./course-form').then(({ CourseChange: page }) => ({ default: page })));
const CourseCancel = lazy(() => import('./course-form').then(({ CourseCancel: page }) => ({ default: page })));
const Enquiries = lazy(() => import('./enquiries'));
const EnquiryDistricts = lazy(() => import('./districts'));
const EnquiryNew = lazy(() => import('./enquiry-new'));
const FamilyEventMore = lazy(() => import('../family-event/family-event-more'));

/** The places of recruitment, for the one list of places. */
export const recruitmentRoutes = (
  <>
    <Route path="/recruitment" element={<Recruitment />} />
    <Route path="/enquiries" element={<Enquiries />} />
    <Route path="/enquiries/districts" element={<EnquiryDistricts />} />
    <Route path="/enquiries/new" element={<EnquiryNew />} />
    <Route path="/courses" element={<Courses />} />
    <Route path="/courses/new" element={<CourseNew />} />
    <Route path="/courses/:course" element={<Course />} />
    <Route path="/courses/:course/change" element={<CourseChange />} />
    <Route path="/courses/:course/cancel" element={<CourseCancel />} />
    <Route path="/families/:household/assessment" element={<Assessment />} />
    <Route path="/families/:household/event/:event" element={<FamilyEventMore />} />
  </>
);
