import { useNavigate } from 'react-router';
import { useData, useOnce } from '../../app/data';
import { Heading } from '../../app/page';
import { useViewer } from '../../app/viewer';
import { Await } from '../../components/await';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { SelectField, TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { AgencyNamesDocument, TakeEnquiryDocument } from '../../gql/graphql';
import { todayInLondon } from '../../words/dates';
import { ENQUIRY_WAY_OPTIONS } from '../../words/recruitment';

/** Few questions: the agency whose it is asks the rest. */
export default function EnquiryNewPage() {
  const navigate = useNavigate();
  const { agency: own } = useViewer();
  const agencies = useData(AgencyNamesDocument, {});
  const [take] = useOnce(TakeEnquiryDocument);
  const send = async (answers: FormReader) => {
    const input = {
      names: answers.mustText('names', 'Enter a name to call them by'), phone: answers.text('phone'), email: answers.text('email'), district: answers.text('district'), agency: answers.text('agency'),
      how: answers.mustText('how', 'Choose how they asked'), receivedOn: answers.mustDate('receivedOn', 'The day on which they asked'), words: answers.text('words'),
    };
    if (answers.failed) return null;
    const outcome = await take(input);
    if (outcome.ok) void navigate('/enquiries', { state: { done: `The enquiry ${outcome.data.takeEnquiry.reference} is with ${outcome.data.takeEnquiry.agency?.name ?? 'the agency'}.` } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: '/enquiries', label: 'Enquiries' }}>
      <Heading title="Take an enquiry" />
      <p className="govuk-body">It is sealed for the agency whose it is. If that is not {own.name}, nobody here can read it again.</p>
      <Await of={agencies} what="the agencies">
        {(data) => (
          <Form submit="Send the enquiry" onSubmit={send}>
            <TextField name="names" label="Name" hint="As they wish to be called" />
            <TextField name="phone" label="Telephone" width="medium" />
            <TextField name="email" label="E-mail" type="email" />
            <TextField name="district" label="Postcode district" hint="The first half of their postcode, for example LE2" width="short" />
            <SelectField name="agency" label="Agency" hint="Only where the district does not say it" options={[{ value: '', label: 'By the district' }, ...data.agencies.filter(({ kind }) => kind === 'COUNCIL' || kind === 'VOLUNTARY').map(({ code, name }) => ({ value: code, label: name }))]} />
            <Radios name="how" label="How did they ask?" options={ENQUIRY_WAY_OPTIONS} small />
            <DateField name="receivedOn" label="When did they ask?" value={todayInLondon()} />
            <TextArea name="words" label="What they said" rows={3} />
          </Form>
        )}
      </Await>
    </PageBody>
  );
}
