import { DateField } from '../../components/date-field';
import { TextField } from '../../components/fields';
import type { FormReader } from '../../components/form-reader';
import type { AgencyNamesQuery, SignatureInput } from '../../gql/graphql';

type Agencies = AgencyNamesQuery['agencies'];

/** Who signed for each party; empty where nobody has yet. */
export function SignatureFields({ agencies }: { agencies: Agencies }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary"><span className="govuk-details__summary-text">Who signed it</span></summary>
      <div className="govuk-details__text">
        {agencies.map(({ code, name }) => (
          <fieldset key={code} className="govuk-fieldset">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{name}</legend>
            <TextField name={`signedBy-${code}`} label="Name and office" />
            <DateField name={`signedOn-${code}`} label="Signed on" />
          </fieldset>
        ))}
      </div>
    </details>
  );
}

export function readSignatures(answers: FormReader, parties: Agencies): SignatureInput[] {
  return parties.flatMap(({ code, name }) => {
    const signedBy = answers.text(`signedBy-${code}`);
    const signedOn = answers.date(`signedOn-${code}`, `Day on which ${name} signed`, signedBy !== null);
    return signedBy && signedOn ? [{ agency: code, signedBy, signedOn }] : [];
  });
}
