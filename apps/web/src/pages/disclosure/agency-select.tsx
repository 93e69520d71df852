import { useData } from '../../app/data';
import { useViewer } from '../../app/viewer';
import { AwaitPart } from '../../components/await';
import { SelectField } from '../../components/fields';
import { AgencyNamesDocument } from '../../gql/graphql';

/** One of the agencies that a grant may be for; `none`: what it means to name no agency. */
export function AgencySelect({ label, none }: { label: string; none: string }) {
  const viewer = useViewer();
  const names = useData(AgencyNamesDocument, {});
  return (
    <AwaitPart of={names} what="the agencies">
      {({ agencies }) => (
        <SelectField name="agency" label={label} options={[
          { value: '', label: none },
          ...agencies.filter(({ code, kind }) => code !== viewer.agency.code && kind !== 'OUTSIDE').map(({ code, name }) => ({ value: code, label: name })),
        ]} />
      )}
    </AwaitPart>
  );
}
