import { FINDING_WORDS } from '@hub/domain/anonymity/text/words';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { SuggestReleaseQuery } from '../../gql/graphql';
import { upperFirst } from '../../words/plain';
import { FIELD_WORDS } from './release-texts';

type Text = SuggestReleaseQuery['releaseSuggestion']['texts'][number];

/** What the software marked, with where and what it would write. */
export function FindingsTable({ texts }: { texts: readonly Text[] }) {
  const rows = texts.flatMap(({ field, original, findings }) => findings.map((finding) => ({ field, around: around(original, finding), ...finding })));
  if (rows.length === 0) return <p className="govuk-body" role="status">The software marked nothing. It misses things: read the text as a stranger would.</p>;
  return (
    <Table caption="What the software marked" rows={rows} keyOf={({ field, from }) => `${field}-${from}`} columns={[
      { title: 'Words', names: true, cell: ({ text, around: [before, after], field }) => <>{texts.length > 1 && `${FIELD_WORDS[field]}: `}{before}<strong>{text}</strong>{after}</> },
      { title: 'What it is', cell: ({ kind }) => upperFirst(FINDING_WORDS[kind as keyof typeof FINDING_WORDS] ?? kind) },
      { title: 'Suggested', cell: ({ replacement }) => replacement },
      { title: 'To do', cell: ({ certain }) => (certain ? <Tag tone="red">Must go</Tag> : <Tag tone="amber">Look at it</Tag>) },
    ]} />
  );
}

function around(text: string, { from, to }: { from: number; to: number }): readonly [before: string, after: string] {
  return [`… ${text.slice(Math.max(0, from - 20), from)}`, `${text.slice(to, to + 20)} …`];
}
