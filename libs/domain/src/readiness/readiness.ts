import type { BankHolidays } from '../dates/bank-holidays';
import type { IsoDate } from '../dates/iso-date';
import { dayWords } from '../dates/words';
import type { Standing } from '../documents/kinds';
import { commentsUntil } from '../panels/clocks';
import type { Preparation, ViewHolder } from './preparation';

/** What both agencies may know of a child of the link: that a report is there and how it stands, never what it says. */
export interface ChildToPlace {
  readonly cpr: Standing | null;
  readonly health: Standing | null;
  /** Of whom there are views, or why there are none. */
  readonly views: readonly ViewHolder[];
}

export interface ReadinessFacts {
  readonly children: readonly ChildToPlace[];
  /** Siblings who are to be placed apart. */
  readonly isApart: boolean;
  readonly siblingAssessment: Standing | null;
  /** The child's agency holds the adopters' report, or was given it. */
  readonly hasAdoptersReport: boolean;
  readonly apr: Standing | null;
  readonly supportPlan: Standing | null;
  /** The latest day of each. */
  readonly prepared: Readonly<Partial<Record<Preparation, IsoDate>>>;
  readonly panelOn: IsoDate | null;
}

export const CHECK_NAMES = [
  'CPR', 'CHILD_HEALTH', 'WISHES', 'PARENTS_VIEWS', 'SIBLING_ASSESSMENT', 'ADOPTERS_REPORT', 'APR', 'SUPPORT_PLAN', 'CPR_GIVEN', 'MEDICAL_ADVISER', 'FOSTER_CARER', 'APR_GIVEN', 'ADOPTERS_VIEWS',
] as const;

export type CheckName = (typeof CHECK_NAMES)[number];

/** NOT_NEEDED: the rule asks nothing here. */
export type CheckState = 'MET' | 'MISSING' | 'NOT_NEEDED';

export interface Check {
  readonly name: CheckName;
  readonly state: CheckState;
  readonly label: string;
  /** The regulation or the practice it comes from. */
  readonly rule: string;
  /** What is missing, or when it was done; null where there is nothing to add. */
  readonly detail: string | null;
}

const PARENTS: readonly ViewHolder[] = ['MOTHER', 'FATHER'];
const REG_17 = 'AAR 2005 reg 17';
const REG_31 = 'AAR 2005 reg 31';
const PRACTICE = 'Practice';

type Found = readonly [CheckState, string | null];

const WHOSE: Readonly<Record<ViewHolder, string>> = { CHILD: 'they', MOTHER: 'the mother’s', FATHER: 'the father’s', OTHER: 'the other’s' };
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const MET: Found = ['MET', null];
const missing = (detail: string): Found => ['MISSING', detail];
const NOT_NEEDED: Found = ['NOT_NEEDED', null];

/** Of a report: there, and its newest version accepted by a reviewer. */
function accepted(standing: Standing | null): Found {
  if (standing === 'ACCEPTED') return MET;
  if (standing === null) return missing('There is none.');
  return missing(standing === 'CHANGES_ASKED' ? 'The reviewer asked for changes.' : 'Its newest version has not been accepted by a reviewer.');
}

/** The first that is missing, of each child's. */
function ofEach(children: readonly ChildToPlace[], found: (child: ChildToPlace) => Found): Found {
  const at = children.findIndex((child) => found(child)[0] === 'MISSING');
  if (at < 0) return MET;
  const [, detail] = found(children[at] as ChildToPlace);
  return missing(children.length === 1 ? (detail ?? '') : `Child ${at + 1} of ${children.length}: ${detail ?? ''}`);
}

const viewsOf = (...holders: readonly ViewHolder[]) => ({ views }: ChildToPlace): Found => {
  const lacking = holders.filter((holder) => !views.includes(holder));
  return lacking.length === 0 ? MET : missing(`${upperFirst(lacking.map((holder) => WHOSE[holder]).join(' and '))} are not recorded, nor why not.`);
};

const done = (on: IsoDate | undefined): Found => (on === undefined ? missing('It is not recorded.') : ['MET', `Done on ${dayWords(on)}.`]);

/** Adopters who have given their views have had their time; else they have ten working days before the panel. */
function timeToComment({ prepared, panelOn }: ReadinessFacts, holidays: BankHolidays): Found {
  const on = prepared.APR_GIVEN;
  if (on === undefined) return missing('It is not recorded.');
  if (prepared.ADOPTERS_VIEWS !== undefined && prepared.ADOPTERS_VIEWS >= on) return ['MET', `Given on ${dayWords(on)}, and they gave their views.`];
  const until = commentsUntil(on, holidays);
  if (until === null) return missing(`Given on ${dayWords(on)}. The bank holidays after it are not known yet.`);
  if (panelOn !== null && panelOn <= until) return missing(`Given on ${dayWords(on)}: they have until ${dayWords(until)} to comment, and the panel is on ${dayWords(panelOn)}.`);
  return ['MET', `Given on ${dayWords(on)}: they have until ${dayWords(until)} to comment.`];
}

/**
 * What a panel that considers the match needs, in the order in which it comes about, and what of it is missing. It decides nothing: people may go on, with
 * a reason. Example: without a placement report `APR` is MISSING, "There is none."
 */
export function readiness(facts: ReadinessFacts, holidays: BankHolidays): readonly Check[] {
  const { children, prepared } = facts;
  const check = (name: CheckName, label: string, rule: string, [state, detail]: Found): Check => ({ name, state, label, rule, detail });
  return [
    check('CPR', 'Child’s permanence report, accepted', REG_17, ofEach(children, ({ cpr }) => accepted(cpr))),
    check('CHILD_HEALTH', 'Child’s health report', REG_17, ofEach(children, ({ health }) => (health === null ? missing('There is none.') : MET))),
    check('WISHES', 'The child’s wishes and feelings', REG_17, ofEach(children, viewsOf('CHILD'))),
    check('PARENTS_VIEWS', 'Each birth parent’s views', REG_17, ofEach(children, viewsOf(...PARENTS))),
    check('SIBLING_ASSESSMENT', 'Sibling assessment, where siblings are placed apart', REG_17, facts.isApart ? accepted(facts.siblingAssessment) : NOT_NEEDED),
    check('ADOPTERS_REPORT', 'Prospective adopter’s report, given to the child’s agency', REG_31, facts.hasAdoptersReport ? MET : missing('The child’s agency has not been given it.')),
    check('APR', 'Adoption placement report, accepted', REG_31, accepted(facts.apr)),
    check('SUPPORT_PLAN', 'Adoption support plan', REG_31, facts.supportPlan === null ? missing('There is none.') : MET),
    check('CPR_GIVEN', 'The adopters were given the child’s permanence report', REG_31, done(prepared.CPR_GIVEN)),
    check('MEDICAL_ADVISER', 'The adopters met the medical adviser', PRACTICE, done(prepared.MEDICAL_ADVISER_MET)),
    check('FOSTER_CARER', 'The adopters met the foster carer', PRACTICE, done(prepared.FOSTER_CARER_MET)),
    check('APR_GIVEN', 'The adopters were given the placement report, with ten working days to comment', REG_31, timeToComment(facts, holidays)),
    check('ADOPTERS_VIEWS', 'The adopters’ views', REG_31, done(prepared.ADOPTERS_VIEWS)),
  ];
}
