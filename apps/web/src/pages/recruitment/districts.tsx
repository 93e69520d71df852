import { useState } from 'react';
import { useChange, useData, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay, useViewer } from '../../app/viewer';
import { Await } from '../../components/await';
import { Success } from '../../components/banner';
import { SelectField, TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { AgencyNamesDocument, EnquiryDistrictsDocument, SetEnquiryDistrictsDocument, type EnquiryDistrictsQuery } from '../../gql/graphql';

type Districts = EnquiryDistrictsQuery['enquiryDistricts'];

const districtsOf = (districts: Districts, code: string): string => districts.filter(({ agency }) => agency?.code === code).map(({ district }) => district).join(', ');

/** Where each agency answers, and for its managers and administrators a place to say so. */
export default function DistrictsPage() {
  const found = useData(EnquiryDistrictsDocument, {});
  const may = useMay();
  const { agency: own } = useViewer();
  const [said, say] = useSaid(found.refresh);
  return (
    <PageBody narrow {...(may('enquiries.take') && { back: { to: '/enquiries', label: 'Enquiries' } })}>
      <Heading title="Who answers where" />
      <p className="govuk-body">An enquiry about adopting goes to the agency that answers in its postcode district. Each district is one agency’s.</p>
      {said && <Success>{said}</Success>}
      <Await of={found} what="the districts">
        {({ enquiryDistricts }) => (
          <>
            <Named districts={enquiryDistricts} />
            {may('enquiryDistricts.set') && <Change key={own.code} code={own.code} value={districtsOf(enquiryDistricts, own.code)} label="Postcode districts in which your agency answers" say={say} />}
            {may('enquiryDistricts.setAny') && <ChangeAny districts={enquiryDistricts} say={say} />}
          </>
        )}
      </Await>
    </PageBody>
  );
}

function Named({ districts }: { districts: Districts }) {
  if (districts.length === 0) return <p className="govuk-body">No agency has said yet where it answers: an enquiry stays with whoever takes it.</p>;
  const agencies = [...new Map(districts.flatMap(({ agency }) => (agency ? [[agency.code, agency.name] as const] : [])))].sort(([, a], [, b]) => a.localeCompare(b));
  return <SummaryList rows={agencies.map(([code, name]) => ({ label: name, value: districtsOf(districts, code) }))} />;
}

/** The hub's administrators choose whose. */
function ChangeAny({ districts, say }: { districts: Districts; say: (words: string) => void }) {
  const agencies = useData(AgencyNamesDocument, {});
  const [code, setCode] = useState('');
  const choose = async (answers: FormReader) => {
    setCode(answers.mustText('agency', 'Choose the agency'));
    return null;
  };
  return (
    <Await of={agencies} what="the agencies">
      {({ agencies: all }) => {
        const placing = all.filter(({ kind }) => kind === 'COUNCIL' || kind === 'VOLUNTARY');
        const chosen = placing.find((agency) => agency.code === code);
        return (
          <section>
            <h2 className="govuk-heading-m">Change the districts of an agency</h2>
            <Form submit="Choose" onSubmit={choose}><SelectField name="agency" label="Agency" value={code} options={[{ value: '', label: 'Choose' }, ...placing.map((agency) => ({ value: agency.code, label: agency.name }))]} /></Form>
            {chosen && <Change key={code} code={code} value={districtsOf(districts, code)} label={`Postcode districts in which ${chosen.name} answers`} say={say} />}
          </section>
        );
      }}
    </Await>
  );
}

function Change({ code, value, label, say }: { code: string; value: string; label: string; say: (words: string) => void }) {
  const [save] = useChange(SetEnquiryDistrictsDocument);
  const send = async (answers: FormReader) => {
    const outcome = await save({ input: { agency: code, districts: answers.list('districts') ?? [] } });
    if (outcome.ok) say('The districts are saved.');
    return outcome;
  };
  return <Form submit="Save districts" onSubmit={send} fieldOf={() => 'districts'}><TextArea name="districts" label={label} hint="For example, LE2, LE3" rows={3} value={value} /></Form>;
}
