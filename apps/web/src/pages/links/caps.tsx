import { useNavigate } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useViewer } from '../../app/viewer';
import { Await } from '../../components/await';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { LinksDocument, SetLinkCapsDocument } from '../../gql/graphql';

export default function LinkCaps() {
  const found = useData(LinksDocument, { filter: {}, first: 1 });
  const navigate = useNavigate();
  const { agency } = useViewer();
  const [save] = useChange(SetLinkCapsDocument);
  const send = async (answers: FormReader) => {
    const perUnit = answers.number('perUnit', 'Links of a child or group', { min: 1, max: 50 });
    const perHousehold = answers.number('perHousehold', 'Links of a family', { min: 1, max: 50 });
    if (perUnit === null) answers.fault('perUnit', 'Enter how many of a child or group');
    if (perHousehold === null) answers.fault('perHousehold', 'Enter how many of a family');
    if (answers.failed || perUnit === null || perHousehold === null) return null;
    const outcome = await save({ perUnit, perHousehold });
    if (outcome.ok) void navigate('/links', { state: { done: 'From now on new links keep to these numbers.' } });
    return outcome;
  };
  return (
    <Await of={found} what="the numbers">
      {({ linkCaps }) => (
        <PageBody narrow back={{ to: '/links', label: 'Links' }}>
          <Heading title="How many links may be open" />
          <p className="govuk-body">{agency.kind === 'HUB' ? 'This is the region’s default, for agencies that have not chosen their own.' : 'For your agency’s children and families.'} Links that are open already stay.</p>
          <Form submit="Save" onSubmit={send}>
            <TextField name="perUnit" label="Of a child or group" value={linkCaps.perUnit} inputMode="numeric" width="short" />
            <TextField name="perHousehold" label="Of a family" value={linkCaps.perHousehold} inputMode="numeric" width="short" />
          </Form>
        </PageBody>
      )}
    </Await>
  );
}
