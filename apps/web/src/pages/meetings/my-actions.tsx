import { Link } from 'react-router';
import { useChange, type Outcome } from '../../app/data';
import { LinkButton } from '../../components/button';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { FinishMeetingActionDocument, type MeetingActionPartsFragment } from '../../gql/graphql';
import { dayWords } from '../../words/dates';

interface ActionsProps {
  readonly actions: readonly MeetingActionPartsFragment[];
  readonly onFinished: (outcome: Outcome<unknown>) => void;
}

/** What the viewer promised at meetings and has not done. */
export function MyActions({ actions, onFinished }: ActionsProps) {
  const [finish] = useChange(FinishMeetingActionDocument);
  const done = async ({ meeting, number }: MeetingActionPartsFragment) => onFinished(await finish({ input: { meeting, number, idempotencyKey: crypto.randomUUID() } }));
  return (
    <section>
      <h2 className="govuk-heading-m">Actions from meetings</h2>
      <Table caption="Actions from meetings" captionHidden rows={actions} keyOf={({ meeting, number }) => `${meeting} ${number}`} columns={[
        { title: 'What', names: true, cell: ({ words, unitReference }) => <>{words ?? 'What it is about is not shown to you any more'}{unitReference && <span className="hub-table__under"><Link className="govuk-link" to={`/children/${unitReference}`}>{unitReference}</Link></span>}</> },
        { title: 'Until', cell: ({ dueOn, isOverdue }) => <>{dayWords(dueOn)} {isOverdue && <Tag tone="red">Overdue</Tag>}</> },
        { title: 'Meeting', cell: ({ meeting }) => <Link className="govuk-link" to={`/meetings/${meeting}`}>{meeting}</Link> },
        { title: 'Done', cell: (action) => <LinkButton onClick={() => void done(action)}>Done<span className="govuk-visually-hidden"> {action.words ?? `action ${action.number} of ${action.meeting}`}</span></LinkButton> },
      ]} />
    </section>
  );
}
