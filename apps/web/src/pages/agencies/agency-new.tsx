import { useNavigate } from 'react-router';
import { useChange } from '../../app/data';
import { Heading } from '../../app/page';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { CreateAgencyDocument, type AgencyKind } from '../../gql/graphql';
import { agencyKindWords } from '../../words/people';

const KINDS: readonly AgencyKind[] = ['COUNCIL', 'VOLUNTARY', 'OUTSIDE'];

export default function AgencyNew() {
  const navigate = useNavigate();
  const [create] = useChange(CreateAgencyDocument);
  const send = async (answers: FormReader) => {
    const input = {
      name: answers.mustText('name', 'Enter the agency’s name'), code: answers.mustText('code', 'Enter a code').toUpperCase(),
      kind: answers.mustText('kind', 'Choose what kind of agency it is') as AgencyKind, regionBand: answers.mustText('regionBand', 'Enter the part of the region'),
      memberSince: answers.date('memberSince', 'Member since'),
    };
    if (answers.failed) return null;
    const outcome = await create({ input });
    if (outcome.ok) void navigate('/agencies', { state: { done: `${input.name} is added.` } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: '/agencies', label: 'Agencies' }}>
      <Heading title="Add an agency" />
      <Form submit="Add agency" onSubmit={send}>
        <TextField name="name" label="Name" />
        <TextField name="code" label="Code" hint="Short and never changed, such as ALD" width="short" />
        <Radios name="kind" label="Kind" options={KINDS.map((kind) => ({ value: kind, label: agencyKindWords(kind) }))} small />
        <TextField name="regionBand" label="Part of the region" hint="Shown on cards in place of a place" width="medium" />
        <DateField name="memberSince" label="Member since" hint="Empty for an agency outside the region" />
      </Form>
    </PageBody>
  );
}
