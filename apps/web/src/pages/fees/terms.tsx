import { TERMS } from '@hub/domain/fees/inter-agency';
import { useChange, useData, useOnce, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { Success } from '../../components/banner';
import { Checkboxes, Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { SelectField, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { AddFeePartnershipDocument, EndFeePartnershipDocument, FeeTermsDocument, MarkLondonAgencyDocument, type FeeTermsQuery } from '../../gql/graphql';
import { listWords, optionsOf } from '../../words/plain';

interface PartProps { readonly data: FeeTermsQuery; readonly onDone: (words: string) => void }

const named = (agencies: FeeTermsQuery['agencies']) => agencies.filter(({ kind }) => kind !== 'HUB').map(({ code, name }) => ({ value: code, label: name }));

/** The hub's administrator records who owes whom what, and which agencies are London's. */
export default function TermsPage() {
  const may = useMay();
  const found = useData(FeeTermsDocument, {});
  const [said, changed] = useSaid(found.refresh);
  if (!may('feeTerms.set')) return <ProblemPage problem={problem('FORBIDDEN')} />;
  return (
    <Await of={found} what="the terms">
      {(data) => (
        <PageBody narrow back={{ to: '/fees/rates', label: 'Fee table' }}>
          {said && <Success key={said}>{said}</Success>}
          <Heading title="Partnerships and agencies of London" />
          <p className="govuk-body">Both hold for children who move in from then on. What is fixed for a placement stays as it is.</p>
          <London data={data} onDone={changed} />
          {data.feeTable.partnerships.some(({ endsOn }) => !endsOn) && <End data={data} onDone={changed} />}
          <Add data={data} onDone={changed} />
        </PageBody>
      )}
    </Await>
  );
}

function London({ data, onDone }: PartProps) {
  const [mark] = useChange(MarkLondonAgencyDocument);
  const london = data.feeTable.london.map(({ code }) => code);
  const send = async (answers: FormReader) => {
    const agency = answers.mustText('agency', 'Choose an agency');
    if (answers.failed) return null;
    const outcome = await mark({ agency, isLondon: !london.includes(agency) });
    if (outcome.ok) onDone('The register is changed.');
    return outcome;
  };
  return (
    <section>
      <h2 className="govuk-heading-m">Agencies of London</h2>
      <p className="govuk-body">{london.length === 0 ? 'None' : listWords(data.feeTable.london.map(({ name }) => name))}.</p>
      <Form key={london.join()} submit="Change" onSubmit={send}>
        <SelectField name="agency" label="Mark an agency as London’s, or take the mark away" options={[{ value: '', label: 'Choose' }, ...named(data.agencies)]} />
      </Form>
    </section>
  );
}

function End({ data, onDone }: PartProps) {
  const [end] = useChange(EndFeePartnershipDocument);
  const open = data.feeTable.partnerships.filter(({ endsOn }) => !endsOn);
  const send = async (answers: FormReader) => {
    const [id, endsOn] = [answers.mustText('partnership', 'Choose a partnership'), answers.mustDate('endsOn', 'The first day without')];
    if (answers.failed) return null;
    const outcome = await end({ input: { id, endsOn, version: open.find((one) => one.id === id)?.version ?? 0 } });
    if (outcome.ok) onDone('The terms have their end.');
    return outcome;
  };
  return (
    <section>
      <h2 className="govuk-heading-m">End the terms of a partnership</h2>
      <Form key={open.length} submit="End these terms" onSubmit={send}>
        <SelectField name="partnership" label="Partnership" options={[{ value: '', label: 'Choose' }, ...open.map(({ id, name }) => ({ value: id, label: name }))]} />
        <DateField name="endsOn" label="First day without" />
      </Form>
    </section>
  );
}

function Add({ data, onDone }: PartProps) {
  const [add] = useOnce(AddFeePartnershipDocument);
  const send = async (answers: FormReader) => {
    const input = {
      name: answers.mustText('name', 'Enter a name'), terms: answers.mustText('terms', 'Choose what is owed'), startsOn: answers.mustDate('startsOn', 'The first day'), agencies: answers.all('agencies'),
    };
    if (input.agencies.length < 2) answers.fault('agencies', 'Choose two agencies or more');
    if (answers.failed) return null;
    const outcome = await add(input);
    if (outcome.ok) onDone(`${input.name} is recorded.`);
    return outcome;
  };
  return (
    <section>
      <h2 className="govuk-heading-m">Record a partnership or consortium</h2>
      <Form key={data.feeTable.partnerships.length} submit="Record it" onSubmit={send}>
        <TextField name="name" label="Name" />
        <Radios name="terms" label="What do its agencies owe each other for a placement?" options={optionsOf(TERMS)} small />
        <DateField name="startsOn" label="From" />
        <Checkboxes name="agencies" label="Agencies" options={named(data.agencies)} small />
      </Form>
    </section>
  );
}
