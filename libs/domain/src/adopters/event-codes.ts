/** Why an assessment rests or takes longer; OTHER says it in words. */
export const DELAY_REASONS = {
  HEALTH: 'Health of an applicant', BEREAVEMENT: 'Bereavement', PREGNANCY: 'Pregnancy or fertility treatment', FAMILY: 'Change in the family', HOME_OR_WORK: 'Change of home or work',
  CHECKS: 'Checks or references not in yet', COURSE: 'No place on a preparation course yet', STAFFING: 'Nobody free to assess', OTHER: 'Something else',
} as const;

/**
 * At whose wish it takes longer. Stage two may be exceeded at the adopters' request or in exceptional circumstances
 * alone (AAR 30B(2)); what the agency brings about itself stops no clock of it.
 */
export const ASKED_BY = { ADOPTERS: 'The adopters asked for it', EXCEPTIONAL: 'Exceptional circumstances', AGENCY: 'The agency’s own reasons' } as const;

export type AskedBy = keyof typeof ASKED_BY;

/** What the yearly review of an approval came to (AAR 30D). */
export const REVIEW_OUTCOMES = { CONTINUES: 'The approval continues', RANGE_CHANGED: 'It continues, with other advice on whom to place', TO_PANEL: 'The panel is to consider it' } as const;

/** What those who heard representations, or the independent review, recommended. */
export const RECOMMENDATIONS = { SUITABLE: 'Suitable to adopt', NOT_SUITABLE: 'Not suitable to adopt' } as const;

export const EVENT_CODES = { DELAY: DELAY_REASONS, REVIEW: REVIEW_OUTCOMES, RECOMMENDATION: RECOMMENDATIONS } as const;

export type EventCode = keyof typeof DELAY_REASONS | keyof typeof REVIEW_OUTCOMES | keyof typeof RECOMMENDATIONS;

/** What was said with a step, as one line: of a list, at whose wish, and in words. Null where nothing was. */
export function saidWith({ code, askedBy, reason }: { readonly code: EventCode | null; readonly askedBy: AskedBy | null; readonly reason: string | null }): string | null {
  const said = [code && code !== 'OTHER' ? eventCodeWords(code) : null, askedBy && ASKED_BY[askedBy], reason].filter((words) => words !== null);
  return said.length === 0 ? null : said.join('. ');
}

const WORDS: Readonly<Record<string, string>> = { ...DELAY_REASONS, ...REVIEW_OUTCOMES, ...RECOMMENDATIONS };

export const eventCodeWords = (code: string): string => WORDS[code] ?? code;
