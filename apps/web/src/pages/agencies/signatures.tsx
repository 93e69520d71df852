import { DateField } from '../../components/date-field';
import { Details } from '../../components/details';
import { TextField } from '../../components/fields';
import type { FormReader } from '../../components/form-reader';
import type { AgencyNamesQuery, SignatureInput } from '../../gql/graphql';

type Agencies = AgencyNamesQuery['agencies'];

/** Who signed for each party; empty where nobody has yet. */
export function SignatureFields({ agencies }: { agencies: Agencies }) {
  return (
    <Details summary="Who signed it">
      {agencies.map(({ code, name }) => (
        <fieldset key={code} className="govuk-fieldset">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{name}</legend>
          <TextField name={`signedBy-${code}`} label="Name and office" />
          <DateField name={`signedOn-${code}`} label="Signed on" />
        </fieldset>
      ))}
    </Details>
  );
}

export function readSignatures(answers: FormReader, parties: Agencies): SignatureInput[] {
  return parties.flatMap(({ code, name }) => {
    const signedBy = answers.text(`signedBy-${code}`);
    const signedOn = answers.date(`signedOn-${code}`, `Day on which ${name} signed`, signedBy !== null);
    return signedBy && signedOn ? [{ agency: code, signedBy, signedOn }] : [];
  });
}
