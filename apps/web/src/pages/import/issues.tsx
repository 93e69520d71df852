import { useState } from 'react';
import { useData } from '../../app/data';
import { AwaitPart } from '../../components/await';
import { Pager } from '../../components/pager';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { ImportIssuesDocument } from '../../gql/graphql';
import { count } from '../../words/plain';

const isError = (severity: string): boolean => /error/i.test(severity);

export function Issues({ reference }: { reference: string }) {
  const [before, setBefore] = useState<readonly string[]>([]);
  const found = useData(ImportIssuesDocument, { reference, first: 50, after: before.at(-1) ?? null });
  return (
    <section>
      <h2 className="govuk-heading-m">Problems in the file</h2>
      <AwaitPart of={found} what="the problems">
        {({ importBatch }) => {
          const issues = importBatch?.issues;
          if (!issues || issues.totalCount === 0) return <p className="govuk-body">None.</p>;
          return (
            <>
              <p className="govuk-body">{count(issues.totalCount, 'problem', 'problems')}. Correct the file in your own system, then send it again: what is in the hub already stays as it is.</p>
              <Table caption="Problems" captionHidden rows={issues.edges.map(({ node }) => node)} keyOf={(_, index) => String(index)} columns={[
                { title: 'Where', names: true, cell: ({ sheet, row, column }) => [sheet, row !== null && `row ${row}`, column].filter(Boolean).join(', ') || 'The file' },
                { title: 'Value', cell: ({ value }) => (value ? <span className="hub-break">{value}</span> : 'empty') },
                { title: 'Reason', cell: ({ message, severity }) => <>{message} {!isError(severity) && <Tag tone="grey">Only a warning</Tag>}</> },
              ]} />
              <Pager label="Pages of problems" before={before} page={issues.pageInfo} onMove={setBefore} />
            </>
          );
        }}
      </AwaitPart>
    </section>
  );
}
