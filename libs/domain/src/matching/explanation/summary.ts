import { NOT_RECORDED } from '../../children/words';
import { ruleSentences } from '../rule-sentences';
import type { RuleName } from '../result';
import { ruleLabel } from './labels';
import type { ShownCandidate, ShownContribution } from './read-evidence';

/** Below it a criterion is named as what does not fit well. */
const CLOSE = 0.5;

/** What is missing on a side, where the criterion's label would read wrongly. */
const UNIT_GAPS: Readonly<Record<string, string>> = { sex: 'sex', distance: 'home area', pets: 'risk with pets' };
const FAMILY_GAPS: Readonly<Record<string, string>> = { age: 'approved ages', distance: 'area', smoking: 'smoking' };

const isNeed = ({ criterion }: ShownContribution): boolean => criterion.startsWith('need:');
const isKnown = ({ fit }: ShownContribution): boolean => fit !== null;

/** One paragraph made from the contributions themselves: what fits, what is a stretch, what is not recorded. */
export function summarise({ contributions }: ShownCandidate, size: number): string {
  const others = contributions.filter((one) => !isNeed(one));
  return [
    needsSentence(contributions.filter(isNeed), size === 1 ? 'the child' : size === 2 ? 'both children' : 'all children'),
    ...distantSentences(others.filter(({ fit }) => fit !== null && fit < CLOSE)),
    gapSentence(contributions.filter((one) => !isKnown(one)), size === 1 ? 'the child’s' : 'the children’s'),
  ].join(' ');
}

function needsSentence(needs: readonly ShownContribution[], children: string): string {
  if (needs.length === 0) return `No need of ${children} is recorded as more than none.`;
  if (!needs.some(isKnown)) return `No need of ${children} can be compared yet.`;
  const short = needs.filter(({ fit }) => fit !== null && fit < 1);
  const isOfferMissing = needs.some((one) => !isKnown(one) && one.unitValue !== NOT_RECORDED);
  const whole = isOfferMissing ? 'recorded need of whole that can be compared' : 'recorded need of whole';
  if (short.length === 0) return `This family’s offers meet every ${whole.replace('whole', children)}.`;
  const met = short.length < needs.filter(isKnown).length ? `; its offers meet every other ${whole.replace('whole', children)}` : '';
  return `This family would have to stretch for ${list(short.map(stretchWords))}${met}.`;
}

function stretchWords({ label, unitValue, householdValue, essential }: ShownContribution): string {
  return `${inSentence(label)} (${unitValue}${essential ? ', essential' : ''}; they would accept ${householdValue})`;
}

function distantSentences(apart: readonly ShownContribution[]): string[] {
  const distance = apart.find(({ criterion }) => criterion === 'distance');
  const rest = apart.filter(({ criterion }) => criterion !== 'distance');
  return [
    ...(distance ? [`It is far away (${distance.householdValue}).`] : []),
    ...(rest.length > 0 ? [`It does not fit well on ${listLabels(rest)}.`] : []),
  ];
}

/** Whose record has the gap decides whom to ask. */
function gapSentence(unknown: readonly ShownContribution[], children: string): string {
  if (unknown.length === 0) return 'Nothing that counts is unknown.';
  const isOfUnit = ({ unitValue }: ShownContribution): boolean => unitValue === NOT_RECORDED;
  const ofUnit = unknown.filter(isOfUnit).map(({ criterion, label }) => UNIT_GAPS[criterion] ?? inSentence(label));
  const ofFamily = unknown.filter((one) => !isOfUnit(one)).map((one) => (isNeed(one) ? `offer on ${inSentence(one.label)}` : FAMILY_GAPS[one.criterion] ?? inSentence(one.label)));
  const parts = [...(ofUnit.length > 0 ? [`${children} ${list(ofUnit)}`] : []), ...(ofFamily.length > 0 ? [`the family’s ${list(ofFamily)}`] : [])];
  return `Not recorded: ${parts.join('; ')}.`;
}

/** What would have to change for a blocked pair, then what has to be recorded. */
export function changesFor(blockers: readonly RuleName[], unknowns: readonly RuleName[]): string[] {
  return [
    ...blockers.map((rule) => `${ruleLabel(rule)}: ${isNeedRule(rule) ? 'the household would have to accept a higher level' : ruleSentences(rule).toPass}.`),
    ...unknowns.map((rule) => `${ruleLabel(rule)}: ${isNeedRule(rule) ? 'ask the household what level it would accept' : ruleSentences(rule).toKnow}.`),
  ];
}

// The engine's sentences name a need by its key, for `hub match`; here its label stands before.
const isNeedRule = (rule: RuleName): boolean => rule.startsWith('need:');

/** For a listed pair: the rules not yet judged, and how far recording what is unknown could move the rank. */
export function changesForListed({ unknowns, notKnown, low, high }: ShownCandidate): string[] {
  const rules = changesFor([], unknowns);
  if (notKnown.length === 0) return [...rules, 'Nothing else is unknown.'];
  return [...rules, `Recording ${list(notKnown.map(inSentence))}: the rank would lie between ${low.toFixed(1)} and ${high.toFixed(1)}.`];
}

function listLabels(contributions: readonly ShownContribution[]): string {
  return list(contributions.map(({ label }) => inSentence(label)));
}

function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
