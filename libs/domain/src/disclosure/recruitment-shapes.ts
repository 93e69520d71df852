import { householdAt, listOf, plain, type Shapes } from './shape';

/** What the API tells of the way to approval: the own agency's households, and of others how many. */
export const RECRUITMENT_SHAPES: Shapes = {
  BoardRow: householdAt('OWN', 'household stage since days dueOn isLate provisionalPanelOn worker'),
  Assessment: householdAt('OWN', 'state isFastTrack provisionalPanelOn delays reviews ranges courses'),
  AssessmentDelay: householdAt('OWN', 'kind from to code askedBy words'),
  ApprovalReview: householdAt('OWN', 'onDate outcome words'),
  ApprovalRange: householdAt('OWN', 'fromOn ageMinMonths ageMaxMonths maxChildren sexPreference offers earlyPermanence person'),
  AssessmentCourse: householdAt('OWN', 'course kind lastOn state'),
  Course: plain('reference agency venue kind setting days firstOn lastOn status places taken waiting version isOurs'),
  CourseView: householdAt('OWN', 'reference agency venue kind setting days firstOn lastOn status places taken waiting version isOurs bookings guests'),
  CourseBooking: householdAt('OWN', 'booking household state'),
  CourseGuest: plain('booking agency state'),
  Enquiry: householdAt('OWN', 'reference names phone email words district how receivedOn dueOn isLate informedOn informationDueOn isInformationLate'),
  TakenEnquiry: plain('reference agency'),
  EnquiryDistrict: plain('district agency'),
  PassedOnEnquiry: plain('reference agency district how state receivedOn endedOn dueOn isLate informedOn informationDueOn isInformationLate'),
  AgencyEnquiries: plain('agency waiting late takenUp handedOn closed'),
  ...listOf('PassedOn', ' agencies'),
  StageCount: plain('stage households late'),
  AgencyBoard: plain('agency stages'),
  ...listOf('Board', ' stages workers'),
};
