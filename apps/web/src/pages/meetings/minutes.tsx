import { groupWords } from '@hub/domain/children/spoken-card';
import { presenceWords } from '@hub/domain/meetings/states';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useData, useOnce, useSaid } from '../../app/data';
import { BackLink } from '../../app/navigation';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { DoneBanner, Success } from '../../components/banner';
import { Button } from '../../components/button';
import { Details } from '../../components/details';
import { Download } from '../../components/download';
import { SelectField, TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { SummaryList } from '../../components/summary-list';
import { Table } from '../../components/table';
import { CorrectMinutesDocument, MinutesPageDocument, type MeetingActionPartsFragment, type MeetingCorrectionPartsFragment, type MinutesPageQuery } from '../../gql/graphql';
import { dayWords, instantWords, momentWords } from '../../words/dates';
import { absenceWords, meetingOutcomeWords, meetingRoleWords } from '../../words/meetings';
import { count, lowerFirst } from '../../words/plain';

type WholeMinutes = NonNullable<MinutesPageQuery['meetingMinutes']>;
type MinutesItem = WholeMinutes['items'][number];

export default function Minutes() {
  const { meeting = '' } = useParams();
  const found = useData(MinutesPageDocument, { reference: meeting });
  const [said, say] = useSaid(found.refresh);
  return (
    <Await of={found} what="the minutes">
      {(data) => (data.meetingMinutes ? <Whole minutes={data.meetingMinutes} said={said} onCorrected={() => say('The correction stands beside what was recorded.')} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}

/** The same in the file: see libs/features/src/meetings/minutes-html.ts. */
function Whole({ minutes, said, onCorrected }: { minutes: WholeMinutes; said: string; onCorrected: () => void }) {
  const { meeting, startedAt, endedAt, attendance, items, actions, corrections } = minutes;
  const [printed] = useState(() => new Date().toISOString());
  const isClosed = meeting.status === 'CLOSED';
  return (
    <div className="hub-width hub-page hub-minutes">
      <BackLink to={meeting.status === 'LIVE' ? `/meetings/${meeting.reference}/live` : `/meetings/${meeting.reference}`}>{meeting.title}</BackLink>
      <DoneBanner />
      {said && <Success key={said}>{said}</Success>}
      <Heading title={`Minutes of meeting ${meeting.reference}`}>Minutes: {meeting.title}</Heading>
      {!isClosed && <p className="govuk-inset-text">{meeting.status === 'LIVE' ? 'A draft: the meeting is under way.' : 'The meeting has not been held.'}</p>}
      <p className="govuk-body">Written from what was recorded, as far as it is shown to you. Do not pass it on.</p>
      <div className="hub-result-tools"><Download label="Download as PDF" path={`/meeting-files/${meeting.reference}/minutes`} /><Button kind="secondary" onClick={() => window.print()}>Print</Button></div>
      <p className="hub-on-paper">Printed {instantWords(printed)}</p>
      <SummaryList rows={[
        { label: 'Reference', value: meeting.reference },
        { label: 'Planned for', value: momentWords(meeting.startsAt) },
        { label: 'Held', value: startedAt ? `${instantWords(startedAt)}${endedAt ? ` to ${instantWords(endedAt)}` : ', under way'}` : 'Not held' },
        { label: 'Place', value: meeting.place },
      ]} />
      <h2 className="govuk-heading-m">Who was there</h2>
      <Table caption="Who was there" captionHidden rows={attendance.flatMap(({ people }) => people)} keyOf={({ number }) => String(number)} columns={[
        { title: 'Name', names: true, cell: ({ person }) => person.displayName },
        { title: 'Agency', cell: ({ agency }) => agency.name },
        { title: 'As', cell: ({ role }) => meetingRoleWords(role) },
        { title: 'Attendance', cell: ({ attendance: was, leftAt }) => presenceWords(was, !endedAt || (!!leftAt && leftAt < endedAt)) },
      ]} />
      {items.map((one) => <Item key={one.item.unitReference ?? one.item.position} {...one} />)}
      {actions.length > 0 && <section><h2 className="govuk-heading-m">Other actions</h2><Actions actions={actions} about="other" /></section>}
      {corrections.length > 0 && <section><h2 className="govuk-heading-m">Corrections</h2><Corrections corrections={corrections} /></section>}
      {isClosed && meeting.mayRecord && <Correct minutes={minutes} onCorrected={onCorrected} />}
    </div>
  );
}

function Item({ item, actions, corrections }: MinutesItem) {
  const { position, isShown, unitReference, unit, pairs, hiddenPairs, outcome, words, absences } = item;
  if (!isShown) return <section><h2 className="govuk-heading-m">Item {position}</h2><p className="govuk-body">This item is not shown to you.</p></section>;
  return (
    <section>
      <h2 className="govuk-heading-m">Item {position}: {unit ? <Link className="govuk-link" to={`/children/${unit.reference}`}>{unitReference}</Link> : unitReference}</h2>
      {unit && <p className="govuk-body">{groupWords(unit)}.</p>}
      {absences.map(({ person, reason, words: why }) => <p key={person.displayName} className="govuk-body">{person.displayName} left the room for this item: {absenceWords(reason)}{why ? `. ${why}` : ''}.</p>)}
      {pairs.length > 0 && (
        <Table caption={`Families beside ${unitReference ?? ''}`} rows={pairs} keyOf={({ householdReference }) => householdReference} columns={[
          { title: 'Family', names: true, cell: ({ householdReference, household }) => (household ? <Link className="govuk-link" to={`/families/${householdReference}`}>{householdReference}</Link> : householdReference) },
          { title: 'Band', cell: ({ band }) => band ?? '' },
          { title: 'Outcome', cell: ({ outcome: decided, link }) => (decided ? <>{meetingOutcomeWords(decided)}{link && <>: <Link className="govuk-link" to={`/links/${link}`}>{link}</Link></>}</> : 'None recorded') },
          { title: 'Why', cell: (pair) => [pair.reasonLabel, pair.words].filter(Boolean).join('. ') },
          { title: 'Recorded by', cell: ({ decidedBy, decidedAt }) => (decidedBy && decidedAt ? `${decidedBy.displayName}, ${momentWords(decidedAt)}` : '') },
        ]} />
      )}
      {hiddenPairs > 0 && <p className="govuk-body">{count(hiddenPairs, 'family is', 'families are')} not shown to you.</p>}
      {outcome && <p className="govuk-body"><strong>{unitReference} as a whole:</strong> {lowerFirst(meetingOutcomeWords(outcome))}{words ? `. ${words}` : ''}</p>}
      {actions.length > 0 && <Actions actions={actions} about={unitReference ?? ''} />}
      {corrections.length > 0 && <><h3 className="govuk-heading-s">Corrections</h3><Corrections corrections={corrections} /></>}
    </section>
  );
}

function Actions({ actions, about }: { actions: readonly MeetingActionPartsFragment[]; about: string }) {
  return (
    <Table caption={about === 'other' ? 'Other actions' : `Actions on ${about}`} captionHidden={about === 'other'} rows={actions} keyOf={({ number }) => String(number)} columns={[
      { title: 'Who', names: true, cell: ({ owner, ownerAgency }) => `${owner.displayName}${ownerAgency ? `, ${ownerAgency.name}` : ''}` },
      { title: 'What', cell: ({ words }) => words ?? 'Not shown to you' },
      { title: 'Until', cell: ({ dueOn }) => dayWords(dueOn) },
      { title: 'Done', cell: ({ doneOn, isOverdue }) => (doneOn ? dayWords(doneOn) : isOverdue ? 'Overdue' : 'Not yet') },
    ]} />
  );
}

function Corrections({ corrections }: { corrections: readonly MeetingCorrectionPartsFragment[] }) {
  return (
    <ul className="govuk-list hub-notices">
      {corrections.map(({ at, person, words, householdReference }) => (
        <li key={at}><p className="govuk-body">{householdReference && `${householdReference}: `}{words ?? 'Not shown to you'} <span className="hub-secondary">{person.displayName}, {instantWords(at)}</span></p></li>
      ))}
    </ul>
  );
}

function Correct({ minutes: { meeting, items }, onCorrected }: { minutes: WholeMinutes; onCorrected: () => void }) {
  const [correct] = useOnce(CorrectMinutesDocument);
  const send = async (answers: FormReader) => {
    const words = answers.mustText('words', 'Say what is right');
    if (answers.failed) return null;
    const outcome = await correct({ meeting: meeting.reference, unit: answers.text('unit'), words });
    if (outcome.ok) onCorrected();
    return outcome;
  };
  const units = items.flatMap(({ item }) => (item.unitReference ? [{ value: item.unitReference, label: `Item ${item.position}: ${item.unitReference}` }] : []));
  return (
    <Details summary="Correct the minutes">
      <Form submit="Add the correction" onSubmit={send} clears>
        <SelectField name="unit" label="About" options={[{ value: '', label: 'The meeting as a whole' }, ...units]} />
        <TextArea name="words" label="What is right?" hint="What was recorded stays; this stands beside it, with your name. No names of children or adopters." rows={3} />
      </Form>
    </Details>
  );
}
