import { useNavigate, useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useMay, useViewer } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { ChildPageDocument, FamilyPageDocument, KeepLocalDocument, WidenSearchDocument, type LocalSearchPartsFragment, type ReleaseSubject } from '../../gql/graphql';
import { dayWords, instantWords, todayInLondon } from '../../words/dates';

export function OfUnit() {
  const { unit = '' } = useParams();
  const view = useData(ChildPageDocument, { reference: unit });
  return (
    <Await of={view} what="the record">
      {(data) => (data.unit?.record ? <Widening of={{ subjectType: 'UNIT', reference: unit, at: `/children/${unit}` }} record={data.unit.record} onReload={view.refresh} /> : <ProblemPage problem={problem('NOT_FOUND')} />)}
    </Await>
  );
}

export function OfHousehold() {
  const { household = '' } = useParams();
  const view = useData(FamilyPageDocument, { reference: household });
  return (
    <Await of={view} what="the record">
      {(data) => (data.household?.record ? <Widening of={{ subjectType: 'HOUSEHOLD', reference: household, at: `/families/${household}` }} record={data.household.record} onReload={view.refresh} /> : <ProblemPage problem={problem('NOT_FOUND')} />)}
    </Await>
  );
}

interface WideningProps {
  readonly of: { readonly subjectType: ReleaseSubject; readonly reference: string; readonly at: string };
  readonly record: { readonly version: number; readonly localSearch: LocalSearchPartsFragment };
  readonly onReload: () => void;
}

function Widening({ of: { subjectType, reference, at }, record: { version, localSearch }, onReload }: WideningProps) {
  const navigate = useNavigate();
  const may = useMay();
  const { agency } = useViewer();
  const [keep] = useChange(KeepLocalDocument);
  const [widen] = useChange(WidenSearchDocument);
  const { isKept, widensOn, startedOn } = localSearch;
  const choices = [
    ...(isKept && may('localSearch.widen') ? [{ value: 'WIDEN', label: 'Let the region see it earlier', hint: 'From today or a later day. A reason is not needed' }] : []),
    ...(may('localSearch.keep') && (isKept || startedOn === null) ? [{ value: 'KEEP', label: 'Keep it with your agency for longer', hint: 'For at most 183 days from the start, with a reason' }] : []),
  ];
  const send = async (answers: FormReader) => {
    const what = answers.mustText('what', 'Choose what is to happen');
    const on = answers.mustDate('on', 'The day');
    const reason = answers.text('reason', what === 'KEEP' ? 'Enter a reason' : undefined);
    if (answers.failed) return null;
    const input = { subjectType, reference, version, on, reason };
    const outcome = what === 'KEEP' ? await keep({ input }) : await widen({ input });
    if (outcome.ok) void navigate(at, { state: { done: what === 'KEEP' ? `Kept with ${agency.name} until ${dayWords(on)}.` : `The region sees it from ${dayWords(on)}.` } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: at, label: reference }}>
      <Heading title={`Who searches for ${reference}`} />
      <p className="govuk-body">{isKept && widensOn
        ? `Only ${agency.name} sees this until ${dayWords(widensOn)}, then the region does.`
        : startedOn === null ? 'The search has not begun. Your agency’s policy will say for how long it searches alone.' : 'The region sees this.'}</p>
      {choices.length === 0 ? <p className="govuk-body">Nothing can be changed here now.</p> : (
        <Form submit="Save" onSubmit={send} onReload={onReload} fieldOf={fieldOf}>
          <Radios name="what" label="What is to happen?" options={choices} value={choices.length === 1 ? choices[0].value : null} />
          <DateField name="on" label="From which day does the region see it?" value={isKept && may('localSearch.widen') ? todayInLondon() : null} />
          <TextField name="reason" label="Reason" hint="Write no names." />
        </Form>
      )}
      {localSearch.changes.length > 0 && (
        <Table caption="Changes" rows={localSearch.changes} keyOf={(change) => change.at} columns={[
          { title: 'When', cell: (change) => instantWords(change.at) },
          { title: 'By', cell: ({ person }) => person?.displayName ?? 'Somebody who left' },
          { title: 'Region sees it from', cell: (change) => `${dayWords(change.widensOn)}${change.wasOn ? `, was ${dayWords(change.wasOn)}` : ''}` },
          { title: 'Reason', cell: ({ reason }) => reason ?? 'none given' },
        ]} />
      )}
    </PageBody>
  );
}

const fieldOf = (path: string): string => (/until$|onDate$/.test(path) ? 'on' : (path.split('.').at(-1) ?? path));
