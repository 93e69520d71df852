import { Link } from 'react-router';
import { QUALITY_KINDS, type QualityKind } from '@hub/domain/performance/data-quality';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { Details } from '../../components/details';
import { Download } from '../../components/download';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { DataQualityPageDocument, type DataQualityPageQuery } from '../../gql/graphql';
import { count } from '../../words/plain';

type Finding = DataQualityPageQuery['dataQuality']['findings'][number];

/** So many links of one rule stand on the page; the file has all. */
const MOST_LINKS = 100;

/** What is missing, contradictory or stale in an agency's records, by rule, with the way to each record. */
export default function DataQualityPage() {
  const may = useMay();
  const found = useData(DataQualityPageDocument, {}, { pause: !may('dataQuality.read') });
  if (!may('dataQuality.read')) return <ProblemPage problem={problem('FORBIDDEN')} />;
  return (
    <Await of={found} what="the data quality">
      {({ dataQuality: { children, households, findings } }) => (
        <PageBody {...(may('performance.read') && { back: { to: '/performance', label: 'Performance' } })}>
          <Heading title="Data quality" />
          <p className="govuk-body">What of your agency’s records lacks a fact, contradicts itself or has not moved for long. {count(children, 'child’s record', 'children’s records')} and {count(households, 'household’s', 'households’')} were looked at just now. Figures are only as good as these records; a correction changes them with the next reckoning.</p>
          {findings.length === 0 && <p className="govuk-body">Nothing was found.</p>}
          {(Object.keys(QUALITY_KINDS) as QualityKind[]).map((kind) => <Findings key={kind} kind={kind} findings={findings.filter((finding) => finding.kind === kind)} />)}
          {may('dataQuality.export') && <Download label="Download as CSV" path="/performance-sources/data-quality.csv" />}
        </PageBody>
      )}
    </Await>
  );
}

function Findings({ kind, findings }: { kind: QualityKind; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Table caption={QUALITY_KINDS[kind]} rows={findings} keyOf={({ subject, code }) => `${subject} ${code}`} columns={[
      { title: 'What is the matter', names: true, cell: ({ says }) => says },
      { title: 'About', cell: ({ subject }) => (subject === 'CHILD' ? 'Children' : 'Households') },
      { title: 'How often', numeric: true, cell: (finding) => finding.count },
      { title: 'Records', cell: (finding) => <Records finding={finding} /> },
    ]} />
  );
}

function Records({ finding: { subject, records } }: { finding: Finding }) {
  if (records.length === 0) return <>for who may open them</>;
  return (
    <Details summary="Show the records">
      <ul className="govuk-list">
        {records.slice(0, MOST_LINKS).map(({ record, reference }) => <li key={reference}><Link className="govuk-link" to={subject === 'CHILD' ? `/children/${record}` : `/families/${record}`}>{reference}</Link></li>)}
      </ul>
      {records.length > MOST_LINKS && <p className="govuk-body">And {records.length - MOST_LINKS} more; the file has them all.</p>}
    </Details>
  );
}
