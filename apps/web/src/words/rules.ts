import { needWords } from './needs';

/** What a failing rule says about the pair. The hub's label names what the rule asks, which reads wrongly as an obstacle. */
const AGAINST: Readonly<Record<string, string>> = {
  available: 'Not available',
  notRuledOut: 'Ruled out by people',
  shareConsent: 'No consent to be shown outside the agency',
  groupSize: 'No room for all members',
  area: 'Lives in an area to avoid',
  earlyPermanence: 'Not approved for early permanence',
  age: 'More than a year outside the approved ages',
};

const NOT_KNOWN: Readonly<Record<string, string>> = {
  available: 'Availability: approval is still ahead',
  shareConsent: 'Consent to be shown outside the agency',
  groupSize: 'Room: how many children they are approved for',
  area: 'Area: the unit has areas to avoid',
  earlyPermanence: 'Approval for early permanence',
  age: 'Approved ages',
};

interface Rule { readonly rule: string; readonly label: string }

const needOf = (rule: string): string | null => (rule.startsWith('need:') ? needWords(rule.slice('need:'.length)) : null);

export function againstWords({ rule, label }: Rule): string {
  const need = needOf(rule);
  return need === null ? AGAINST[rule] ?? label : `${need}: more than they would accept`;
}

export function notKnownWords({ rule, label }: Rule): string {
  const need = needOf(rule);
  return need === null ? NOT_KNOWN[rule] ?? label : `${need}: what they would accept`;
}
