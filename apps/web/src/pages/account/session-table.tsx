import { Button, LinkButton } from '../../components/button';
import { Table } from '../../components/table';
import type { SessionPartsFragment } from '../../gql/graphql';
import { momentWords } from '../../words/dates';

interface SessionTableProps {
  readonly sessions: readonly SessionPartsFragment[];
  readonly onEnd: (id: string) => void;
  readonly onEndOthers: () => void;
}

/** The session in use is ended by signing out, in the header. */
export function SessionTable({ sessions, onEnd, onEndOthers }: SessionTableProps) {
  return (
    <>
      <Table caption="Your sessions" captionHidden rows={sessions} keyOf={({ id }) => id} columns={[
        { title: 'Browser', names: true, cell: ({ device }) => device ?? 'Unknown browser' },
        { title: 'Signed in', cell: ({ createdAt }) => momentWords(createdAt) },
        { title: 'Last used', cell: ({ lastSeenAt }) => momentWords(lastSeenAt) },
        {
          title: 'End',
          cell: ({ id, device, createdAt, isCurrent }) => (isCurrent ? 'This session' : (
            <LinkButton onClick={() => onEnd(id)}>End<span className="govuk-visually-hidden"> the session of {device ?? 'an unknown browser'}, signed in {momentWords(createdAt)}</span></LinkButton>
          )),
        },
      ]} />
      {sessions.length > 1 && <Button kind="warning" onClick={onEndOthers}>End all other sessions</Button>}
    </>
  );
}
