import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { problem as problemFor, type Problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemNote, ProblemPage } from '../../components/await';
import { Band } from '../../components/band';
import { DoneBanner } from '../../components/banner';
import { Button, ButtonLink } from '../../components/button';
import { useKeep } from '../../components/keep';
import { IdentityBar } from '../../components/identity-bar';
import { rankWords } from '../../components/interval';
import { Box, Columns } from '../../components/page-body';
import { Tag } from '../../components/tag';
import { BackLink } from '../../app/navigation';
import { ExplainPairDocument, LiftRulingOutDocument, type ExplainPairQuery } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { lowerFirst } from '../../words/plain';
import { RulingsOut } from '../links/rulings-out';
import { ElseTable } from './else-table';
import { NeedsTable } from './needs-table';
import { RulesBox } from './rules-box';

type Pair = NonNullable<ExplainPairQuery['explanation']>;

export default function Explanation() {
  const { unit = '', household = '' } = useParams();
  const [search] = useSearchParams();
  const pair = useData(ExplainPairDocument, { unit, household, run: search.get('run') });
  return (
    <Await of={pair} what="the evidence">
      {({ explanation }) => (explanation ? <PairPage pair={explanation} onChanged={pair.refresh} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}

function PairPage({ pair, onChanged }: { pair: Pair; onChanged: () => void }) {
  const { unit, household, candidate } = pair;
  const members = unit.groupSize > 1 ? 'Children' : 'Child';
  // A run about a family is read from the family's page, every other from the child's.
  const back = pair.run.scope === 'HOUSEHOLD' ? { to: `/families/${household.reference}`, label: household.reference } : { to: `/children/${unit.reference}`, label: unit.reference };
  return (
    <>
      <PairIdentity pair={pair} />
      <div className="hub-width hub-page">
        <BackLink to={back.to}>{`Back to ${back.label}`}</BackLink>
        <DoneBanner />
        <Columns side={<Side pair={pair} onChanged={onChanged} />}>
          <p className="govuk-body-l"><strong>In short:</strong> {lowerFirst(pair.summary)}</p>
          <NeedsTable members={members} unit={unit} household={household} contributions={candidate?.contributions ?? []} />
          {candidate && <ElseTable members={members} candidate={candidate} />}
        </Columns>
      </div>
    </>
  );
}

function PairIdentity({ pair: { unit, household, candidate } }: { pair: Pair }) {
  const title = `${unit.reference} and ${household.reference}`;
  const shown = <><Link className="hub-identity__link" to={`/children/${unit.reference}`}>{unit.reference}</Link> and <Link className="hub-identity__link" to={`/families/${household.reference}`}>{household.reference}</Link></>;
  if (!candidate) return <IdentityBar title={title} shown={shown}><Tag tone="red">Not listed: a rule stands against it</Tag></IdentityBar>;
  return (
    <IdentityBar title={title} shown={shown}>
      <Band letter={candidate.band} /> <span>{rankWords(candidate.rank)}, could be {rankWords(candidate.low)} to {rankWords(candidate.high)}</span>{' '}
      <Tag tone="blue">{rankWords(candidate.coverage * 100)}% of what matters is known</Tag>{' '}
      {candidate.status.toLowerCase() === 'conditional' && <Tag tone="amber">Depends on an answer</Tag>}
    </IdentityBar>
  );
}

function Side({ pair, onChanged }: { pair: Pair; onChanged: () => void }) {
  // Such a run looks at one family alone, so it tells nothing of the lists of others.
  const aboutFamily = pair.run.scope === 'HOUSEHOLD';
  return (
    <>
      <RulesBox rules={pair.rules} blockers={pair.blockers} />
      <Box title="What would change it">
        {pair.changes.length === 0
          ? <p className="govuk-body-s">Nothing: everything that matters is recorded.</p>
          : <ul className="govuk-list govuk-body-s">{pair.changes.map((change) => <li key={change}>{change}</li>)}</ul>}
      </Box>
      <Box title={aboutFamily ? 'The run' : 'Their load'}>
        {!aboutFamily && <p className="govuk-body-s">On {pair.onShortlists === 1 ? '1 shortlist' : `${pair.onShortlists} shortlists`} of this run.</p>}
        <p className="govuk-body-s hub-secondary">Facts as at {dayWords(pair.run.asAt)}, policy {pair.run.policyVersion}, run <Link className="govuk-link" to={`/matching/${pair.run.reference}`}>{pair.run.reference}</Link>.</p>
      </Box>
      <RulingsOut rulings={pair.rulingsOut} />
      <InterestTool pair={pair} />
      <KeepBox household={pair.household.reference} />
      <RuleOutTools pair={pair} onChanged={onChanged} />
    </>
  );
}

function InterestTool({ pair: { unit, household } }: { pair: Pair }) {
  const may = useMay();
  const to = `/children/${unit.reference}/families/${household.reference}/interest`;
  if (may('links.suggest')) return <ButtonLink to={to}>Suggest this link</ButtonLink>;
  return may('links.move') && (unit.isOwn || household.isOwn) ? <ButtonLink to={to}>Express interest</ButtonLink> : null;
}

function KeepBox({ household }: { household: string }) {
  const keep = useKeep('HOUSEHOLD');
  return keep && <Box title="Keep this family">{keep.chooser}{keep.button?.(household)}</Box>;
}

function RuleOutTools({ pair, onChanged }: { pair: Pair; onChanged: () => void }) {
  const may = useMay();
  const [lift] = useChange(LiftRulingOutDocument);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!may('matching.ruleOut') || (!pair.unit.isOwn && !pair.household.isOwn)) return null;
  const ruledOut = pair.blockers.some(({ rule }) => rule === 'notRuledOut');
  const path = `/children/${pair.unit.reference}/families/${pair.household.reference}/rule-out`;
  const undo = async () => {
    const outcome = await lift({ unit: pair.unit.reference, household: pair.household.reference });
    if (outcome.ok) onChanged();
    else setProblem(outcome.problem);
  };
  return (
    <>
      {ruledOut ? <Button kind="secondary" onClick={() => void undo()}>Lift the ruling-out</Button> : <ButtonLink to={path} kind="secondary">Rule out, with a reason</ButtonLink>}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
