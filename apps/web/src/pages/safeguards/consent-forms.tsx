import { useChange } from '../../app/data';
import { Checkboxes, Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { RecordConsentDocument, WithdrawConsentDocument, type ConsentScope } from '../../gql/graphql';
import { todayInLondon } from '../../words/dates';
import { CONSENT_SCOPES, consentMannerWords, consentScopeWords } from './consent-words';

interface FormProps {
  readonly household: string;
  readonly onDone: () => void;
}

const MANNERS = ['WRITTEN', 'SPOKEN', 'ELECTRONIC'].map((value) => ({ value, label: capital(consentMannerWords(value)) }));

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const scopeOptions = (scopes: readonly ConsentScope[]) => scopes.map((value) => ({ value, label: consentScopeWords(value) }));

function scopesOf(answers: FormReader, field: string): ConsentScope[] {
  const scopes = answers.all(field) as ConsentScope[];
  if (scopes.length === 0) answers.fault(field, 'Choose at least one');
  return scopes;
}

export function RecordConsentForm({ household, onDone }: FormProps) {
  const [record] = useChange(RecordConsentDocument);
  const send = async (answers: FormReader) => {
    const scopes = scopesOf(answers, 'scopes');
    const granted = answers.mustText('granted', 'Choose what they answered') === 'yes';
    const givenBy = answers.mustText('givenBy', 'Choose who answered');
    if (granted && givenBy === 'ONE_ADULT') answers.fault('givenBy', 'All adults of the household have to agree; one may refuse for both');
    const how = answers.mustText('how', 'Choose how they answered');
    const wording = answers.mustText('wording', 'Enter the wording they were asked with');
    const givenOn = answers.mustDate('givenOn', 'The day of their answer');
    if (answers.failed) return null;
    const outcome = await record({ input: { household, scopes, granted, givenBy, how, wording, givenOn } });
    if (outcome.ok) onDone();
    return outcome;
  };
  return (
    <>
      <h2 className="govuk-heading-m">Record an answer</h2>
      <Form submit="Record the answer" onSubmit={send}>
        <Checkboxes name="scopes" label="What were they asked about?" options={scopeOptions(CONSENT_SCOPES)} values={['CARD', 'PROFILE']} />
        <Radios name="granted" label="Do they agree?" options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} inline />
        <Radios name="givenBy" label="Who answered?" options={[{ value: 'ALL_ADULTS', label: 'All adults of the household' }, { value: 'ONE_ADULT', label: 'One of two' }]} />
        <Radios name="how" label="How?" options={MANNERS} />
        <TextField name="wording" label="Which wording were they asked with?" hint="The version of your agency’s form, such as 2026-1" width="medium" />
        <DateField name="givenOn" label="When?" value={todayInLondon()} />
      </Form>
    </>
  );
}

export function WithdrawConsentForm({ household, live, onDone }: FormProps & { live: readonly ConsentScope[] }) {
  const [withdraw] = useChange(WithdrawConsentDocument);
  const send = async (answers: FormReader) => {
    const scopes = scopesOf(answers, 'withdrawn');
    if (answers.failed) return null;
    const outcome = await withdraw({ household, scopes });
    if (outcome.ok) onDone();
    return outcome;
  };
  return (
    <>
      <h2 className="govuk-heading-m">Record that they withdraw</h2>
      <Form submit="Withdraw" tone="warning" onSubmit={send} fieldOf={() => 'withdrawn'}>
        <Checkboxes name="withdrawn" label="What do they withdraw?" hint="It takes effect at once. Profiles that were released end with it." options={scopeOptions(live)} />
      </Form>
    </>
  );
}
