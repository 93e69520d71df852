import type { RuleName } from './result';

/** What people must do about a rule that stands in a pair's way. */
export interface RuleSentences {
  /** What the rule asks. */
  readonly asks: string;
  /** What would have to change for a failing pair to pass. */
  readonly toPass: string;
  /** What has to be recorded before the rule can be judged. */
  readonly toKnow: string;
}

type FixedRule = Exclude<RuleName, `need:${string}`>;

const SENTENCES: Readonly<Record<FixedRule, RuleSentences>> = {
  available: {
    asks: 'The household is available',
    toPass: 'the household would have to be available again',
    toKnow: 'record whether the household is available: approval is still ahead',
  },
  notRuledOut: {
    asks: 'People have not ruled the pair out',
    toPass: 'the people who ruled the pair out would have to lift that',
    toKnow: 'record whether the pair was ruled out',
  },
  shareConsent: {
    asks: 'The household consents to be shown outside its agency',
    toPass: 'the household would have to consent to be shown outside its agency',
    toKnow: 'ask the household whether it may be shown outside its agency',
  },
  groupSize: {
    asks: 'The household has room for all members',
    toPass: 'the household would have to be approved for all members together',
    toKnow: 'record how many children the household is approved for',
  },
  area: {
    asks: 'The household lives outside the areas to avoid',
    toPass: 'the household would have to live elsewhere, or the area be safe again',
    toKnow: "record the household's postcode district: the unit has areas to avoid",
  },
  earlyPermanence: {
    asks: 'The household is approved for early permanence where the plan is that',
    toPass: 'the household would have to be approved for early permanence',
    toKnow: 'record whether the household is approved for early permanence',
  },
  age: {
    asks: 'All members are inside the approved ages, or within the stretch beyond them',
    toPass: 'the approved ages would have to change',
    toKnow: "record the household's approved ages",
  },
};

/** The sentences of a rule, in lower case where they follow a rule's name. */
export function ruleSentences(rule: RuleName): RuleSentences {
  return isFixed(rule) ? SENTENCES[rule] : needSentences(rule.slice('need:'.length));
}

function isFixed(rule: RuleName): rule is FixedRule {
  return Object.hasOwn(SENTENCES, rule);
}

function needSentences(key: string): RuleSentences {
  return {
    asks: `The household can meet the need ${key}, or nearly`,
    toPass: `the household would have to accept a higher level of ${key}`,
    toKnow: `ask the household what level of ${key} it would accept`,
  };
}
