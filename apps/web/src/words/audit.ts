import type { Delivery } from '@hub/domain/audit/delivery';
import type { NoticeKind } from '@hub/domain/audit/notices';
import { PURPOSES, type Purpose } from '@hub/domain/audit/purposes';
import { DELIVERY_WORDS, OUTCOME_WORDS, PURPOSE_WORDS, STAGE_WORDS } from '@hub/domain/audit/words';
import { plain } from './plain';

export const purposeWords = (purpose: string | null | undefined): string => (purpose ? (PURPOSE_WORDS[purpose as Purpose] ?? plain(purpose)) : 'Not recorded');
export const stageWords = (stage: string | null | undefined): string => (stage ? ((STAGE_WORDS as Readonly<Record<string, string>>)[stage] ?? stage) : '');
export const outcomeWords = (outcome: string): string => OUTCOME_WORDS[outcome] ?? plain(outcome);
export const deliveryWords = (delivery: string): string => DELIVERY_WORDS[delivery as Delivery] ?? plain(delivery);

export const PURPOSE_OPTIONS = [{ value: '', label: 'Any purpose' }, ...PURPOSES.map((value) => ({ value, label: PURPOSE_WORDS[value] }))];

/** `children.firstName` as Children, first name. */
export const fieldWords = (field: string): string => field.split('.').map((part, at) => (at === 0 ? plain(part) : plain(part).toLowerCase())).join(', ');

const DOOR: Readonly<Record<string, string>> = {
  'auth.find': 'Looked up to sign in', 'auth.signIn': 'Signing in', 'auth.signOut': 'Signing out', 'auth.acceptInvitation': 'Setting a password by invitation',
  'auth.changePassword': 'Changing the password', 'auth.throttled': 'Too many attempts to sign in', 'auth.forged': 'A request that no page of the hub sends',
  'auth.noSession': 'A session or token that has ended or never was', 'api.refused': 'Over a limit, or no operation of the hub',
};

/** `children.viewIdentity` as Children: view identity. */
export const actionWords = (action: string | null | undefined): string => (action ? DOOR[action] ?? action.split('.').map((part, at) => (at === 0 ? plain(part) : plain(part).toLowerCase())).join(': ') : 'By the database’s owner');

const NOTICES: Readonly<Record<NoticeKind, string>> = {
  MANY_PROFILES: 'looked at more different records within an hour than is usual',
  OUT_OF_HOURS: 'looked at records outside working hours',
  OWN_SURNAME: 'looked at a record that bears their own surname (it may be chance)',
  BREAK_GLASS: 'opened a record by break-glass',
  PASSWORD_CHANGED: 'your password was changed. If it was not you, tell your administrator at once',
  AGREEMENT_REVIEW: 'an agreement is to be reviewed',
  AGREEMENT_ENDS: 'an agreement ends',
  SEARCH_WIDENS: 'the region sees this from the day given, unless your agency decides otherwise',
  LINK_IDLE: 'nobody has moved a link for some time, and it is your agency’s move',
  NO_LINK: 'the search has had no link for long',
  SEARCH_REVIEW: 'the search is to be reviewed',
  CLOCK_DUE: 'a clock of this case is due',
  CLOCK_OVERDUE: 'a clock of this case is overdue',
  INVARIANT_BROKEN: 'the nightly check found rows that break a promise of the hub: run hub check',
  DRIFT_RAISED: 'asks why the search does not move',
  SEARCH_NEW: 'a saved search has found somebody new',
  LINK_SUGGESTED: 'the hub suggests a link',
  LINK_INTEREST: 'somebody has expressed interest in a link',
  LINK_MOVED: 'a link has moved on',
  LINK_ENDED: 'a link has ended',
  LINK_MESSAGE: 'there is a message on a link',
  LINK_HANDED_OVER: 'a link was handed over',
  LINK_TAKEN_ON: 'took on a link that was with nobody',
  DOCUMENT_GIVEN: 'documents were given on a link',
  DOCUMENT_REVIEWED: 'a document that you added was reviewed',
  PLACEMENT_OPENED: 'a match was approved, and the placement is there to be planned',
  PLACEMENT_MOVED: 'something was recorded on a placement',
  PLACEMENT_ENDED: 'a placement has ended',
  PLACEMENT_HANDED_OVER: 'a placement was handed over',
  PLACEMENT_CORRECTED: 'something recorded on a placement was put right',
  CORRECTION_ASKED: 'a correction on a placement waits for a second person',
  CORRECTION_REFUSED: 'a correction on a placement was not approved',
  MEETING_INVITED: 'your agency is invited to a matching meeting',
  MEETING_MOVED: 'a matching meeting has another time or place',
  MEETING_CANCELLED: 'a matching meeting is cancelled',
  MEETING_MINUTES: 'the minutes of a matching meeting are there',
  PANEL_PLACE_TAKEN: 'a place on your panel was taken',
  PANEL_PLACE_GIVEN_UP: 'a place on your panel was given up',
  PAPERS_LATE: 'papers for a panel were due and are not in',
  PANEL_CANCELLED: 'a panel was cancelled: what stood on it needs another',
  PANEL_RECOMMENDED: 'a panel has made its recommendation',
  DECISION_DUE: 'a decision waits for you: the minutes of the panel are final',
  DECISION_MADE: 'the decision maker has decided',
  RECOMMENDATION_CORRECTED: 'what a panel recommended was put right',
  DECISION_CORRECTED: 'the day of a decision was put right',
  ACTION_GIVEN: 'there is something for you to do from a matching meeting',
  FEE_DUE: 'a sum of an inter-agency fee fell due',
  FEE_RATE_UNKNOWN: 'the rate of an inter-agency fee is unknown: enter it',
  ENQUIRY_RECEIVED: 'took an enquiry for your agency',
  COURSE_PLACE: 'a place became free for a household of yours that waited',
  COURSE_CANCELLED: 'a course was cancelled, and the bookings with it',
  CONSENT_ENDS: 'a family is to be asked again whether they agree to be shown',
};

export const noticeWords = (kind: string): string => NOTICES[kind as NoticeKind] ?? plain(kind).toLowerCase();
