import { useState } from 'react';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { AwaitPart } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { ButtonLink } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { MeetingsDocument, type MeetingPartsFragment } from '../../gql/graphql';
import { momentWords } from '../../words/dates';
import { meetingRoleWords, meetingStatusWords, meetingTone } from '../../words/meetings';
import { count } from '../../words/plain';

const PAGE = 20;

/** Meetings that the viewer's agency convenes or is invited to. */
export default function Meetings() {
  const may = useMay();
  const [before, setBefore] = useState<readonly string[]>([]);
  const toCome = useData(MeetingsDocument, { when: 'TO_COME', first: 50 });
  const ended = useData(MeetingsDocument, { when: 'ENDED', first: PAGE, after: before.at(-1) });
  return (
    <PageBody>
      <DoneBanner />
      <Heading title="Meetings" />
      <p className="govuk-body">At a matching meeting agencies talk about children and the families proposed for them, and record what they decide.</p>
      {may('meetings.plan') && <ButtonLink to="/meetings/new">Call a meeting</ButtonLink>}
      <AwaitPart of={toCome} what="the meetings">{({ meetings }) => <ToCome meetings={meetings.edges.map(({ node }) => node)} />}</AwaitPart>
      <section>
        <h2 className="govuk-heading-m">Past</h2>
        <AwaitPart of={ended} what="past meetings">
          {({ meetings }) => (
            <>
              {meetings.edges.length > 0 ? <MeetingTable meetings={meetings.edges.map(({ node }) => node)} caption="Past meetings" /> : <p className="govuk-body">None yet.</p>}
              <Pager label="Pages of past meetings" before={before} page={meetings.pageInfo} onMove={setBefore} />
            </>
          )}
        </AwaitPart>
      </section>
    </PageBody>
  );
}

function ToCome({ meetings }: { meetings: readonly MeetingPartsFragment[] }) {
  const live = meetings.filter(({ status }) => status === 'LIVE');
  const planned = meetings.filter(({ status }) => status !== 'LIVE');
  return (
    <>
      {live.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">Under way</h2>
          <MeetingTable meetings={live} caption="Meetings under way" />
        </section>
      )}
      <section>
        <h2 className="govuk-heading-m">To come</h2>
        {planned.length > 0 ? <MeetingTable meetings={planned} caption="Meetings to come" /> : <p className="govuk-body">None to which your agency is invited. The hub’s coordinators call meetings.</p>}
      </section>
    </>
  );
}

const PLACES: Readonly<Record<string, string>> = { LIVE: '/live', CLOSED: '/minutes' };
/** Where a meeting leads: to its preparation, its live page or its minutes. */
export const meetingPlace = ({ reference, status }: Pick<MeetingPartsFragment, 'reference' | 'status'>): string => `/meetings/${reference}${PLACES[status] ?? ''}`;

export function MeetingTable({ meetings, caption }: { meetings: readonly MeetingPartsFragment[]; caption: string }) {
  return (
    <Table caption={caption} captionHidden rows={meetings} keyOf={({ reference }) => reference} columns={[
      { title: 'Meeting', names: true, cell: (meeting) => <><Link className="govuk-link" to={meetingPlace(meeting)}>{meeting.title}</Link><span className="hub-table__under">{meeting.reference}</span></> },
      { title: 'When', cell: ({ startsAt }) => momentWords(startsAt) },
      { title: 'Where', cell: ({ place }) => place },
      { title: 'Stands at', cell: ({ status }) => <Tag tone={meetingTone(status)}>{meetingStatusWords(status)}</Tag> },
      { title: 'Agenda', cell: ({ itemCount }) => count(itemCount, 'item', 'items') },
      { title: 'Your part', cell: ({ myRole }) => (myRole ? meetingRoleWords(myRole) : 'Not named') },
    ]} />
  );
}
