import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { CorrectHouseholdDocument, FamilyPageDocument, type HouseholdFactsInput, type HouseholdViewPartsFragment } from '../../gql/graphql';
import { ApprovalFields, readApproval } from './approval';
import { FamilyFactsFields, readFamilyFacts } from './family-facts';
import { FamilyMatchingFields, readFamilyMatching } from './family-matching';
import { OffersFields, readOffers } from './offers';

type View = HouseholdViewPartsFragment;

interface Section {
  readonly title: string;
  readonly Fields: (props: { view: View }) => ReactNode;
  readonly read: (answers: FormReader, view: View) => HouseholdFactsInput;
}

const SECTIONS: Readonly<Record<string, Section>> = {
  facts: { title: 'Change facts', Fields: FamilyFactsFields, read: readFamilyFacts },
  approval: { title: 'Change approval', Fields: ApprovalFields, read: readApproval },
  offers: { title: 'Change offers', Fields: OffersFields, read: readOffers },
  matching: { title: 'Change what matching uses', Fields: FamilyMatchingFields, read: readFamilyMatching },
};

export default function FamilyEdit() {
  const { household = '', section = '' } = useParams();
  const view = useData(FamilyPageDocument, { reference: household });
  const part = SECTIONS[section];
  return (
    <Await of={view} what="the record">
      {({ household: found }) => (found?.record && part
        ? <EditPage key={found.record.version} view={found} section={part} onReload={view.refresh} />
        : <ProblemPage problem={problem('NOT_FOUND')} />)}
    </Await>
  );
}

function factsOf({ card, record }: View): Record<string, unknown> {
  return { ...record, ageMinMonths: card.approvedFromMonths, ageMaxMonths: card.approvedToMonths, maxChildren: card.maxChildren, sexPreference: card.sexPreference, earlyPermanence: card.earlyPermanence };
}

function EditPage({ view, section: { title, Fields, read }, onReload }: { view: View; section: Section; onReload: () => void }) {
  const navigate = useNavigate();
  const [correct] = useChange(CorrectHouseholdDocument);
  const back = `/families/${view.reference}`;
  const send = async (answers: FormReader) => {
    const before = factsOf(view);
    const changed = Object.entries(read(answers, view)).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field] ?? null));
    if (answers.failed) return null;
    if (changed.length === 0) { void navigate(back, { state: { done: 'Nothing was changed.' } }); return null; }
    const outcome = await correct({ input: { household: view.reference, version: view.record?.version ?? 0, facts: Object.fromEntries(changed) } });
    if (outcome.ok) void navigate(back, { state: { done: 'The record is changed.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: back, label: view.reference }}>
      <Heading title={`${title} of ${view.reference}`} />
      <Form submit="Save" onSubmit={send} onReload={onReload}><Fields view={view} /></Form>
    </PageBody>
  );
}
