import { useNavigate } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { Checkboxes, Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { AgencyNamesDocument, CreateAgreementDocument, type AgencyNamesQuery, type Stage } from '../../gql/graphql';
import { todayInLondon } from '../../words/dates';
import { stageWords } from '../../words/states';
import { readSignatures, SignatureFields } from './signatures';

const STAGES = (['S0', 'S1', 'S2', 'S3', 'S4'] as const).map((value) => ({ value, label: stageWords(value) }));

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
      version: answers.text('version'), upToStage: answers.mustText('upToStage', 'Choose how far it shares') as Stage, article6: answers.text('article6'), article9: answers.text('article9'),
      dataCategories: answers.text('dataCategories')?.split('\n').map((line) => line.trim()).filter((line) => line !== '') ?? [], reviewOn: answers.date('reviewOn', 'Review'),
      signatures: readSignatures(answers, agencies.filter(({ code }) => parties.includes(code))),
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
      <p className="govuk-body">From its first day its parties see each other’s cards for family finding, and beyond them what two people of an agency grant, up to the stage agreed.</p>
      <Form submit="Add agreement" onSubmit={send}>
        <TextField name="title" label="Title" />
        <TextField name="version" label="Version" width="short" value="1" />
        <TextArea name="legalBasis" label="Statute" hint="The law that lets the parties share" rows={2} />
        <TextField name="article6" label="Basis under Article 6 of the UK GDPR" value="Article 6(1)(e), public task" />
        <TextField name="article9" label="Condition under Article 9 and Schedule 1" value="Article 9(2)(g) with Schedule 1, paragraphs 6 and 18" />
        <Radios name="upToStage" label="How far does it share?" hint="A stage above it is refused." options={STAGES} value="S1" small />
        <TextArea name="dataCategories" label="Kinds of data" hint="One on each line" rows={4} />
        <Checkboxes name="parties" label="Parties" options={agencies.map(({ code, name }) => ({ value: code, label: name }))} small />
        <DateField name="startsOn" label="First day" value={todayInLondon()} />
        <DateField name="endsOn" label="First day without it" hint="Empty where none is set" />
        <DateField name="reviewOn" label="Review on" hint="You are reminded 60, 30 and 7 days ahead" />
        <SignatureFields agencies={agencies} />
      </Form>
    </PageBody>
  );
}
