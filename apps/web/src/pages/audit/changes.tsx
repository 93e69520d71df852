import { useCallback } from 'react';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { AwaitPart } from '../../components/await';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { ResultCount } from '../../components/results';
import { Table } from '../../components/table';
import { ChangeLogDocument, type LogSearchInput } from '../../gql/graphql';
import { actionWords, fieldWords } from '../../words/audit';
import { instantWords } from '../../words/dates';
import { plain } from '../../words/plain';
import { ArchiveNote } from './archive-note';
import { Downloads } from './downloads';
import { LogSearch } from './log-search';

const START = { filter: {} as LogSearchInput, before: [] as readonly string[] };
const FILES = [['change-log.csv', 'Download as CSV']] as const;
const OPERATIONS: Readonly<Record<string, string>> = { INSERT: 'Added', UPDATE: 'Changed', DELETE: 'Deleted' };

export default function Changes() {
  const [{ filter, before }, change] = usePlaceState(START);
  const log = useData(ChangeLogDocument, { filter, first: 20, after: before.at(-1) ?? null });
  const search = useCallback((next: LogSearchInput) => change({ filter: next, before: [] }), [change]);
  return (
    <PageBody back={{ to: '/audit', label: 'Back to the access log' }}>
      <Heading title="Changes" />
      <p className="govuk-body">What was changed in your agency’s records: which fields, never from what to what.</p>
      <LogSearch filter={filter} onSearch={search} withReference withPurpose={false} />
      <AwaitPart of={log} what="the changes">
        {({ changeLog: { edges, pageInfo, totalCount, archivedBefore } }) => (
          <section>
            <ResultCount total={totalCount} one="change" many="changes" />
            <ArchiveNote before={archivedBefore ?? null} />
            <Downloads files={FILES} body={{ filter }} />
            {edges.length > 0 && (
              <Table caption="Changes" captionHidden rows={edges.map(({ node }) => node)} keyOf={({ at }, index) => `${at} ${index}`} columns={[
                { title: 'When', names: true, cell: ({ at }) => instantWords(at) },
                { title: 'Who', cell: ({ person, isSystem, agencyCode }) => [person ?? (isSystem ? 'The hub' : 'Somebody of another agency'), agencyCode].filter(Boolean).join(', ') },
                { title: 'Record', cell: ({ subject }) => subject ?? '' },
                { title: 'What', cell: ({ table, operation, action }) => <>{OPERATIONS[operation] ?? operation}: {plain(table).toLowerCase()}<span className="hub-secondary"><br />{actionWords(action)}</span></> },
                { title: 'Fields', cell: ({ fields }) => <span className="hub-break">{fields.map((field) => fieldWords(field).toLowerCase()).join('; ')}</span> },
              ]} />
            )}
            <Pager label="Pages of changes" before={before} page={pageInfo} onMove={(next) => change({ before: next })} />
          </section>
        )}
      </AwaitPart>
    </PageBody>
  );
}
