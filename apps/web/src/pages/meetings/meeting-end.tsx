import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useData, useOnce, type Outcome } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { Form } from '../../components/form';
import { PageBody } from '../../components/page-body';
import { CancelMeetingDocument, MeetingPageDocument, MoveMeetingOnDocument } from '../../gql/graphql';
import { momentWords } from '../../words/dates';
import { count } from '../../words/plain';
import type { MeetingOfPage } from './meeting-of-page';

interface AskProps { readonly children: (meeting: MeetingOfPage, onReload: () => void) => ReactNode }

function WithMeeting({ children }: AskProps) {
  const { meeting = '' } = useParams();
  const found = useData(MeetingPageDocument, { reference: meeting });
  return <Await of={found} what="the meeting">{(data) => (data.meeting ? children(data.meeting, () => void found.refresh()) : <ProblemPage problem={problemFor('NOT_FOUND')} />)}</Await>;
}

export const MeetingCancel = () => <WithMeeting>{(meeting, onReload) => <Cancel meeting={meeting} onReload={onReload} />}</WithMeeting>;
export const MeetingClose = () => <WithMeeting>{(meeting, onReload) => <Close meeting={meeting} onReload={onReload} />}</WithMeeting>;

interface EndProps { readonly meeting: MeetingOfPage; readonly onReload: () => void }

function Cancel({ meeting: { reference, title, startsAt, version }, onReload }: EndProps) {
  const navigate = useNavigate();
  const [cancel] = useOnce(CancelMeetingDocument);
  const send = async (): Promise<Outcome<unknown>> => {
    const outcome = await cancel({ meeting: reference, version });
    if (outcome.ok) void navigate('/meetings', { state: { done: 'The meeting is cancelled, and the invited agencies are told.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: `/meetings/${reference}`, label: title }}>
      <Heading title="Cancel the meeting" />
      <p className="govuk-body">{title}, {momentWords(startsAt)}. The invited agencies are told. It cannot be taken back; call another meeting instead.</p>
      <Form submit="Cancel the meeting" tone="warning" onSubmit={send} onReload={onReload} />
    </PageBody>
  );
}

function Close({ meeting: { reference, title, items, current }, onReload }: EndProps) {
  const navigate = useNavigate();
  const [move] = useOnce(MoveMeetingOnDocument);
  const open = items.filter(({ isShown, outcome, pairs }) => isShown && outcome === null && pairs.every((pair) => pair.outcome === null)).length;
  const send = async (): Promise<Outcome<unknown>> => {
    const outcome = await move({ meeting: reference, step: 'CLOSE', from: current });
    if (outcome.ok) void navigate(`/meetings/${reference}/minutes`, { state: { done: 'The meeting is closed, and everybody expected at it is told of the minutes.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: `/meetings/${reference}/live`, label: title }}>
      <Heading title="Close the meeting" />
      <p className="govuk-body">{open === 0 ? 'Every item that is shown to you has an outcome.' : `${count(open, 'item has', 'items have')} no outcome.`} After it is closed no outcome can be recorded; the minutes can be corrected, and what was recorded stays beside the correction.</p>
      <Form submit="Close the meeting" tone="warning" onSubmit={send} onReload={onReload} />
    </PageBody>
  );
}
