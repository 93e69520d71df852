import { useNavigate, useParams } from 'react-router';
import { useOnce } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { ExpressInterestDocument, SuggestLinkDocument } from '../../gql/graphql';

/** Interest in a pair. From a search one side is known, and the person names the other. */
export default function Interest() {
  const { unit, household } = useParams();
  const navigate = useNavigate();
  const forHub = useMay()('links.suggest');
  const [express] = useOnce(ExpressInterestDocument);
  const [suggest] = useOnce(SuggestLinkDocument);
  const back = unit && household ? `/children/${unit}/families/${household}` : unit ? `/children/${unit}` : `/families/${household ?? ''}`;
  const title = `${forHub ? 'Suggest a link' : 'Express interest'}: ${[unit, household].filter(Boolean).join(' and ')}`;
  const send = async (answers: FormReader) => {
    const input = {
      unit: unit ?? answers.mustText('unit', 'Enter the child’s reference').toUpperCase(), household: household ?? answers.mustText('household', 'Enter the family’s reference').toUpperCase(),
    };
    if (answers.failed) return null;
    const outcome = await (forHub ? suggest(input) : express(input));
    if (!outcome.ok) return outcome;
    const made = 'suggestLink' in outcome.data ? outcome.data.suggestLink : outcome.data.expressInterest;
    void navigate(`/links/${made.reference}`, { state: { done: forHub ? 'Both sides are told.' : 'Your interest is expressed, and the other side is told.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: back, label: 'Back' }}>
      <Heading title={title} />
      <p className="govuk-body">{forHub ? 'Both sides’ workers see the pair among their work. Neither is bound by it.' : 'A link of the pair is opened. The other side sees who asks and answers; it sees no more of your record than before.'}</p>
      <Form submit={forHub ? 'Suggest the link' : 'Express interest'} onSubmit={send}>
        {!unit && <TextField name="unit" label="Reference of the child or group" hint="Six letters and digits, such as AB12CD" width="medium" />}
        {!household && <TextField name="household" label="Reference of the family" hint="Six letters and digits, such as AB12CD" width="medium" />}
      </Form>
    </PageBody>
  );
}
