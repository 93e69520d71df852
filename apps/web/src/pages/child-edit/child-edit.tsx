import { useNavigate, useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { ChildPageDocument, CorrectChildDocument, type ChildFactsInput, type ChildRecordPartsFragment } from '../../gql/graphql';
import { FactsFields, readFacts } from './facts';
import { MatchingFields, readMatching } from './matching';
import { NeedsFields, readNeeds } from './needs';

interface Section {
  readonly title: string;
  readonly Fields: (props: { child: ChildRecordPartsFragment }) => React.ReactNode;
  readonly read: (answers: FormReader, child: ChildRecordPartsFragment) => ChildFactsInput;
}

const SECTIONS: Readonly<Record<string, Section>> = {
  facts: { title: 'Change facts', Fields: FactsFields, read: readFacts },
  needs: { title: 'Change needs', Fields: NeedsFields, read: readNeeds },
  matching: { title: 'Change what matching uses', Fields: MatchingFields, read: readMatching },
};

export default function ChildEdit() {
  const { unit = '', child = '', section = '' } = useParams();
  const view = useData(ChildPageDocument, { reference: unit });
  const part = SECTIONS[section];
  return (
    <Await of={view} what="the record">
      {(data) => {
        const record = data.unit?.record?.children.find(({ reference }) => reference === child);
        if (!record || !part) return <ProblemPage problem={problem('NOT_FOUND')} />;
        // A newer version makes a new form: what was typed against the older one is what the person chose to drop.
        return <EditPage key={record.version} unit={unit} child={record} section={part} onReload={view.refresh} />;
      }}
    </Await>
  );
}

/** Only what differs is sent, so that two people can correct different fields of one record. */
function changesIn(facts: ChildFactsInput, before: ChildFactsInput): ChildFactsInput {
  const changed = Object.entries(facts).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify((before as Record<string, unknown>)[field] ?? null));
  return Object.fromEntries(changed);
}

function factsOf({ dates, profile, ...child }: ChildRecordPartsFragment): ChildFactsInput {
  const authority = { placementOrderOn: dates.authorityType === 'PO' ? dates.authorityOn : null, consentOn: dates.authorityType === 'CONSENT' ? dates.authorityOn : null };
  return { ...child, ...profile, ...authority, enteredCareOn: dates.enteredCareOn, admDecidedOn: dates.admDecidedOn } as ChildFactsInput;
}

interface EditProps { readonly unit: string; readonly child: ChildRecordPartsFragment; readonly section: Section; readonly onReload: () => void }

function EditPage({ unit, child, section: { title, Fields, read }, onReload }: EditProps) {
  const navigate = useNavigate();
  const [correct] = useChange(CorrectChildDocument);
  const back = `/children/${unit}`;
  const send = async (answers: FormReader) => {
    const facts = changesIn(read(answers, child), factsOf(child));
    if (answers.failed) return null;
    if (Object.keys(facts).length === 0) { void navigate(back, { state: { done: 'Nothing was changed.' } }); return null; }
    const outcome = await correct({ input: { child: child.reference, version: child.version, facts } });
    if (outcome.ok) void navigate(back, { state: { done: 'The record is changed.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: back, label: unit }}>
      <Heading title={`${title} of ${child.reference}`} />
      <Form submit="Save" onSubmit={send} onReload={onReload}><Fields child={child} /></Form>
    </PageBody>
  );
}
