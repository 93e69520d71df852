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
import { RecordChannelDocument, SearchLogDocument, type SearchLogQuery } from '../../gql/graphql';
import { CHANNEL_OPTIONS, OUTSIDE_KIND_OPTIONS, RESULT_OPTIONS } from '../../words/channels';
import { todayInLondon } from '../../words/dates';

type Entry = NonNullable<SearchLogQuery['searchLog']>['channels'][number];

export default function ChannelPage() {
  const { unit = '', id = 'new' } = useParams();
  const log = useData(SearchLogDocument, { unit });
  return (
    <Await of={log} what="the entry">
      {({ searchLog }) => {
        const entry = searchLog?.channels.find((one) => one.id === id) ?? null;
        return searchLog && (entry || id === 'new') ? <ChannelForm key={entry?.version} unit={unit} entry={entry} onReload={log.refresh} /> : <ProblemPage problem={problem('NOT_FOUND')} />;
      }}
    </Await>
  );
}

function ChannelForm({ unit, entry, onReload }: { unit: string; entry: Entry | null; onReload: () => void }) {
  const navigate = useNavigate();
  const [record] = useChange(RecordChannelDocument);
  const send = async (answers: FormReader) => {
    const kind = answers.mustText('kind', 'Choose where the search went');
    const startedOn = answers.mustDate('startedOn', 'The first day');
    const endedOn = answers.date('endedOn', 'The last day');
    const name = kind === 'OTHER_AGENCY' ? answers.mustText('name', 'Enter the name of the agency') : null;
    if (answers.failed) return null;
    const agency = name === null ? null : { name, kind: answers.text('agencyKind') ?? 'OTHER' };
    const outcome = await record({ input: { unit, id: entry?.id, version: entry?.version, kind, agency, startedOn, endedOn, result: answers.text('result'), words: answers.text('words') } });
    if (outcome.ok) void navigate(`/children/${unit}`, { state: { done: 'Recorded where the search went.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: `/children/${unit}`, label: unit }}>
      <Heading title={`Where the search for ${unit} went`} />
      <Form submit="Save" onSubmit={send} onReload={onReload} fieldOf={(path) => (path === 'agency' ? 'name' : (path.split('.').at(-1) ?? path))}>
        <Radios name="kind" label="Where?" options={CHANNEL_OPTIONS} value={entry?.kind} />
        <TextField name="name" label="Name of the agency" hint="Where another agency was approached" value={entry?.agency?.name} />
        <SelectField name="agencyKind" label="Kind of agency" options={OUTSIDE_KIND_OPTIONS} />
        <DateField name="startedOn" label="First day" value={entry?.startedOn ?? todayInLondon()} />
        <DateField name="endedOn" label="Last day" hint="Leave empty while it goes on" value={entry?.endedOn} />
        <SelectField name="result" label="Result" hint="Once it has ended" options={[{ value: '', label: 'None yet' }, ...RESULT_OPTIONS]} value={entry?.result} />
        <TextArea name="words" label="In your own words" hint="Your council alone reads this." value={entry?.words} />
      </Form>
    </PageBody>
  );
}
