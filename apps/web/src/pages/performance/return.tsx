import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { ReturnWarningsDocument, type ReturnWarningsQuery } from '../../gql/graphql';
import { count } from '../../words/plain';

type Warning = ReturnWarningsQuery['returnWarnings'][number];

/** More of one rule nobody reads on a page: the next upload tells what is left. */
const MOST_ROWS = 200;

/** Where the rules are broken in a file, by rule, the most often broken first. */
export default function ReturnPage() {
  const { id = '' } = useParams();
  const found = useData(ReturnWarningsDocument, { id });
  return (
    <Await of={found} what="the broken rules">
      {({ returnWarnings: warnings }) => (
        <PageBody back={{ to: '/performance/returns', label: 'Where your figures come from' }}>
          <Heading title="Broken rules of a file" />
          <p className="govuk-body">Rules by number are those of the validation of the SSDA903, others the hub’s own. What stood in the cells was not kept: look at the place in your own file, correct it in your own system, and upload it again.</p>
          {warnings.length === 0 && <p className="govuk-body">None.</p>}
          {byRule(warnings).map(([rule, broken]) => (
            <Table key={rule} caption={`${rule}: ${count(broken.length, 'time', 'times')}`} rows={broken.slice(0, MOST_ROWS)} keyOf={(_, index) => String(index)} columns={[
              { title: 'Where', names: true, cell: ({ file, row, column }) => [file, row && `row ${row}`, column].filter(Boolean).join(', ') },
              { title: 'Reason', cell: ({ message }) => message },
            ]} />
          ))}
        </PageBody>
      )}
    </Await>
  );
}

function byRule(warnings: readonly Warning[]): readonly (readonly [string, readonly Warning[]])[] {
  const by = new Map<string, Warning[]>();
  for (const warning of warnings) by.set(warning.rule, [...(by.get(warning.rule) ?? []), warning]);
  return [...by].sort(([, a], [, b]) => b.length - a.length);
}
