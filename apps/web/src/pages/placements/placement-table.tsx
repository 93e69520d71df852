import { Link } from 'react-router';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { PlacementPartsFragment } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { childName, placementStateWords, placementTone } from '../../words/placements';
import { count } from '../../words/plain';

/** What is next, with its day. */
export function Next({ placement: { due, awaited, isOpen } }: { placement: Pick<PlacementPartsFragment, 'due' | 'awaited' | 'isOpen'> }) {
  const [first] = due;
  const late = due.filter(({ isOverdue }) => isOverdue).length;
  if (!first) return <>{awaited ?? (isOpen ? 'Nothing by a day' : 'Nothing')}</>;
  return <>{first.label}{first.dueOn ? `, ${dayWords(first.dueOn)}` : ''} {late > 0 && <Tag tone="amber">{count(late, 'overdue', 'overdue')}</Tag>}</>;
}

const others = ({ parties }: PlacementPartsFragment): string => {
  const names = parties.filter(({ isOwn }) => !isOwn).map(({ agency }) => agency?.name ?? 'Not named');
  return names.length > 0 ? names.join(', ') : 'Within your agency';
};

export function PlacementTable({ placements, caption }: { placements: readonly PlacementPartsFragment[]; caption: string }) {
  return (
    <Table caption={caption} captionHidden rows={placements} keyOf={({ reference }) => reference} columns={[
      { title: 'Placement', names: true, cell: ({ reference }) => <Link className="govuk-link" to={`/placements/${reference}`}>{reference}</Link> },
      { title: 'Children and family', cell: ({ children, unitReference, householdReference }) => `${children.map(childName).join(', ')} (${unitReference}) with ${householdReference}` },
      { title: 'Other agency', cell: others },
      { title: 'Stands at', cell: ({ state }) => <Tag tone={placementTone(state)}>{placementStateWords(state)}</Tag> },
      { title: 'What is next', cell: (placement) => <Next placement={placement} /> },
    ]} />
  );
}
