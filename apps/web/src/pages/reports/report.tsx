import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { ButtonLink, LinkButton } from '../../components/button';
import { Download } from '../../components/download';
import { PageBody } from '../../components/page-body';
import { ExecutiveReportPageDocument, type ReportPartsFragment } from '../../gql/graphql';
import { dayWords, instantWords } from '../../words/dates';
import { ReportActions } from './report-actions';
import { ReportComments } from './report-comments';
import { ReportMoney } from './report-money';
import { ReportSection } from './report-section';

export default function ReportPage() {
  const { from = '' } = useParams();
  const found = useData(ExecutiveReportPageDocument, { from });
  return (
    <Await of={found} what="the report">
      {({ executiveReport: report }) => (
        <PageBody back={{ to: '/performance/reports', label: 'Six-monthly reports' }}>
          <DoneBanner />
          <Heading title={`Six-monthly report, ${dayWords(report.from)} to ${dayWords(report.to)}`} />
          <Standing report={report} />
          {report.sections.map((section, at) => (
            <ReportSection key={section.code} section={section} number={at + 1} from={report.from} mayWrite={report.mayWrite}>
              {section.code === 'FINANCE' && <ReportMoney report={report} />}
            </ReportSection>
          ))}
          <ReportActions report={report} />
          <ReportComments report={report} />
          <TakeAlong report={report} />
        </PageBody>
      )}
    </Await>
  );
}

function Standing({ report: { agencyName, dataDate, edition, editionDate, signedAt, signedBy, isOver } }: { report: ReportPartsFragment }) {
  const data = `Figures are of what was known on ${dayWords(dataDate)}${edition && editionDate ? `, indicators of what was known on ${dayWords(editionDate)}, edition ${edition}` : ''}.`;
  if (signedAt) return <p className="govuk-body">{agencyName}. Signed{signedBy && ` by ${signedBy}`}, {instantWords(signedAt)}. It stays as it was signed. {data}</p>;
  return <p className="govuk-body">{agencyName}. This is a draft: its figures follow the records until it is signed. {!isOver && 'It can be signed once the half-year has ended. '}{data}</p>;
}

function TakeAlong({ report: { from, maySign } }: { report: ReportPartsFragment }) {
  const may = useMay();
  return (
    <>
      {maySign && <p className="govuk-body"><ButtonLink to={`/performance/reports/${from}/sign`}>Sign this report</ButtonLink></p>}
      {may('reports.export') && <Download label="Download as PDF" path={`/report-files/${from}/report`} />}
      <p className="govuk-body hub-links"><LinkButton onClick={() => window.print()}>Print</LinkButton></p>
    </>
  );
}
