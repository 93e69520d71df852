import { Box } from '../../components/page-body';
import type { ExplainPairQuery } from '../../gql/graphql';
import { count } from '../../words/plain';

type Pair = NonNullable<ExplainPairQuery['explanation']>;

const OUTCOMES: Readonly<Record<string, string>> = { pass: 'passes', fail: 'stands against it', unknown: 'not known' };

export function RulesBox({ rules, blockers }: Pick<Pair, 'rules' | 'blockers'>) {
  const unknown = rules.filter(({ outcome }) => outcome.toLowerCase() === 'unknown');
  const passed = rules.filter(({ outcome }) => outcome.toLowerCase() === 'pass');
  return (
    <Box title={blockers.length > 0 ? `${count(blockers.length, 'rule stands', 'rules stand')} against it` : 'No rule stands against it'}>
      {blockers.length > 0 && <ul className="govuk-list govuk-body-s">{blockers.map(({ rule, label }) => <li key={rule}>{label}</li>)}</ul>}
      {unknown.length > 0 && (
        <>
          <p className="govuk-body-s"><strong>Cannot be judged yet</strong></p>
          <ul className="govuk-list govuk-body-s">{unknown.map(({ rule, label }) => <li key={rule}>{label}</li>)}</ul>
        </>
      )}
      <details className="hub-fold">
        <summary>{count(passed.length, 'rule passes', 'rules pass')}</summary>
        <ul className="govuk-list govuk-body-s">
          {passed.map(({ rule, label, outcome }) => <li key={rule}>{label}: {OUTCOMES[outcome.toLowerCase()]}</li>)}
        </ul>
      </details>
    </Box>
  );
}
