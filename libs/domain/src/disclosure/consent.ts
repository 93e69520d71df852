import { addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';

/** What adopters are asked: to be shown outside the agency as a card, with a profile, and later with photo and report to one named agency. */
export const CONSENT_SCOPES = ['CARD', 'PROFILE', 'PHOTO_REPORT'] as const;
export type ConsentScope = (typeof CONSENT_SCOPES)[number];

/** "Agrees to be shown outside the agency", as files and forms say it. */
export const SHOWN_SCOPES: readonly ConsentScope[] = ['CARD', 'PROFILE'];

const YEARLY = 12;
const PROMPT_MONTHS = 1;

/** The first day without: adopters are asked anew each year. */
export const consentEnds = (givenOn: IsoDate): IsoDate => addMonths(givenOn, YEARLY);

/** `until`: the first day without; `null` where there is none. */
export const isConsentLive = (until: IsoDate | null, today: IsoDate): boolean => until !== null && until > today;

/** Whether it is time to ask again, or past it. */
export const isTimeToAsk = (expiresOn: IsoDate, today: IsoDate): boolean => addMonths(today, PROMPT_MONTHS) >= expiresOn;

/** The latest answer: `null` where nobody was asked. A withdrawal is a no of its day. */
export interface ConsentAnswer {
  readonly shareConsent: boolean | null;
  readonly shareConsentOn: IsoDate | null;
}

/**
 * The answer after what a file or a form says. An answer is not unsaid by silence, nor by an older one: a sheet of last year
 * that still says yes undoes no withdrawal, and neither does a yes without a day.
 */
export function answerAfter({ shareConsent, shareConsentOn }: ConsentAnswer, says: Partial<ConsentAnswer>): ConsentAnswer {
  const before = { shareConsent, shareConsentOn };
  const { shareConsent: granted, shareConsentOn: on } = says;
  if (granted == null) return before;
  if (on == null) return before.shareConsent === null || (before.shareConsent && !granted) ? { shareConsent: granted, shareConsentOn: null } : before;
  // Of two answers of one day the no counts.
  if (before.shareConsentOn !== null && (on < before.shareConsentOn || (on === before.shareConsentOn && granted))) return before;
  return { shareConsent: granted, shareConsentOn: on };
}
