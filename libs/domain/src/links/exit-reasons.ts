import { isSideExit, type LinkExit, type SideExit } from './states';

/** Why a link ended, as each kind of exit lets people say it; free words go beside it. */
export const EXIT_REASONS = {
  DECLINED_BY_CHILD_AGENCY: {
    ANOTHER_FAMILY: 'Another family is being explored',
    NEEDS_NOT_MET: 'The family cannot meet the needs',
    SIBLINGS: 'The family cannot take the sibling group',
    TOO_CLOSE: 'The family lives too close to the birth family',
    CONTACT: 'The plan for contact does not fit',
    HOUSEHOLD: 'The family’s household does not fit',
    NO_ANSWER: 'The other side did not answer',
    OTHER_REASON: 'Another reason',
  },
  DECLINED_BY_ADOPTERS: {
    ANOTHER_CHILD: 'The adopters are exploring another link',
    NEEDS_TOO_HIGH: 'The adopters cannot meet the needs',
    CIRCUMSTANCES: 'The adopters’ circumstances changed',
    NOT_READY: 'The adopters are not ready',
    CONTACT: 'The plan for contact does not fit',
    CHOICE: 'The adopters do not wish to go on',
    APPROVAL_ENDED: 'The adopters left, or their approval ended',
    NO_ANSWER: 'The other side did not answer',
    OTHER_REASON: 'Another reason',
  },
  WITHDRAWN_CHILD_PLAN_CHANGED: {
    PLAN_CHANGED: 'The plan is no longer adoption',
    FOSTER_CARERS: 'The foster carers or relatives are being assessed',
    GROUP_CHANGED: 'The sibling group changed',
    SEARCH_CLOSED: 'Family finding was closed',
    COURT: 'The court has not decided, or decided otherwise',
    OTHER_REASON: 'Another reason',
  },
} as const satisfies Readonly<Record<SideExit, Readonly<Record<string, string>>>>;

/** The reason in words; undefined where this exit knows no such code. */
export function exitReasonWords(exit: LinkExit, code: string): string | undefined {
  const reasons: Readonly<Record<string, string>> = isSideExit(exit) ? EXIT_REASONS[exit] : {};
  return Object.hasOwn(reasons, code) ? reasons[code] : undefined;
}
