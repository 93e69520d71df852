/** What a step may have to say beside its day: a code from a list, in words for people. */
export const STEP_CODES = {
  INTRODUCTIONS_REVIEWED: { GO_ON: 'Go on as planned', LONGER: 'Take longer', PAUSED: 'Pause' },
  LIVES_THERE: { EARLY_PERMANENCE: 'With early permanence carers who are to adopt', FOSTER_CARERS: 'With foster carers who are to adopt' },
  FELL: {
    CHILD_NEEDS: 'The child’s needs turned out otherwise',
    ADOPTERS_WITHDREW: 'The adopters withdrew',
    INTRODUCTIONS: 'Introductions did not go well',
    CIRCUMSTANCES: 'The adopters’ circumstances changed',
    COURT: 'The court decided otherwise',
    PLAN_CHANGED: 'The plan for the child changed',
    OTHER_REASON: 'Another reason',
  },
  DISRUPTED: {
    CHILD_NEEDS: 'The child’s needs could not be met there',
    ADOPTERS_HEALTH: 'Illness or death in the family',
    ADOPTERS_RELATIONSHIP: 'The adopters separated',
    ATTACHMENT: 'They did not come to feel at home with each other',
    SIBLINGS: 'Between the children of the family',
    SAFEGUARDING: 'The child was not safe',
    SUPPORT: 'Support was missing or came late',
    OTHER_REASON: 'Another reason',
  },
  NOTIFIED: { AREA: 'The council where the adopters live', HEALTH: 'Health, where the adopters live', EDUCATION: 'Education, where the adopters live', GP: 'The family’s GP' },
  REVIEWED: { WEEKLY: 'Visits weekly', FORTNIGHTLY: 'Visits every two weeks', FOUR_WEEKLY: 'Visits every four weeks', SIX_WEEKLY: 'Visits every six weeks', NOT_DECIDED: 'Nothing decided on visits' },
  LIFE_STORY_BOOK: { FIRST: 'First version', FURTHER: 'A further version', COMPLETE: 'Complete' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** After how many days the next visit is due, as a review decided (AAR 2005 reg 36(4)); null where it decided nothing. */
export const VISIT_DAYS: Readonly<Record<string, number | null>> = { WEEKLY: 7, FORTNIGHTLY: 14, FOUR_WEEKLY: 28, SIX_WEEKLY: 42, NOT_DECIDED: null };

type Coded = keyof typeof STEP_CODES;

export const isCoded = (event: string): event is Coded => Object.hasOwn(STEP_CODES, event);

/** The code in words; undefined where this step knows no such code. */
export function codeWords(event: string, code: string): string | undefined {
  const words: Readonly<Record<string, string>> = isCoded(event) ? STEP_CODES[event] : {};
  return Object.hasOwn(words, code) ? words[code] : undefined;
}
