import { Link, useParams } from 'react-router';
import { useChange, useData, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { DoneBanner, Success } from '../../components/banner';
import { TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { BarDocument, BarsPageDocument, type BarPartsFragment, type ReleaseSubject } from '../../gql/graphql';
import { momentWords } from '../../words/dates';
import { reasonOf } from './reason-of';

export function ChildBars() {
  const { unit = '' } = useParams();
  return <CaseBars key={unit} subjectType="UNIT" subject={unit} />;
}

export function FamilyBars() {
  const { household = '' } = useParams();
  return <CaseBars key={household} subjectType="HOUSEHOLD" subject={household} />;
}

const homeOf = (subjectType: ReleaseSubject, subject: string): string => `/${subjectType === 'UNIT' ? 'children' : 'families'}/${subject}`;

function CaseBars({ subjectType, subject }: { subjectType: ReleaseSubject; subject: string }) {
  const bars = useData(BarsPageDocument, { subject });
  const [said, done] = useSaid(bars.refresh);
  return (
    <Await of={bars} what="the bars">
      {(data) => (
        <PageBody back={{ to: homeOf(subjectType, subject), label: subject }}>
          {said ? <Success key={said}>{said}</Success> : <DoneBanner />}
          <Heading title={`Conflicts of interest: ${subject}`} />
          <p className="govuk-body-l">A person who is barred finds no trace of this case: not in searches, counts, shortlists, runs, imports or audit pages, and not this page.</p>
          <BarTable bars={data.bars} home={homeOf(subjectType, subject)} />
          <NewBar key={data.bars.length} subjectType={subjectType} subject={subject} onDone={() => done('The person is barred. It holds for whoever signs in under this address, now or later.')} />
        </PageBody>
      )}
    </Await>
  );
}

function BarTable({ bars, home }: { bars: readonly BarPartsFragment[]; home: string }) {
  if (bars.length === 0) return <p className="govuk-body">Nobody is barred from this case.</p>;
  return (
    <Table caption="Who is barred" rows={bars} keyOf={({ id }) => id} columns={[
      { title: 'Person', names: true, cell: ({ email }) => <span className="hub-break">{email}</span> },
      { title: 'Reason', cell: ({ reason }) => reason },
      { title: 'Barred', cell: ({ barredBy, barredAt }) => `${momentWords(barredAt)}, by ${barredBy.displayName}` },
      {
        title: 'Lifted',
        cell: ({ id, email, liftedAt, liftedBy, liftingReason }) => (liftedAt
          ? `${momentWords(liftedAt)}, by ${liftedBy?.displayName ?? 'somebody who left'}: ${liftingReason ?? ''}`
          : <Link className="govuk-link" to={`${home}/bars/${id}/lift`}>Lift<span className="govuk-visually-hidden"> the bar of {email}</span></Link>),
      },
    ]} />
  );
}

function NewBar({ subjectType, subject, onDone }: { subjectType: ReleaseSubject; subject: string; onDone: () => void }) {
  const [bar] = useChange(BarDocument);
  const send = async (answers: FormReader) => {
    const email = answers.mustText('email', 'Enter the person’s email address');
    const reason = reasonOf(answers, 'reason', 'Enter why they must not meet this case');
    if (answers.failed) return null;
    const outcome = await bar({ input: { subjectType, subject, email, reason } });
    if (outcome.ok) onDone();
    return outcome;
  };
  return (
    <div className="hub-narrow">
      <h2 className="govuk-heading-m">Bar a person</h2>
      <Form submit="Bar this person" onSubmit={send}>
        <TextField name="email" type="email" label="Their email address" hint="Of your agency or any other. We do not tell whether they have an account." />
        <TextArea name="reason" label="Why?" hint="A sentence at least, such as “She is the sister of one of the adopters.” Only managers and administrators of your agency read it." rows={3} />
      </Form>
    </div>
  );
}
