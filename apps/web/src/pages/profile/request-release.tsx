import { useRef, useState } from 'react';
import { useChange, useData } from '../../app/data';
import { AwaitPart } from '../../components/await';
import { Button, LinkButton } from '../../components/button';
import { Checkboxes } from '../../components/choices';
import { TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { TextDifferences } from '../../components/text-differences';
import { RequestReleaseDocument, SuggestReleaseDocument, type ReleasePartsFragment, type ReleaseSubject, type SuggestReleaseQuery } from '../../gql/graphql';
import { AgencySelect } from '../disclosure/agency-select';
import { FindingsTable } from './findings-table';
import { GuardWords } from './guard-words';
import { FIELD_WORDS } from './release-texts';

interface RequestProps {
  readonly subjectType: ReleaseSubject;
  readonly subject: string;
  /** What was released before the record changed, to begin with. */
  readonly draft: ReleasePartsFragment | null;
  readonly onDone: () => void;
}

interface Wanted { readonly about: string | null; readonly experience: string | null; readonly asRecorded: boolean }
type Suggestion = SuggestReleaseQuery['releaseSuggestion'];

const textOf = (suggestion: Suggestion, field: string) => suggestion.texts.find((text) => text.field === field);

/** Software suggests, a person edits and asks; nothing is changed by itself. */
export function RequestRelease({ subjectType, subject, draft, onDone }: RequestProps) {
  const [wanted, setWanted] = useState<Wanted>({ about: draft?.preview.about ?? null, experience: draft?.preview.experience ?? null, asRecorded: false });
  const found = useData(SuggestReleaseDocument, { subject, subjectType, ...wanted });
  return (
    <>
      <h2 className="govuk-heading-m">Ask for a release</h2>
      <p className="govuk-inset-text">Checked by software, you are responsible. It finds most names, places, dates and numbers, and misses some. Read the text as somebody would who knows the family.</p>
      <AwaitPart of={found} what="the suggestion">
        {({ releaseSuggestion }) => <RequestForm {...{ subjectType, subject, wanted, onDone }} suggestion={releaseSuggestion} onCheck={setWanted} />}
      </AwaitPart>
    </>
  );
}

interface FormProps extends Pick<RequestProps, 'subjectType' | 'subject' | 'onDone'> {
  readonly wanted: Wanted;
  readonly suggestion: Suggestion;
  readonly onCheck: (wanted: Wanted) => void;
}

function RequestForm({ subjectType, subject, wanted, suggestion, onCheck, onDone }: FormProps) {
  const [request] = useChange(RequestReleaseDocument);
  const fields = useRef<HTMLDivElement>(null);
  const [about, experience] = [textOf(suggestion, 'ABOUT'), textOf(suggestion, 'EXPERIENCE')];
  // The form begins with the draft or the suggestion; what a person writes is never changed but by their own wish.
  const [begun, setBegun] = useState({ about: wanted.about ?? about?.suggestion ?? '', experience: wanted.experience ?? experience?.suggestion ?? '' });
  const putSuggestion = () => {
    const suggested = { about: about?.suggestion ?? '', experience: experience?.suggestion ?? '' };
    setBegun(suggested);
    onCheck({ ...wanted, ...suggested });
  };
  const send = async (answers: FormReader) => {
    const purpose = answers.mustText('purpose', 'Enter what the release is for');
    const text = answers.mustText('about', 'Enter the text that others are to read');
    if (answers.failed) return null;
    const checked = answers.all('checked').length > 0;
    const outcome = await request({ input: { subjectType, subject, purpose, about: text, experience: experience && (answers.text('experience') ?? ''), checked, asRecorded: wanted.asRecorded, agency: answers.text('agency') } });
    if (outcome.ok) onDone();
    return outcome;
  };
  const check = (asRecorded: boolean) => {
    const written = (name: string): string | null => fields.current?.querySelector<HTMLTextAreaElement>(`#${name}`)?.value ?? null;
    onCheck({ about: written('about'), experience: written('experience'), asRecorded });
  };
  return (
    <>
      {suggestion.guard && <GuardChoice guard={suggestion.guard} asRecorded={wanted.asRecorded} onChange={check} />}
      <FindingsTable texts={suggestion.texts} />
      {suggestion.texts.map(({ field, original, suggestion: suggested }) => original !== suggested && (
        <section key={field}><h3 className="govuk-heading-s">{`What the suggestion changes: ${FIELD_WORDS[field].toLowerCase()}`}</h3><TextDifferences before={original} after={suggested} /></section>
      ))}
      {wanted.about !== null && suggestion.texts.some((text) => text.original !== text.suggestion) && (
        <p className="govuk-body"><LinkButton onClick={putSuggestion}>Put the suggestion into the form</LinkButton></p>
      )}
      <Form submit="Ask for the release" onSubmit={send} aside={<Button kind="secondary" onClick={() => check(wanted.asRecorded)}>Check the text again</Button>}>
        <div ref={fields}>
          <TextField name="purpose" label="What is it for?" hint="For example: family finding in the region" value="Family finding" />
          <AgencySelect label="For which agency?" none="Every agency with an agreement" />
          <TextArea key={`about ${begun.about}`} name="about" label="Text that others read" rows={8} value={begun.about} hint="Write no names, dates of birth, addresses, schools or courts." />
          {experience && <TextArea key={`experience ${begun.experience}`} name="experience" label="Experience that others read" rows={4} value={begun.experience} hint="Leave it empty to show none." />}
          <Checkboxes name="checked" label="Words that may be names or places" small options={[{ value: 'yes', label: 'I have looked at what the software marked, and what is left names nobody' }]} />
        </div>
      </Form>
    </>
  );
}

interface GuardProps { readonly guard: NonNullable<Suggestion['guard']>; readonly asRecorded: boolean; readonly onChange: (asRecorded: boolean) => void }

function GuardChoice({ guard, asRecorded, onChange }: GuardProps) {
  return (
    <section>
      <h3 className="govuk-heading-s">What is shown of the child</h3>
      <GuardWords leftOut={guard.leftOut} />
      {guard.below && <p className="govuk-body"><strong>Too few children of the region look like this.</strong> The second person has to give a reason, and few profiles of the region may be released so.</p>}
      {(guard.leftOut.length > 0 || asRecorded) && (
        <p className="govuk-body">
          <LinkButton onClick={() => onChange(!asRecorded)}>{asRecorded ? 'Leave it to the guard after all' : 'Ask to show the facts as recorded'}</LinkButton>
        </p>
      )}
    </section>
  );
}
