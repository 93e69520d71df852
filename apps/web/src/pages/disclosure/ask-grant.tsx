import { useChange } from '../../app/data';
import { Checkboxes } from '../../components/choices';
import { Details } from '../../components/details';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { RequestGrantDocument, type ReleaseSubject } from '../../gql/graphql';
import { AgencySelect } from './agency-select';

interface AskProps { readonly subjectType: ReleaseSubject; readonly subject: string; readonly onDone: () => void }

/** The identified stage, for one agency or one person of it. */
export function AskGrant({ subjectType, subject, onDone }: AskProps) {
  const [request] = useChange(RequestGrantDocument);
  const send = async (answers: FormReader) => {
    const agency = answers.mustText('agency', 'Choose the agency that it is for');
    const purpose = answers.mustText('purpose', 'Enter what it is for');
    if (answers.failed) return null;
    const outcome = await request({ input: { subjectType, subject, stage: 'S2', agency, purpose, person: answers.text('person'), photos: answers.all('photos').length > 0 } });
    if (outcome.ok) onDone();
    return outcome;
  };
  const shows = subjectType === 'UNIT' ? 'first names, exact ages and the health summary' : 'first names and the summary of the report';
  return (
    <Details summary="Ask to show more to one agency (stage S2, identified)">
      <p className="govuk-body">Stage S2 shows {shows}. No surname, birth date or address is part of it. The profile has to be released to that agency first.</p>
      <Form submit="Ask for the grant" onSubmit={send}>
        <AgencySelect label="For which agency?" none="Choose an agency" />
        <TextField name="person" label="For one person there only (optional)" hint="Their e-mail address at work" />
        <Checkboxes name="photos" label={subjectType === 'UNIT' ? 'Photos' : 'Photo'} hint={subjectType === 'UNIT' ? 'Those that stand in the record now. The second person decides on them apart.' : 'The one that stands in the record now, and only while the family agrees to it. The second person decides on it apart.'}
          options={[{ value: 'yes', label: subjectType === 'UNIT' ? 'Show the photos too' : 'Show the photo too' }]} />
        <TextField name="purpose" label="What is it for?" hint="For example: exploring a link. Write no names." />
      </Form>
    </Details>
  );
}
