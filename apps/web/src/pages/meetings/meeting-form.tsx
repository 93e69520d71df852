import { inLondon, londonInstant, timeOfDay } from '@hub/domain/dates/london';
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
import { AgencyNamesDocument, ChangeMeetingDocument, MeetingPageDocument, ScheduleMeetingDocument, type AgencyNamesQuery } from '../../gql/graphql';
import type { MeetingOfPage } from './meeting-of-page';

type Agencies = AgencyNamesQuery['agencies'];

export function MeetingNew() {
  const agencies = useData(AgencyNamesDocument, {});
  return <Await of={agencies} what="the agencies">{(data) => <MeetingForm agencies={data.agencies} />}</Await>;
}

export function MeetingChange() {
  const { meeting = '' } = useParams();
  const found = useData(MeetingPageDocument, { reference: meeting });
  const agencies = useData(AgencyNamesDocument, {});
  return (
    <Await of={found} what="the meeting">
      {(data) => (data.meeting ? <Await of={agencies} what="the agencies">{(names) => <MeetingForm agencies={names.agencies} meeting={data.meeting as MeetingOfPage} onReload={() => void found.refresh()} />}</Await> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}

const LIMITS = { minutes: 180, minutesPerItem: 8, maxLinks: 40, perUnit: 3, perHousehold: 3 } as const;

function read(answers: FormReader) {
  const number = (field: string, name: string, min: number, max: number): number => {
    const value = answers.number(field, name, { min, max });
    if (value === null && !answers.errors.some((error) => error.field === field)) answers.fault(field, `Enter ${name.charAt(0).toLowerCase()}${name.slice(1)}`);
    return value ?? 0;
  };
  const date = answers.mustDate('date', 'The day');
  const written = answers.mustText('startsAt', 'Enter the time');
  const time = timeOfDay(written);
  if (written !== '' && time === null) answers.fault('startsAt', 'The time must be a time of day, such as 9:30am or 14:00');
  const startsAt = time === null ? null : londonInstant({ date, time });
  const agencies = answers.all('agencies');
  const input = {
    title: answers.mustText('title', 'Enter a title'), place: answers.mustText('place', 'Enter the place'), startsAt: startsAt?.toISOString() ?? '',
    minutes: number('minutes', 'How many minutes it takes', 15, 600), minutesPerItem: number('minutesPerItem', 'The minutes for an item', 1, 120),
    maxLinks: number('maxLinks', 'The most links', 1, 200), perUnit: number('perUnit', 'The most families', 1, 20), perHousehold: number('perHousehold', 'The most children or groups', 1, 20), agencies,
  };
  if (agencies.length === 0) answers.fault('agencies', 'Choose at least one agency');
  return input;
}

function MeetingForm({ agencies, meeting, onReload }: { agencies: Agencies; meeting?: MeetingOfPage; onReload?: () => void }) {
  const navigate = useNavigate();
  const viewer = useViewer();
  const [schedule] = useOnce(ScheduleMeetingDocument);
  const [change] = useOnce(ChangeMeetingDocument);
  const starts = meeting && inLondon(new Date(meeting.startsAt));
  const send = async (answers: FormReader): Promise<Outcome<unknown> | null> => {
    const terms = read(answers);
    if (answers.failed) return null;
    const outcome = meeting ? await change({ meeting: meeting.reference, version: meeting.version, ...terms }) : await schedule(terms);
    if (!outcome.ok) return outcome;
    const reference = 'scheduleMeeting' in outcome.data ? outcome.data.scheduleMeeting.reference : outcome.data.changeMeeting.reference;
    void navigate(`/meetings/${reference}`, { state: { done: meeting ? 'The meeting is changed, and the invited agencies are told where it moved.' : 'The meeting is called, and the invited agencies are told.' } });
    return outcome;
  };
  const invited = meeting?.agencies.filter(({ isConvening }) => !isConvening).map(({ agency }) => agency.code);
  const choices = agencies.filter(({ code, kind }) => code !== viewer.agency.code && kind !== 'OUTSIDE' && kind !== 'HUB');
  return (
    <PageBody narrow back={meeting ? { to: `/meetings/${meeting.reference}`, label: meeting.title } : { to: '/meetings', label: 'Meetings' }}>
      <Heading title={meeting ? 'Change the meeting' : 'Call a meeting'} />
      <Form submit={meeting ? 'Save the changes' : 'Call the meeting'} onSubmit={send} onReload={onReload}>
        <TextField name="title" label="Title" hint="Every invited agency reads it: no word about a case. For example, Matching meeting, 3 December" value={meeting?.title} />
        <DateField name="date" label="Day" value={starts?.date} />
        <TextField name="startsAt" label="Time it begins" hint="For example, 9:30am or 14:00" width="short" value={starts?.time} />
        <TextField name="minutes" label="How many minutes does it take?" inputMode="numeric" width="short" value={meeting?.minutes ?? LIMITS.minutes} />
        <TextField name="place" label="Place" hint="An address, or how to join" value={meeting?.place} />
        <TextField name="minutesPerItem" label="Minutes for each item" inputMode="numeric" width="short" value={meeting?.minutesPerItem ?? LIMITS.minutesPerItem} />
        <TextField name="maxLinks" label="At most so many links are proposed" inputMode="numeric" width="short" value={meeting?.maxLinks ?? LIMITS.maxLinks} />
        <TextField name="perUnit" label="At most so many families for a child or group" inputMode="numeric" width="short" value={meeting?.perUnit ?? LIMITS.perUnit} />
        <TextField name="perHousehold" label="A family stands beside at most so many children or groups" inputMode="numeric" width="short" value={meeting?.perHousehold ?? LIMITS.perHousehold} />
        <Checkboxes name="agencies" label="Invited agencies" hint="They name their own people." options={choices.map(({ code, name }) => ({ value: code, label: name }))} values={invited} small />
      </Form>
    </PageBody>
  );
}
