import { useNavigate, useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { SelectField, TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { RecordOutsideHouseholdDocument, SearchLogDocument, type SearchLogQuery } from '../../gql/graphql';
import { OUTSIDE_KIND_OPTIONS, OUTSIDE_OUTCOME_OPTIONS } from '../../words/channels';
import { todayInLondon } from '../../words/dates';

type Entry = NonNullable<SearchLogQuery['searchLog']>['households'][number];

export default function OutsideFamilyPage() {
  const { unit = '', id = 'new' } = useParams();
  const log = useData(SearchLogDocument, { unit });
  return (
    <Await of={log} what="the entry">
      {({ searchLog }) => {
        const entry = searchLog?.households.find((one) => one.id === id) ?? null;
        return searchLog && (entry || id === 'new') ? <FamilyForm key={entry?.version} unit={unit} entry={entry} onReload={log.refresh} /> : <ProblemPage problem={problem('NOT_FOUND')} />;
      }}
    </Await>
  );
}

function FamilyForm({ unit, entry, onReload }: { unit: string; entry: Entry | null; onReload: () => void }) {
  const navigate = useNavigate();
  const [record] = useChange(RecordOutsideHouseholdDocument);
  const send = async (answers: FormReader) => {
    const name = answers.mustText('name', 'Enter the name of their agency');
    const givenReference = answers.mustText('givenReference', 'Enter the reference that their agency gave');
    const onDate = answers.mustDate('onDate', 'The day');
    const outcomeOf = answers.mustText('outcome', 'Choose how it stands');
    const words = answers.text('words', outcomeOf === 'RULED_OUT' ? 'Say why the family was ruled out' : undefined);
    const years = (field: string, label: string): number | null => answers.number(field, label, { min: 0, max: 18 });
    const [from, to] = [years('ageMin', 'Youngest age'), years('ageMax', 'Oldest age')];
    const maxChildren = answers.number('maxChildren', 'How many children', { min: 1, max: 10 });
    if (answers.failed) return null;
    const outcome = await record({ input: {
      unit, id: entry?.id, version: entry?.version, agency: { name, kind: answers.text('agencyKind') ?? 'OTHER' }, givenReference, householdKind: answers.text('householdKind'), maxChildren,
      ageMinMonths: from === null ? null : from * 12, ageMaxMonths: to === null ? null : to * 12, onDate, outcome: outcomeOf, words,
    } });
    if (outcome.ok) void navigate(`/children/${unit}`, { state: { done: 'Recorded the family outside the region.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: `/children/${unit}`, label: unit }}>
      <Heading title={`A family outside the region for ${unit}`} />
      <p className="govuk-body">Your council alone sees this. Write no names: use the reference that their agency gave.</p>
      <Form submit="Save" onSubmit={send} onReload={onReload} fieldOf={(path) => (path === 'ageMaxMonths' ? 'ageMax' : (path.split('.').at(-1) ?? path))}>
        <TextField name="name" label="Their agency" value={entry?.agency?.name} />
        <SelectField name="agencyKind" label="Kind of agency" options={OUTSIDE_KIND_OPTIONS} />
        <TextField name="givenReference" label="Reference that their agency gave" value={entry?.givenReference} width="medium" />
        <SelectField name="householdKind" label="Who they are" options={[{ value: '', label: 'Not known' }, { value: 'COUPLE', label: 'Couple' }, { value: 'SINGLE', label: 'Single adopter' }]} value={entry?.householdKind} />
        <TextField name="maxChildren" label="Approved for how many children" value={entry?.maxChildren} inputMode="numeric" width="short" />
        <TextField name="ageMin" label="Youngest age in years" value={entry?.ageMinMonths == null ? null : Math.floor(entry.ageMinMonths / 12)} inputMode="numeric" width="short" />
        <TextField name="ageMax" label="Oldest age in years" value={entry?.ageMaxMonths == null ? null : Math.floor(entry.ageMaxMonths / 12)} inputMode="numeric" width="short" />
        <DateField name="onDate" label="Day" value={entry?.onDate ?? todayInLondon()} />
        <Radios name="outcome" label="How does it stand?" options={OUTSIDE_OUTCOME_OPTIONS} value={entry?.outcome} />
        <TextArea name="words" label="In your own words" hint="Needed to rule a family out." value={entry?.words} />
      </Form>
    </PageBody>
  );
}
