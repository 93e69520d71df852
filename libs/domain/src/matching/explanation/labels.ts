import { needLabel } from '../../children/words';
import type { CriterionName, RuleName } from '../result';
import { needOf } from './codes';

const CRITERIA: Readonly<Record<Exclude<CriterionName, `need:${string}`>, string>> = {
  age: 'Age', sex: 'Sex preference', contact: 'Contact', distance: 'Distance', heritage: 'Heritage', language: 'Language', religion: 'Religion',
  childrenAtHome: 'Children at home', pets: 'Pets', smoking: 'Smoke-free home',
};

const RULES: Readonly<Record<Exclude<RuleName, `need:${string}`>, string>> = {
  available: 'Available', notRuledOut: 'Not ruled out by people', shareConsent: 'Consents to be shown', groupSize: 'Room for all',
  area: 'Outside the areas to avoid', earlyPermanence: 'Approved for early permanence', age: 'Approved ages',
};

const labelOfNeed = (name: string): string | null => {
  const need = needOf(name);
  return need === null ? null : needLabel(need);
};

/** Example: "need:attachment" is "Attachment". */
export function criterionLabel(criterion: CriterionName): string {
  return labelOfNeed(criterion) ?? CRITERIA[criterion as keyof typeof CRITERIA];
}

export function ruleLabel(rule: RuleName): string {
  return labelOfNeed(rule) ?? RULES[rule as keyof typeof RULES];
}
