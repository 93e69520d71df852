import { Box } from '../../components/page-body';
import type { ExplainPairQuery } from '../../gql/graphql';
import { needOf } from '../../words/needs';
import { count } from '../../words/plain';
import { againstWords, notKnownWords } from '../../words/rules';

type Pair = NonNullable<ExplainPairQuery['explanation']>;

export function RulesBox({ rules, blockers }: Pick<Pair, 'rules' | 'blockers'>) {
  const unknown = rules.filter(({ outcome }) => outcome.toLowerCase() === 'unknown');
  const passed = rules.filter(({ outcome }) => outcome.toLowerCase() === 'pass');
  const needs = passed.filter(({ rule }) => needOf(rule) !== null).length;
  return (
    <Box title={blockers.length > 0 ? `${count(blockers.length, 'rule stands', 'rules stand')} against it` : 'No rule stands against it'}>
      {blockers.length > 0 && <ul className="govuk-list govuk-body-s">{blockers.map((one) => <li key={one.rule}>{againstWords(one)}</li>)}</ul>}
      {unknown.length > 0 && (
        <>
          <p className="govuk-body-s"><strong>Cannot be judged yet</strong></p>
          <ul className="govuk-list govuk-body-s">{unknown.map((one) => <li key={one.rule}>{notKnownWords(one)}</li>)}</ul>
        </>
      )}
      {passed.length > 0 && (
        <>
          {blockers.length + unknown.length > 0 && <p className="govuk-body-s"><strong>No obstacle</strong></p>}
          <ul className="govuk-list govuk-body-s">
            {passed.filter(({ rule }) => needOf(rule) === null).map(({ rule, label }) => <li key={rule}>{label}</li>)}
            {needs > 0 && <li>{count(needs, 'need', 'needs')} within reach of the offers</li>}
          </ul>
        </>
      )}
    </Box>
  );
}
