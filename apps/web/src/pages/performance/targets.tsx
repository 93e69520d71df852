import { Link } from 'react-router';
import { useChange, useData, useDone, type Done } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await, ProblemNote } from '../../components/await';
import { DoneBanner, Success } from '../../components/banner';
import { LinkButton } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { PerformanceTargetsPageDocument, WithdrawPerformanceTargetDocument, type TargetPartsFragment } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { heldWords, indicatorWords, scopeWords, targetWords } from '../../words/targets';

/** By what indicators are measured: thresholds that are published, and targets that the region and its agencies set. */
export default function TargetsPage() {
  const may = useMay();
  const found = useData(PerformanceTargetsPageDocument, {});
  const { said, problem, done } = useDone(found.refresh);
  return (
    <Await of={found} what="the targets">
      {({ performanceTargets: targets, agencies }) => {
        const nameOf = (code: string | null | undefined) => agencies.find((agency) => agency.code === code)?.name;
        const entered = targets.filter(({ scope }) => scope !== 'NATIONAL');
        return (
          <PageBody {...(may('performance.read') && { back: { to: '/performance', label: 'Performance' } })}>
            {said ? <Success key={said}>{said}</Success> : <DoneBanner />}
            <Heading title="Thresholds and targets" />
            {problem && <ProblemNote problem={problem} />}
            <p className="govuk-body">A figure is measured by what holds on the last day of its period: the agency’s own target, else the region’s, else the national threshold. Of one agency’s targets for the same days the latest holds.</p>
            {may('performanceTargets.set') && <p className="govuk-body"><Link className="govuk-link" to="/performance/targets/enter">Enter a target</Link></p>}
            {entered.length === 0 ? <p className="govuk-body">Nobody has entered a target yet.</p> : (
              <Table caption="Targets of the region and its agencies" rows={entered} keyOf={({ id }) => id ?? ''} columns={[
                { title: 'Indicator', names: true, cell: ({ code }) => indicatorWords(code) },
                { title: 'Whose', cell: ({ scope, agency }) => nameOf(agency) ?? scopeWords(scope) },
                { title: 'Target', cell: targetWords },
                { title: 'Periods that end', cell: heldWords },
                { title: 'Source', cell: SourceCell },
                { title: 'Entered', cell: (target) => <>{target.at && dayWords(target.at.slice(0, 10))} {target.isOurs && may('performanceTargets.set') && <Withdraw target={target} onDone={done} />}</> },
              ]} />
            )}
            <Table caption="National thresholds" rows={targets.filter(({ scope }) => scope === 'NATIONAL')} keyOf={(_, index) => String(index)} columns={[
              { title: 'Indicator', names: true, cell: ({ code }) => indicatorWords(code) },
              { title: 'Threshold', cell: targetWords },
              { title: 'Periods that end', cell: heldWords },
              { title: 'Source', cell: SourceCell },
            ]} />
            <p className="govuk-body">Months and days stand as they were printed: no one rule of rounding leads from the ones to the others. A3 counts children by months of the calendar.</p>
            <p className="govuk-body"><Link className="govuk-link" to="/performance/published">England’s figures and statistical neighbours</Link></p>
          </PageBody>
        );
      }}
    </Await>
  );
}

const SourceCell = ({ source, note }: TargetPartsFragment) => <>{source}{note && <><br />{note}</>}</>;

function Withdraw({ target: { id, code }, onDone }: { target: TargetPartsFragment; onDone: Done }) {
  const [withdraw] = useChange(WithdrawPerformanceTargetDocument);
  return (
    <LinkButton onClick={() => void withdraw({ id: id ?? '' }).then((outcome) => onDone(outcome, 'The target is withdrawn: nothing is measured by it any more.'))}>
      Withdraw<span className="govuk-visually-hidden"> the target of {code}</span>
    </LinkButton>
  );
}
