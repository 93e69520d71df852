import { Link } from 'react-router';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { LinkPartsFragment } from '../../gql/graphql';
import { instantWords } from '../../words/dates';
import { linkStateWords, linkTone, turnWords } from '../../words/links';
import { upperFirst } from '../../words/plain';

export function LinkTable({ links, caption }: { links: readonly LinkPartsFragment[]; caption: string }) {
  return (
    <Table caption={caption} captionHidden rows={links} keyOf={({ reference }) => reference} columns={[
      { title: 'Link', names: true, cell: ({ reference }) => <Link className="govuk-link" to={`/links/${reference}`}>{reference}</Link> },
      { title: 'Pair', cell: ({ unitReference, householdReference }) => `${unitReference} and ${householdReference}` },
      { title: 'Stands at', cell: ({ state }) => <Tag tone={linkTone(state)}>{linkStateWords(state)}</Tag> },
      { title: 'Who acts next', cell: (link) => <>{upperFirst(turnWords(link))} {link.isOurMove && <Tag tone="amber">Your move</Tag>}</> },
      { title: 'Since', cell: ({ since }) => instantWords(since) },
    ]} />
  );
}
