import { useNavigate } from 'react-router';
import { useChange } from '../../app/data';
import { DateField } from '../../components/date-field';
import { Details } from '../../components/details';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { SummaryList } from '../../components/summary-list';
import { Tag } from '../../components/tag';
import { CloseEnquiryDocument, HandOnEnquiryDocument, InformEnquiryDocument, TakeUpEnquiryDocument, type EnquiriesQuery } from '../../gql/graphql';
import { dayWords, todayInLondon } from '../../words/dates';
import { enquiryWayWords } from '../../words/recruitment';

interface BoxProps {
  readonly enquiry: EnquiriesQuery['enquiries'][number];
  /** Agencies to which it can be handed on. */
  readonly others: readonly { readonly value: string; readonly label: string }[];
  readonly say: (words: string) => void;
}

/** One enquiry, with what can be done about it. */
export function EnquiryBox({ enquiry, others, say }: BoxProps) {
  const { reference, names, phone, email, words, district, how, receivedOn, dueOn, isLate } = enquiry;
  return (
    <section className="hub-box" aria-label={`Enquiry ${reference}`}>
      <h3 className="govuk-heading-s">{names} <span className="hub-secondary">{reference}</span> {isLate && <Tag tone="red">Answer late</Tag>}</h3>
      <SummaryList rows={[
        { label: 'Telephone', value: phone }, { label: 'E-mail', value: email }, { label: 'District', value: district }, { label: 'What they said', value: words },
        { label: 'Received', value: `${dayWords(receivedOn)}, ${enquiryWayWords(how)}` }, { label: 'Answer by', value: dueOn && dayWords(dueOn) }, { label: 'Information pack', value: <Information enquiry={enquiry} /> },
      ]} />
      <Answers enquiry={enquiry} others={others} say={say} />
    </section>
  );
}

function Information({ enquiry: { informedOn, informationDueOn, isInformationLate } }: Pick<BoxProps, 'enquiry'>) {
  if (informedOn) return `sent on ${dayWords(informedOn)}`;
  return <>{informationDueOn ? `to be sent by ${dayWords(informationDueOn)}` : 'not sent yet'} {isInformationLate && <Tag tone="red">Late</Tag>}</>;
}

function Answers({ enquiry: { reference, informedOn }, others, say }: BoxProps) {
  const navigate = useNavigate();
  const [inform] = useChange(InformEnquiryDocument);
  const [takeUp] = useChange(TakeUpEnquiryDocument);
  const [handOn] = useChange(HandOnEnquiryDocument);
  const [close] = useChange(CloseEnquiryDocument);
  const informed = async (answers: FormReader) => {
    const onDate = answers.mustDate(`sent-${reference}`, 'The day on which it was sent');
    if (answers.failed) return null;
    const outcome = await inform({ input: { enquiry: reference, onDate } });
    if (outcome.ok) say('The information pack is recorded.');
    return outcome;
  };
  const taken = async () => {
    const outcome = await takeUp({ input: { enquiry: reference } });
    if (outcome.ok) void navigate(`/families/${outcome.data.takeUpEnquiry}`, { state: { done: 'The enquiry is a household of your agency now, and is with you.' } });
    return outcome;
  };
  const handed = async (answers: FormReader) => {
    const agency = answers.mustText(`agency-${reference}`, 'Choose the agency');
    if (answers.failed) return null;
    const outcome = await handOn({ input: { enquiry: reference, agency } });
    if (outcome.ok) say(`The enquiry is with ${outcome.data.handOnEnquiry.agency?.name ?? 'them'} now.`);
    return outcome;
  };
  const closed = async () => {
    const outcome = await close({ input: { enquiry: reference } });
    if (outcome.ok) say('The enquiry is closed. Nothing of who they are is kept.');
    return outcome;
  };
  return (
    <>
      <Form submit={`Take up ${reference}`} onSubmit={taken} />
      <Details summary={`${informedOn ? 'Correct the day of' : 'Record'} the information pack of ${reference}`}>
        <Form submit={`Record the pack of ${reference}`} onSubmit={informed} fieldOf={() => `sent-${reference}`}><DateField name={`sent-${reference}`} label="When was the information pack sent?" value={informedOn ?? todayInLondon()} /></Form>
      </Details>
      <Details summary={`Hand on or close ${reference}`}>
        <Form submit={`Hand on ${reference}`} onSubmit={handed}><SelectField name={`agency-${reference}`} label="To which agency?" options={[{ value: '', label: 'Choose' }, ...others]} /></Form>
        <Form submit={`Close ${reference}`} tone="warning" onSubmit={closed} />
      </Details>
    </>
  );
}
