import { useState } from 'react';
import { useData } from '../../app/data';
import { AwaitPart } from '../../components/await';
import { Details } from '../../components/details';
import { Pager } from '../../components/pager';
import { Table } from '../../components/table';
import { ImportDifferencesDocument } from '../../gql/graphql';
import { plain } from '../../words/plain';

export function Differences({ reference }: { reference: string }) {
  const [before, setBefore] = useState<readonly string[]>([]);
  const found = useData(ImportDifferencesDocument, { reference, first: 50, after: before.at(-1) ?? null });
  return (
    <AwaitPart of={found} what="the differences">
      {({ importBatch }) => {
        const differences = importBatch?.differences;
        if (!differences || differences.totalCount === 0) return null;
        return (
          <Details summary={`Differences, field by field (${differences.totalCount})`}>
            <Table caption="Differences" captionHidden rows={differences.edges.map(({ node }) => node)} keyOf={(_, index) => String(index)} columns={[
              { title: 'Record', names: true, cell: ({ subject }) => subject },
              { title: 'Field', cell: ({ field }) => plain(field) },
              { title: 'Now', cell: ({ before: was }) => was ?? 'not recorded' },
              { title: 'In the file', cell: ({ after }) => after ?? 'not recorded' },
            ]} />
            <Pager label="Pages of differences" before={before} page={differences.pageInfo} onMove={setBefore} />
          </Details>
        );
      }}
    </AwaitPart>
  );
}
