import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { PageBody } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { Table } from '../../components/table';
import { OpeningPageDocument, type OpeningPageQuery } from '../../gql/graphql';
import { dayWords, momentWords } from '../../words/dates';

type Opening = NonNullable<OpeningPageQuery['emergencyOpening']>;

/** What was opened, while its time lasts. */
export default function Opened() {
  const { opening = '' } = useParams();
  const data = useData(OpeningPageDocument, { id: opening });
  return (
    <Await of={data} what="the case">
      {({ emergencyOpening }) => (emergencyOpening ? <OpenedCase opening={emergencyOpening} /> : <ProblemPage problem={problem('NOT_FOUND')} />)}
    </Await>
  );
}

function OpenedCase({ opening: { subject, until, agency, identity } }: { opening: Opening }) {
  return (
    <PageBody narrow back={{ to: '/', label: 'My work' }}>
      <Heading title={`${subject}, opened in an emergency`} />
      {!identity ? <p className="govuk-body">The time for which this was open is over. Open it again if the emergency goes on.</p> : (
        <>
          <p className="govuk-body">Open to you until {momentWords(until)}. This is recorded and was told to the data protection officers of {agency?.name ?? 'the record’s agency'}.</p>
          <Table caption="Who it is" rows={identity.people} keyOf={(_, index) => String(index)} columns={[
            { title: 'Name', names: true, cell: ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' ') || 'not recorded' },
            { title: 'Date of birth', cell: ({ dateOfBirth }) => (dateOfBirth ? dayWords(dateOfBirth) : 'not shown') },
          ]} />
          <SummaryList rows={[
            ...(identity.household ? [{ label: 'Household', value: identity.household }] : []),
            { label: 'Agency', value: agency?.name },
            { label: 'Whom to ask', value: [identity.contactName, identity.contactEmail].filter(Boolean).join(', ') || null },
          ]} />
        </>
      )}
    </PageBody>
  );
}
