import { ruleSentences } from '../rule-sentences';
import type { RuleName } from '../result';
import { ruleLabel } from './labels';
import type { ShownCandidate, ShownContribution } from './read-evidence';

const isNeed = ({ criterion }: ShownContribution): boolean => criterion.startsWith('need:');

/** One paragraph made from the contributions themselves: what fits, what is a stretch, what is not known. */
export function summarise({ contributions, stretches }: ShownCandidate, size: number): string {
  const children = size === 1 ? 'the child' : size === 2 ? 'both children' : 'all children';
  const needs = contributions.filter(isNeed);
  const short = needs.filter(({ fit }) => fit !== null && fit < 1);
  const others = contributions.filter((contribution) => !isNeed(contribution));
  const apart = others.filter(({ fit }) => fit !== null && fit < 0.5);
  const unknown = contributions.filter(({ fit }) => fit === null);
  const sentences = [
    needs.every(({ fit }) => fit === null) ? `No need of ${children} can be compared yet.`
      : short.length === 0 ? `This family’s offers meet every recorded need of ${children} that can be compared.`
      : `This family would have to stretch for ${list(short.map(({ label, essential }) => `${inSentence(label)}${essential ? ' (essential)' : ''}`))}${stretches.length === 0 ? '' : ', one level each'}; its other offers meet the recorded needs.`,
    ...(apart.length === 0 ? [] : [`It is not a close fit on ${list(apart.map(({ label, householdValue, criterion }) => `${inSentence(label)}${criterion === 'distance' && householdValue ? ` (${householdValue})` : ''}`))}.`]),
    ...(unknown.length === 0 ? ['Nothing that matters is unknown.'] : [`Not known: ${list(unknown.map(({ label }) => inSentence(label)))}.`]),
  ];
  return sentences.join(' ');
}

/** What would have to change for a blocked pair, then what has to be recorded. */
export function changesFor(blockers: readonly RuleName[], unknowns: readonly RuleName[]): string[] {
  return [
    ...blockers.map((rule) => `${ruleLabel(rule)}: ${ruleSentences(rule).toPass}.`),
    ...unknowns.map((rule) => `${ruleLabel(rule)}: ${ruleSentences(rule).toKnow}.`),
  ];
}

/** For a listed pair: the rules not yet judged, and how far recording what is unknown could move the rank. */
export function changesForListed({ unknowns, notKnown, low, high }: ShownCandidate): string[] {
  const rules = changesFor([], unknowns);
  if (notKnown.length === 0) return [...rules, 'Nothing else is unknown.'];
  return [...rules, `Recording ${list(notKnown.map(inSentence))}: the rank would lie between ${low.toFixed(1)} and ${high.toFixed(1)}.`];
}

function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
