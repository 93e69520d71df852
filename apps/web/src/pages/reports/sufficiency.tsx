import { SUFFICIENCY_DIMENSIONS, type SufficiencyDimension } from '@hub/domain/performance/sufficiency';
import { HIDDEN_MEANS } from '@hub/domain/performance/shown-numbers';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay, useViewer } from '../../app/viewer';
import { Await } from '../../components/await';
import { LinkButton } from '../../components/button';
import { Download } from '../../components/download';
import { PageBody } from '../../components/page-body';
import { Table, type Column } from '../../components/table';
import { SufficiencyPageDocument, type SufficiencyPageQuery } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { upperFirst } from '../../words/plain';

type Found = SufficiencyPageQuery['sufficiency'];
type Line = Found['lines'][number];

/** Whether there are families for the children who wait, and which kind to recruit. */
export default function SufficiencyPage() {
  const found = useData(SufficiencyPageDocument, {});
  const may = useMay();
  return (
    <PageBody>
      <Heading title="Children waiting and families for them" />
      <p className="govuk-body">A family is counted for children of a kind where no rule of the matching engine keeps it from them: age with the stretch that the engine allows, room, needs, early permanence.</p>
      <p className="govuk-body">Heritage is never a rule of matching (Children and Families Act 2014, section 3). Its table tells which families share it, and no family is said to be short by it.</p>
      <Await of={found} what="the numbers">
        {({ sufficiency }) => (sufficiency.lines.length === 0 ? <p className="govuk-body">Nothing has been counted yet. It is counted each night.</p> : (
          <>
            <Counted found={sufficiency} />
            <Short found={sufficiency} />
            {(Object.keys(SUFFICIENCY_DIMENSIONS) as SufficiencyDimension[]).map((dimension) => <Lines key={dimension} dimension={dimension} lines={sufficiency.lines.filter((line) => line.dimension === dimension)} />)}
            <p className="govuk-body">{HIDDEN_MEANS} The region’s numbers are counted once a month.</p>
            {may('reports.export') && <><Download label="Download as a workbook (XLSX)" path="/report-files/sufficiency.xlsx" /><Download label="Download as CSV" path="/report-files/sufficiency.csv" /></>}
            <p className="govuk-body hub-links"><LinkButton onClick={() => window.print()}>Print</LinkButton></p>
          </>
        ))}
      </Await>
    </PageBody>
  );
}

function Counted({ found: { ownCountedOn, regionCountedOn } }: { found: Found }) {
  const { agency } = useViewer();
  return <p className="govuk-body hub-secondary">{ownCountedOn && `${agency.name}: ${dayWords(ownCountedOn)}. `}{regionCountedOn ? `The region: ${dayWords(regionCountedOn)}.` : 'The region is counted with the next round.'}</p>;
}

function Short({ found: { ownCountedOn, shortHere, shortInRegion } }: { found: Found }) {
  const list = (title: string, kinds: readonly string[]) => (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      {kinds.length === 0 ? <p className="govuk-body">Of no kind that can be shown do more wait than there are families.</p> : <ol className="govuk-list govuk-list--number">{kinds.slice(0, 10).map((kind) => <li key={kind}>{upperFirst(kind)}</li>)}</ol>}
    </section>
  );
  return <>{ownCountedOn && list('Which families your agency is short of', shortHere)}{list('Which families the region is short of', shortInRegion)}</>;
}

function Lines({ dimension, lines }: { dimension: SufficiencyDimension; lines: readonly Line[] }) {
  const isEmpty = ({ own, region }: Line): boolean => (own?.children ?? 0) === 0 && region?.units === 0;
  const shown = dimension === 'KIND' || dimension === 'NEED' ? lines.filter((line) => !isEmpty(line)) : lines;
  const [hasOwn, hasUnits, hasChildren] = [lines.some(({ own }) => own), dimension !== 'AGE', dimension === 'ALL' || dimension === 'SIZE'];
  const own = (title: string, of: (line: Line) => number | null | undefined): Column<Line> => ({ title, numeric: true, cell: (line) => (line.own ? (of(line) ?? '') : '') });
  const region = (title: string, of: (line: Line) => number | null | undefined): Column<Line> => ({ title, numeric: true, cell: (line) => (line.region ? (of(line) ?? 'c') : '') });
  return (
    <Table caption={SUFFICIENCY_DIMENSIONS[dimension]} rows={shown} keyOf={({ value }) => value} columns={[
      { title: 'What', names: true, cell: ({ label }) => upperFirst(label) },
      ...(hasOwn ? [
        own('Own children', (line) => line.own?.children), ...(hasUnits ? [own('Own children or groups', (line) => line.own?.units)] : []),
        own('Own families available', (line) => line.own?.available), own('Own families in the pipeline', (line) => line.own?.pipeline), own('Own families not recorded', (line) => line.own?.notRecorded),
      ] : []),
      ...(hasChildren ? [region('Region’s children', (line) => line.region?.children)] : []), ...(hasUnits ? [region('Region’s children or groups', (line) => line.region?.units)] : []),
      region('Region’s families available', (line) => line.region?.available), region('Region’s families in the pipeline', (line) => line.region?.pipeline),
    ]} />
  );
}
