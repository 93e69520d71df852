import { useChange, useData, useSaid } from '../../app/data';
import { Await } from '../../components/await';
import { Success } from '../../components/banner';
import { Radios } from '../../components/choices';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { ChooseMailDocument, MailsDocument, type MailChoice, type MailsQuery } from '../../gql/graphql';
import { momentWords } from '../../words/dates';

const OPTIONS = [
  { value: 'EACH', label: 'For each notice', hint: 'As soon as it is there.' },
  { value: 'DAILY', label: 'Once a day', hint: 'In the morning, if anything is new.' },
  { value: 'WEEKLY', label: 'Once a week', hint: 'From Monday on, if anything is new.' },
  { value: 'NONE', label: 'Never', hint: 'Your notices stay on My work.' },
];

/** How often the viewer is written to. */
export function Mails() {
  const mails = useData(MailsDocument, {});
  return (
    <>
      <h2 className="govuk-heading-m">Mails</h2>
      <Await of={mails} what="your mails">{({ mailSettings }) => <Choice settings={mailSettings} refresh={mails.refresh} />}</Await>
    </>
  );
}

function Choice({ settings: { isSetUp, choice, lastSentAt }, refresh }: { settings: MailsQuery['mailSettings']; refresh: () => Promise<void> }) {
  const [choose] = useChange(ChooseMailDocument);
  const [said, say] = useSaid(refresh);
  if (!isSetUp) return <p className="govuk-body">Mail is not set up on this hub, so it sends none. Your notices are on My work.</p>;
  const send = async (answers: FormReader) => {
    const outcome = await choose({ choice: answers.mustText('choice', 'Say how often') as MailChoice });
    if (outcome.ok) say('Your choice of mails is saved.');
    return outcome;
  };
  return (
    <>
      {said && <Success key={said}>{said}</Success>}
      <p className="govuk-body">
        What is in your mails: how many notices, results and tasks are new, and a link to sign in. Never a name, a reference or a word of a case.{' '}
        {lastSentAt ? `The last one was sent on ${momentWords(lastSentAt)}.` : 'None was sent yet.'}
      </p>
      <Form submit="Save" onSubmit={send}><Radios name="choice" label="How often do you want a mail?" small options={OPTIONS} value={choice} /></Form>
    </>
  );
}
