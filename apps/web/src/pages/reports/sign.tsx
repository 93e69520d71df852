import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useData, useOnce } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { Form } from '../../components/form';
import { PageBody } from '../../components/page-body';
import { ExecutiveReportPageDocument, SignReportDocument, type ReportPartsFragment } from '../../gql/graphql';
import { dayWords } from '../../words/dates';

export default function SignPage() {
  const { from = '' } = useParams();
  const found = useData(ExecutiveReportPageDocument, { from });
  return (
    <Await of={found} what="the report">
      {({ executiveReport: report }) => (report.maySign ? <Sign report={report} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}

function Sign({ report }: { report: ReportPartsFragment }) {
  const navigate = useNavigate();
  const [sign] = useOnce(SignReportDocument);
  // As the report stood when the signer came here from it.
  const [digest] = useState(report.digest);
  const back = `/performance/reports/${report.from}`;
  const empty = report.sections.filter(({ words }) => !words);
  const send = async () => {
    const outcome = await sign({ from: report.from, digest });
    if (outcome.ok) void navigate(back, { state: { done: 'The report is signed.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: back, label: 'The report' }}>
      <Heading title={`Sign the report on ${dayWords(report.from)} to ${dayWords(report.to)}`} />
      <p className="govuk-body">It is kept as it stands now, with your name and the day, and never changes afterwards: later corrections of records do not reach it. Actions can still be recorded as done, in the next report.</p>
      {empty.length > 0 && <p className="govuk-body">Nothing is written yet about: {empty.map(({ title }) => title.toLowerCase()).join('; ')}.</p>}
      <Form submit="Sign this report" onSubmit={send} onReload={() => void navigate(back)} />
    </PageBody>
  );
}
