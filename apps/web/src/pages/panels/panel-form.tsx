import { timeOfDay } from '@hub/domain/dates/london';
import { useNavigate, useParams } from 'react-router';
import { useData, useOnce, type Outcome } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { useViewer } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { Checkboxes } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { AgencyNamesDocument, CancelPanelDocument, ChangePanelDocument, PanelFormDocument, PanelPageDocument, PlanPanelDocument, type AgencyNamesQuery } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { count } from '../../words/plain';
import type { PanelOfPage } from './panel-of-page';

const LIMITS = { slotCount: 5, slotMinutes: 45 } as const;

export function PanelNew() {
  const agencies = useData(AgencyNamesDocument, {});
  return <Await of={agencies} what="the agencies">{(data) => <PanelForm agencies={data.agencies} />}</Await>;
}

export function PanelChange() {
  const { panel = '' } = useParams();
  const found = useData(PanelFormDocument, { reference: panel });
  return (
    <Await of={found} what="the panel">
      {(data) => (data.panel ? <PanelForm agencies={data.agencies} panel={data.panel} onReload={() => void found.refresh()} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}

function read(answers: FormReader) {
  const number = (field: string, name: string, min: number, max: number): number => {
    const value = answers.number(field, name, { min, max });
    if (value === null && !answers.errors.some((error) => error.field === field)) answers.fault(field, `Enter ${name.charAt(0).toLowerCase()}${name.slice(1)}`);
    return value ?? 0;
  };
  const meetsOn = answers.mustDate('meetsOn', 'The day');
  const written = answers.mustText('startsAt', 'Enter the time');
  const time = timeOfDay(written);
  if (written !== '' && time === null) answers.fault('startsAt', 'The time must be a time of day, such as 9:30am or 14:00');
  return {
    meetsOn, startsAt: time ?? '', slotCount: number('slotCount', 'How many places', 1, 20), slotMinutes: number('slotMinutes', 'The minutes for a place', 10, 240), place: answers.text('place') ?? '',
    papersDueOn: answers.date('papersDueOn', 'The day papers are due'), parts: answers.all('parts'),
  };
}

function PanelForm({ agencies, panel, onReload }: { agencies: AgencyNamesQuery['agencies']; panel?: PanelOfPage; onReload?: () => void }) {
  const navigate = useNavigate();
  const viewer = useViewer();
  const [plan] = useOnce(PlanPanelDocument);
  const [change] = useOnce(ChangePanelDocument);
  const send = async (answers: FormReader): Promise<Outcome<unknown> | null> => {
    const terms = read(answers);
    if (answers.failed) return null;
    const outcome = panel ? await change({ panel: panel.reference, version: panel.version, ...terms }) : await plan(terms);
    if (!outcome.ok) return outcome;
    const reference = 'planPanel' in outcome.data ? outcome.data.planPanel.reference : outcome.data.changePanel.reference;
    void navigate(`/panels/${reference}`, { state: { done: panel ? 'The panel is changed.' : 'The panel is planned. Name its members next.' } });
    return outcome;
  };
  const choices = agencies.filter(({ code, kind }) => code !== viewer.agency.code && (kind === 'COUNCIL' || kind === 'VOLUNTARY'));
  return (
    <PageBody narrow back={panel ? { to: `/panels/${panel.reference}`, label: `Panel ${panel.reference}` } : { to: '/panels', label: 'Panels' }}>
      <Heading title={panel ? 'Change the panel' : 'Plan a panel'} />
      <Form submit={panel ? 'Save the changes' : 'Plan the panel'} onSubmit={send} onReload={onReload}>
        <DateField name="meetsOn" label="Day" hint={panel ? 'A panel of which places are taken keeps its day.' : undefined} value={panel?.meetsOn} />
        <TextField name="startsAt" label="Time it begins" hint="For example, 9:30am or 14:00" width="short" value={panel?.startsAt} />
        <TextField name="slotCount" label="How many places?" inputMode="numeric" width="short" value={panel?.slotCount ?? LIMITS.slotCount} />
        <TextField name="slotMinutes" label="Minutes for each place" inputMode="numeric" width="short" value={panel?.slotMinutes ?? LIMITS.slotMinutes} />
        <TextField name="place" label="Place" hint="An address, or how to join: no word about a case" value={panel?.place} />
        <DateField name="papersDueOn" label="Day by which papers are due (optional)" hint="Without one, ten working days before the panel." value={panel?.papersDueOn} />
        <Checkboxes name="parts" label="Agencies that take part in a joint panel" options={choices.map(({ code, name }) => ({ value: code, label: name }))} values={panel?.parts.map(({ code }) => code)} small />
      </Form>
    </PageBody>
  );
}

export function PanelCancel() {
  const { panel = '' } = useParams();
  const found = useData(PanelPageDocument, { reference: panel });
  return <Await of={found} what="the panel">{(data) => (data.panel ? <Cancel panel={data.panel} onReload={() => void found.refresh()} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}</Await>;
}

function Cancel({ panel: { reference, agency, meetsOn, version, places }, onReload }: { panel: PanelOfPage; onReload: () => void }) {
  const navigate = useNavigate();
  const [cancel] = useOnce(CancelPanelDocument);
  const taken = places.filter(({ status }) => status !== 'FREE').length;
  const send = async (): Promise<Outcome<unknown>> => {
    const outcome = await cancel({ panel: reference, version });
    if (outcome.ok) void navigate('/panels', { state: { done: 'The panel is cancelled, and the agencies with items on it are told.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: `/panels/${reference}`, label: `Panel ${reference}` }}>
      <Heading title="Cancel the panel" />
      <p className="govuk-body">Panel of {agency.name}, {dayWords(meetsOn)}. {taken > 0 ? `${count(taken, 'item is', 'items are')} taken off it, and links go back to where a panel is booked.` : 'Nothing stands on it.'} It cannot be taken back; plan another panel instead.</p>
      <Form submit="Cancel the panel" tone="warning" onSubmit={send} onReload={onReload} />
    </PageBody>
  );
}
