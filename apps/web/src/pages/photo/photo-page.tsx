import { PHOTO_LIMITS } from '@hub/domain/photos/photo-file';
import type { ReactNode } from 'react';
import { putPhoto, removePhoto, type Answer } from '../../app/auth';
import { useSaid, type Outcome } from '../../app/data';
import { useOnceKey } from '../../app/once-key';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useSignedIn } from '../../app/session';
import { Success } from '../../components/banner';
import { Details } from '../../components/details';
import { FileField } from '../../components/file-field';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Photo } from '../../components/photo';

interface PhotoPageProps {
  readonly of: 'child' | 'household';
  readonly reference: string;
  readonly back: { readonly to: string; readonly label: string };
  /** The address of the photo; null where there is none. */
  readonly at: string | null;
  /** Who is shown it, and how that is decided. */
  readonly sharing: ReactNode;
  readonly onChanged: () => Promise<void>;
}

const outcomeOf = (answer: Answer<null>): Outcome<null> =>
  (answer.ok ? { ok: true, data: null } : { ok: false, problem: problem(answer.error.code, answer.error.message) });

export function PhotoPage({ of, reference, back, at, sharing, onChanged }: PhotoPageProps) {
  const { csrfToken } = useSignedIn();
  const [key, answered] = useOnceKey();
  const [said, say] = useSaid(onChanged);
  const send = async (answers: FormReader) => {
    const file = answers.file('file', 'Choose the photo');
    if (file && file.size > PHOTO_LIMITS.bytes) answers.fault('file', 'The photo must be 10 MB or smaller');
    if (answers.failed || !file) return null;
    const answer = await putPhoto(of, reference, { file, key }, csrfToken);
    answered(answer);
    const outcome = outcomeOf(answer);
    if (outcome.ok) say(at ? 'The new photo is kept, and the one before is gone. No other agency sees the new one until two people have decided so.' : 'The photo is kept. No other agency sees it until two people have decided so.');
    return outcome;
  };
  const remove = async () => {
    const outcome = outcomeOf(await removePhoto(of, reference, csrfToken));
    if (outcome.ok) say('The photo is removed. Nobody sees it any more.');
    return outcome;
  };
  return (
    <PageBody narrow back={back}>
      {said && <Success key={said}>{said}</Success>}
      <Heading title={`Photo of ${reference}`} />
      {sharing}
      {at ? <Photo at={at} of={`${of} ${reference}`} /> : <p className="govuk-body">There is no photo yet.</p>}
      <h2 className="govuk-heading-m">{at ? 'Replace it' : 'Add one'}</h2>
      <p className="govuk-body">Choose a photo that tells nothing else: no school uniform or badge, no house number, street sign or number plate, nobody else. The hub keeps a fresh drawing of the picture; where, when and with what it was taken is left behind. What the picture itself shows, only you can check.</p>
      <Form key={at} submit={at ? 'Replace the photo' : 'Keep the photo'} onSubmit={send}>
        <FileField name="file" label="Photo" hint="A JPEG, PNG or WebP picture of 10 MB at most" accept=".jpg,.jpeg,.png,.webp" />
      </Form>
      {at && (
        <Details summary="Remove it">
          <p className="govuk-body">It is gone at once, for your agency and for every other.</p>
          <Form submit="Remove the photo" tone="warning" onSubmit={remove} />
        </Details>
      )}
    </PageBody>
  );
}
