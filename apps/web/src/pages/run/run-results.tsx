import { groupWords } from '@hub/domain/children/spoken-card';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { usePlaceState } from '../../app/place-state';
import { AwaitPart } from '../../components/await';
import { Band } from '../../components/band';
import { Pager } from '../../components/pager';
import { Table } from '../../components/table';
import { RunResultsDocument } from '../../gql/graphql';

const START = { before: [] as readonly string[] };

export function RunResults({ reference }: { reference: string }) {
  const [{ before }, change] = usePlaceState(START);
  const found = useData(RunResultsDocument, { reference, first: 50, after: before.at(-1) ?? null });
  return (
    <section>
      <h2 className="govuk-heading-m">Results</h2>
      <AwaitPart of={found} what="the results">
        {({ run }) => {
          if (!run || run.results.totalCount === 0) return <p className="govuk-body">No result that you may see.</p>;
          return (
            <>
              <p className="govuk-body">Those who wait longest and have the fewest families come first.</p>
              <Table caption="Results" captionHidden rows={run.results.edges.map(({ node }) => node)} keyOf={({ unit }) => unit.reference} columns={[
                { title: 'Reference', names: true, cell: ({ unit }) => <Link className="govuk-link" to={`/children/${unit.reference}`}>{unit.reference}</Link> },
                { title: 'Who', cell: ({ unit }) => groupWords(unit) },
                { title: 'Best band', cell: ({ best }) => (best && /^[A-D]$/.test(best) ? <Band letter={best} /> : best ?? 'none') },
                { title: 'Fit', numeric: true, cell: ({ eligible }) => eligible },
                { title: 'Depend on an answer', numeric: true, cell: ({ conditional }) => conditional },
                { title: 'Cannot', numeric: true, cell: ({ blocked }) => blocked },
                { title: 'Ruled out', numeric: true, cell: ({ ruledOut }) => ruledOut },
              ]} />
              <Pager label="Pages of results" before={before} page={run.results.pageInfo} onMove={(next) => change({ before: next })} />
            </>
          );
        }}
      </AwaitPart>
    </section>
  );
}
