import { useCallback } from 'react';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { AwaitPart } from '../../components/await';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { ResultCount } from '../../components/results';
import { AccessLogDocument, type LogSearchInput } from '../../gql/graphql';
import { ArchiveNote } from './archive-note';
import { Downloads } from './downloads';
import { LogSearch } from './log-search';
import { LookTable } from './look-table';

const START = { filter: {} as LogSearchInput, before: [] as readonly string[] };
const FILES = [['access-log.csv', 'Download as CSV']] as const;

export default function Audit() {
  const [{ filter, before }, change] = usePlaceState(START);
  const log = useData(AccessLogDocument, { filter, first: 20, after: before.at(-1) ?? null });
  const search = useCallback((next: LogSearchInput) => change({ filter: next, before: [] }), [change]);
  return (
    <PageBody>
      <Heading title="Access log" />
      <p className="govuk-body">What people of your agency did, and who of any agency looked at your agency’s records. A record’s reference leads to everything about that record. <Link className="govuk-link" to="/audit/changes">See what was changed</Link>.</p>
      <LogSearch filter={filter} onSearch={search} withReference />
      <AwaitPart of={log} what="the log">
        {({ accessLog: { edges, pageInfo, totalCount, archivedBefore } }) => (
          <section>
            <ResultCount total={totalCount} one="entry" many="entries" />
            <ArchiveNote before={archivedBefore ?? null} />
            <Downloads files={FILES} body={{ filter }} />
            {edges.length > 0 && <LookTable looks={edges.map(({ node }) => node)} caption="Access log" withSubject />}
            <Pager label="Pages of the log" before={before} page={pageInfo} onMove={(next) => change({ before: next })} />
          </section>
        )}
      </AwaitPart>
    </PageBody>
  );
}
