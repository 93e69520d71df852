import { Link } from 'react-router';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { WorkItemPartsFragment } from '../../gql/graphql';
import { daysWords } from '../../words/dates';
import { linkStateWords, linkTone, turnWords } from '../../words/links';
import { upperFirst } from '../../words/plain';
import { Delays } from './drift-table';

/** Which sides are the own agency's follows from whose move it is: the words need no more. */
function moveWords({ link, turns, isOurMove }: WorkItemPartsFragment): string {
  if (!link) return 'Nobody acts: no link is open';
  return upperFirst(turnWords({ turns, parties: isOurMove ? turns.map(({ side }) => ({ side, isOwn: true })) : [] }));
}

export function WorkTable({ items, caption }: { items: readonly WorkItemPartsFragment[]; caption: string }) {
  return (
    <Table caption={caption} captionHidden rows={items} keyOf={({ unit, link }) => link ?? unit} columns={[
      { title: 'What', names: true, cell: ({ link, unit }) => (link ? <Link className="govuk-link" to={`/links/${link}`}>{link}</Link> : <Link className="govuk-link" to={`/children/${unit}`}>{unit}</Link>) },
      { title: 'Pair', cell: ({ unit, household }) => (household ? `${unit} and ${household}` : 'no family yet') },
      { title: 'Stands at', cell: ({ state }) => (state ? <Tag tone={linkTone(state)}>{linkStateWords(state)}</Tag> : <Tag tone="grey">Searching</Tag>) },
      { title: 'Whose move', cell: (item) => <>{moveWords(item)} {item.isOurMove && <Tag tone="amber">Your move</Tag>}</> },
      { title: 'Worker', cell: ({ worker }) => worker?.displayName ?? 'nobody' },
      { title: 'For', cell: ({ idleDays, delay }) => <>{daysWords(idleDays)} {delay && <Delays delays={[delay]} />}</> },
    ]} />
  );
}
