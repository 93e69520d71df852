import { useEffect } from 'react';
import { useData } from '../../app/data';
import { AwaitPart } from '../../components/await';
import { Details } from '../../components/details';
import { Table } from '../../components/table';
import { MeetingHistoryDocument } from '../../gql/graphql';
import { instantWords } from '../../words/dates';
import { meetingOutcomeWords } from '../../words/meetings';

/** Everything that happened to the meeting, the latest first, as far as it is shown to the viewer. */
export function MeetingHistory({ reference, version }: { reference: string; version: number }) {
  const found = useData(MeetingHistoryDocument, { reference });
  const { refresh } = found;
  const known = found.data?.meeting?.history.at(-1)?.version ?? version;
  useEffect(() => { if (known < version) void refresh(); }, [known, version, refresh]);
  return (
    <Details summary="History">
      <AwaitPart of={found} what="the history">
        {({ meeting }) => (
          <Table caption="History of the meeting" captionHidden rows={[...(meeting?.history ?? [])].reverse()} keyOf={(row) => String(row.version)} columns={[
            { title: 'When', names: true, cell: ({ at }) => instantWords(at) },
            { title: 'What', cell: ({ label, outcome }) => `${label}${outcome ? `: ${meetingOutcomeWords(outcome).toLowerCase()}` : ''}` },
            { title: 'About', cell: ({ unitReference, householdReference, about }) => [unitReference, householdReference, about?.displayName].filter(Boolean).join(', ') },
            { title: 'By', cell: ({ person }) => person?.displayName ?? 'The hub' },
          ]} />
        )}
      </AwaitPart>
    </Details>
  );
}
