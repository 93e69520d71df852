import { Link } from 'react-router';
import { Table, type Column } from '../../components/table';
import type { ApiTokenPartsFragment } from '../../gql/graphql';
import { momentWords } from '../../words/dates';

interface TokenTableProps {
  readonly caption: string;
  readonly tokens: readonly ApiTokenPartsFragment[];
  /** Where a token's page to revoke it lies. */
  readonly under: '/account/tokens' | '/users/tokens';
}

export function TokenTable({ caption, tokens, under }: TokenTableProps) {
  if (tokens.length === 0) return <p className="govuk-body">There are none.</p>;
  const owner: Column<ApiTokenPartsFragment> = { title: 'Person', cell: (token) => token.owner.displayName };
  return (
    <Table caption={caption} captionHidden rows={tokens} keyOf={({ id }) => id} columns={[
      { title: 'What for', names: true, cell: ({ label }) => <span className="hub-break">{label}</span> },
      ...(under === '/users/tokens' ? [owner] : []),
      { title: 'Made', cell: ({ createdAt }) => momentWords(createdAt) },
      { title: 'Last used', cell: ({ lastUsedAt }) => (lastUsedAt ? momentWords(lastUsedAt) : 'never') },
      { title: 'Works until', cell: ({ expiresAt }) => momentWords(expiresAt) },
      { title: 'Revoke', cell: ({ id, label }) => <Link className="govuk-link" to={`${under}/${id}/revoke`}>Revoke<span className="govuk-visually-hidden"> {label}</span></Link> },
    ]} />
  );
}
