import { Link, useNavigate } from 'react-router';
import { useChange, useData, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay, useViewer } from '../../app/viewer';
import { Await } from '../../components/await';
import { DoneBanner, Success } from '../../components/banner';
import { Details } from '../../components/details';
import { SelectField, TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { Tag } from '../../components/tag';
import { AgencyNamesDocument, CloseEnquiryDocument, EnquiriesDocument, EnquiryDistrictsDocument, HandOnEnquiryDocument, SetEnquiryDistrictsDocument, TakeUpEnquiryDocument, type EnquiriesQuery } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { count } from '../../words/plain';
import { enquiryWayWords } from '../../words/recruitment';

export default function EnquiriesPage() {
  const may = useMay();
  return (
    <PageBody back={{ to: '/recruitment', label: 'Recruitment' }}>
      <DoneBanner />
      <Heading title="Enquiries" />
      <p className="govuk-body">People who think of adopting. Each goes to the agency of their postcode district, which answers within five working days; nobody else can read who they are.</p>
      {may('enquiries.take') && <p className="govuk-body"><Link className="govuk-link" to="/enquiries/new">Take an enquiry</Link></p>}
      {may('enquiries.read') && <Waiting />}
      <Districts />
    </PageBody>
  );
}

function Waiting() {
  const found = useData(EnquiriesDocument, {});
  const agencies = useData(AgencyNamesDocument, {});
  const { agency: own } = useViewer();
  const [said, say] = useSaid(found.refresh);
  const others = (agencies.data?.agencies ?? []).filter(({ code, kind }) => code !== own.code && kind !== 'HUB' && kind !== 'OUTSIDE').map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Await of={found} what="the enquiries">
      {({ enquiries }) => (
        <section>
          <h2 className="govuk-heading-m">Waiting for your agency</h2>
          {said && <Success>{said}</Success>}
          <p className="govuk-body" role="status">{count(enquiries.length, 'enquiry', 'enquiries')}.</p>
          {enquiries.map((enquiry) => <One key={enquiry.reference} enquiry={enquiry} others={others} say={say} />)}
        </section>
      )}
    </Await>
  );
}

interface OneProps {
  readonly enquiry: EnquiriesQuery['enquiries'][number];
  /** Agencies to which it can be handed on. */
  readonly others: readonly { readonly value: string; readonly label: string }[];
  readonly say: (words: string) => void;
}

function One({ enquiry: { reference, names, phone, email, words, district, how, receivedOn, dueOn, isLate }, others, say }: OneProps) {
  const navigate = useNavigate();
  const [takeUp] = useChange(TakeUpEnquiryDocument);
  const [handOn] = useChange(HandOnEnquiryDocument);
  const [close] = useChange(CloseEnquiryDocument);
  const taken = async () => {
    const outcome = await takeUp({ input: { enquiry: reference } });
    if (outcome.ok) void navigate(`/families/${outcome.data.takeUpEnquiry}`, { state: { done: 'The enquiry is a household of your agency now.' } });
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
    <section className="hub-box" aria-label={`Enquiry ${reference}`}>
      <h3 className="govuk-heading-s">{reference} {isLate && <Tag tone="red">Late</Tag>}</h3>
      <SummaryList rows={[
        { label: 'Name', value: names }, { label: 'Telephone', value: phone }, { label: 'E-mail', value: email }, { label: 'District', value: district }, { label: 'What they said', value: words },
        { label: 'Received', value: `${dayWords(receivedOn)}, ${enquiryWayWords(how)}` }, { label: 'Answer by', value: dueOn && dayWords(dueOn) },
      ]} />
      <Form submit={`Take up ${reference}`} onSubmit={taken} />
      <Details summary={`Hand on or close ${reference}`}>
        <Form submit={`Hand on ${reference}`} onSubmit={handed}><SelectField name={`agency-${reference}`} label="To which agency?" options={[{ value: '', label: 'Choose' }, ...others]} /></Form>
        <Form submit={`Close ${reference}`} tone="warning" onSubmit={closed} />
      </Details>
    </section>
  );
}

/** Where each agency answers, and for its managers a place to say so. */
function Districts() {
  const found = useData(EnquiryDistrictsDocument, {});
  const may = useMay();
  const { agency: own } = useViewer();
  const [save] = useChange(SetEnquiryDistrictsDocument);
  const [said, say] = useSaid(found.refresh);
  const send = async (answers: FormReader) => {
    const outcome = await save({ districts: answers.list('districts') ?? [] });
    if (outcome.ok) say('The districts are saved.');
    return outcome;
  };
  return (
    <Await of={found} what="the districts">
      {({ enquiryDistricts }) => {
        const ours = enquiryDistricts.filter(({ agency }) => agency?.code === own.code).map(({ district }) => district);
        return (
          <section>
            <h2 className="govuk-heading-m">Who answers where</h2>
            {said && <Success>{said}</Success>}
            <SummaryList rows={[...new Set(enquiryDistricts.map(({ agency }) => agency?.name ?? 'not known'))].map((name) => ({ label: name, value: enquiryDistricts.filter(({ agency }) => (agency?.name ?? 'not known') === name).map(({ district }) => district).join(', ') }))} />
            {enquiryDistricts.length === 0 && <p className="govuk-body">No agency has said yet where it answers: an enquiry stays with whoever takes it.</p>}
            {may('enquiries.route') && <Form submit="Save districts" onSubmit={send} fieldOf={() => 'districts'}><TextArea name="districts" label="Postcode districts in which your agency answers" hint="For example, LE2, LE3" rows={3} value={ours.join(', ')} /></Form>}
          </section>
        );
      }}
    </Await>
  );
}
