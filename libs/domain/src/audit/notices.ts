/** What the inbox can tell. A kind and a reference say it all: names stay in the records (trust.md AUD-8, AZ-11). */
export const NOTICE_KINDS = [
  'MANY_PROFILES',
  'OUT_OF_HOURS',
  'OWN_SURNAME',
  'BREAK_GLASS',
  'PASSWORD_CHANGED',
  'AGREEMENT_REVIEW',
  'AGREEMENT_ENDS',
  'CONSENT_ENDS',
  'SEARCH_WIDENS',
  'DRIFT_RAISED',
  'LINK_IDLE',
  'NO_LINK',
  'SEARCH_REVIEW',
  'LINK_SUGGESTED',
  'LINK_INTEREST',
  'LINK_MOVED',
  'LINK_ENDED',
  'LINK_MESSAGE',
  'LINK_HANDED_OVER',
  'MEETING_INVITED',
  'MEETING_MOVED',
  'MEETING_CANCELLED',
  'MEETING_MINUTES',
  'ACTION_GIVEN',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];
