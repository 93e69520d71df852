import { useNavigate } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { Checkboxes } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { AgencyNamesDocument, CreateAgreementDocument, type AgencyNamesQuery } from '../../gql/graphql';
import { todayInLondon } from '../../words/dates';

export default function AgreementNew() {
  const data = useData(AgencyNamesDocument, {});
  return <Await of={data} what="the agencies">{({ agencies }) => <AgreementForm agencies={agencies} />}</Await>;
}

/** The one purpose that the hub shares for today; the policies of the database know it by this word. */
const PURPOSE = 'FAMILY_FINDING';

function AgreementForm({ agencies }: { agencies: AgencyNamesQuery['agencies'] }) {
  const navigate = useNavigate();
  const [create] = useChange(CreateAgreementDocument);
  const send = async (answers: FormReader) => {
    const parties = answers.all('parties');
    const input = {
      title: answers.mustText('title', 'Enter a title'), purpose: PURPOSE, legalBasis: answers.mustText('legalBasis', 'Enter the legal basis'),
      startsOn: answers.mustDate('startsOn', 'First day'), endsOn: answers.date('endsOn', 'First day without it'), parties,
    };
    if (parties.length < 2) answers.fault('parties', 'Choose at least two agencies');
    if (input.endsOn && input.startsOn && input.endsOn < input.startsOn) answers.fault('endsOn', 'First day without it must not lie before the first day');
    if (answers.failed) return null;
    const outcome = await create({ input });
    if (outcome.ok) void navigate('/agencies', { state: { done: 'The agreement is added.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: '/agencies', label: 'Agencies' }}>
      <Heading title="Add an agreement" />
      <p className="govuk-body">From its first day its parties see each other’s cards, and profiles that are released, for family finding.</p>
      <Form submit="Add agreement" onSubmit={send}>
        <TextField name="title" label="Title" />
        <TextArea name="legalBasis" label="Legal basis" rows={2} />
        <Checkboxes name="parties" label="Parties" options={agencies.map(({ code, name }) => ({ value: code, label: name }))} small />
        <DateField name="startsOn" label="First day" value={todayInLondon()} />
        <DateField name="endsOn" label="First day without it" hint="Empty where none is set" />
      </Form>
    </PageBody>
  );
}
