import { useCallback } from 'react';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { useMay } from '../../app/viewer';
import { AwaitPart } from '../../components/await';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { ResultCount } from '../../components/results';
import { HouseholdLooksDocument, UnitLooksDocument, type LogSearchInput } from '../../gql/graphql';
import { ArchiveNote } from './archive-note';
import { Downloads } from './downloads';
import { LogSearch } from './log-search';
import { LookTable } from './look-table';

const START = { filter: {} as LogSearchInput, before: [] as readonly string[] };
const FILES = [['who-looked.csv', 'Download as CSV'], ['who-looked.pdf', 'Download as PDF']] as const;

/** Who has looked at one record: for its data protection officer, and for its managers. */
export function LooksPage({ type, reference, folder }: { type: 'UNIT' | 'HOUSEHOLD'; reference: string; folder: string }) {
  const may = useMay();
  const [{ filter, before }, change] = usePlaceState(START);
  const subject = { type, reference };
  const looks = useData(type === 'UNIT' ? UnitLooksDocument : HouseholdLooksDocument, { reference, filter, first: 20, after: before.at(-1) ?? null });
  const search = useCallback((next: LogSearchInput) => change({ filter: next, before: [] }), [change]);
  const mayOpen = may(type === 'UNIT' ? 'children.view' : 'adopters.view');
  return (
    <PageBody back={mayOpen ? { to: `${folder}/${reference}`, label: 'Back to the record' } : { to: '/audit', label: 'Back to the access log' }}>
      <Heading title={`Who has looked at ${reference}`} />
      <p className="govuk-body">Every look at this record by people of any agency, at whatever stage, and every refused attempt. That you look at this list is recorded too.</p>
      <LogSearch filter={filter} onSearch={search} />
      <AwaitPart of={looks} what="the looks">
        {({ looks: { edges, pageInfo, totalCount, archivedBefore } }) => (
          <section>
            <ResultCount total={totalCount} one="look" many="looks" />
            <ArchiveNote before={archivedBefore ?? null} />
            <Downloads files={FILES} body={{ subject, filter }} />
            {edges.length > 0 && <LookTable looks={edges.map(({ node }) => node)} caption="Looks" />}
            <Pager label="Pages of looks" before={before} page={pageInfo} onMove={(next) => change({ before: next })} />
          </section>
        )}
      </AwaitPart>
    </PageBody>
  );
}
