import { useChange } from '../../app/data';
import { TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { RequestReleaseDocument, type ReleaseSubject } from '../../gql/graphql';

interface RequestProps {
  readonly subjectType: ReleaseSubject;
  readonly subject: string;
  readonly about: string;
  readonly onDone: () => void;
}

export function RequestRelease({ subjectType, subject, about, onDone }: RequestProps) {
  const [request] = useChange(RequestReleaseDocument);
  const send = async (answers: FormReader) => {
    const purpose = answers.mustText('purpose', 'Enter what the release is for');
    const text = answers.mustText('about', 'Enter the text that others are to read');
    if (answers.failed) return null;
    const outcome = await request({ input: { subjectType, subject, purpose, about: text } });
    if (outcome.ok) onDone();
    return outcome;
  };
  return (
    <>
      <h2 className="govuk-heading-m">Ask for a release</h2>
      <Form submit="Ask for the release" onSubmit={send}>
        <TextField name="purpose" label="What is it for?" hint="For example: family finding in the region" value="Family finding" />
        <TextArea name="about" label="Text that others read" rows={8} value={about} hint="Write no names, dates of birth, addresses, schools or courts." />
      </Form>
    </>
  );
}
