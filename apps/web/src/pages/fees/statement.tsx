import { financialYearWords, quarterOf, type Quarter } from '@hub/domain/dates/financial-year';
import { isoDate } from '@hub/domain/dates/iso-date';
import { useState } from 'react';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay, useViewer } from '../../app/viewer';
import { Await } from '../../components/await';
import { LinkButton } from '../../components/button';
import { Download } from '../../components/download';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Table, type Column } from '../../components/table';
import { FeeStatementDocument, type FeeStatementQuery } from '../../gql/graphql';
import { dayWords, todayInLondon } from '../../words/dates';
import { feeSideWords, poundsWords, sumWords } from '../../words/fees';

type Statement = FeeStatementQuery['feeStatement'];
type Line = Statement['lines'][number];
type Total = Statement['totals'][number];

const QUARTERS = [{ value: '1', label: 'April to June' }, { value: '2', label: 'July to September' }, { value: '3', label: 'October to December' }, { value: '4', label: 'January to March' }];
const YEARS_BACK = 12;

/** What the own agency owed and was owed in a quarter. */
export default function StatementPage() {
  const now = quarterOf(isoDate(todayInLondon()));
  const [quarter, setQuarter] = useState<Quarter>(now);
  const found = useData(FeeStatementDocument, { quarter });
  const { agency } = useViewer();
  const may = useMay();
  const years = Array.from({ length: YEARS_BACK }, (_, back) => ({ value: String(now.year - back), label: financialYearWords(now.year - back) }));
  const search = async (answers: FormReader) => {
    setQuarter({ year: Number(answers.text('year')), quarter: Number(answers.text('quarter')) as Quarter['quarter'] });
    return null;
  };
  return (
    <PageBody back={{ to: '/fees', label: 'Inter-agency fees' }}>
      <Heading title="Statement of inter-agency fees" />
      <section className="hub-box hub-log-search" aria-label="Which quarter">
        <Form submit="Show" onSubmit={search}>
          <SelectField name="year" label="Financial year" options={years} value={String(quarter.year)} />
          <SelectField name="quarter" label="Quarter" options={QUARTERS} value={String(quarter.quarter)} />
        </Form>
      </section>
      <Await of={found} what="the statement">
        {({ feeStatement, agencies }) => (
          <>
            <p className="govuk-body" role="status">{agency.name}, {financialYearWords(quarter.year)}, quarter {quarter.quarter}. {feeStatement.lines.length === 0 ? 'Nothing fell due, was paid or stood open.' : 'What stood open at the start, and what fell due, less what was paid and waived, stands open at the end.'}{feeStatement.lines.some(({ opening, closing }) => opening < 0 || closing < 0) && ' A sum with a minus was paid or waived before it fell due.'}</p>
            {feeStatement.lines.length > 0 && <Whole statement={feeStatement} nameOf={(code) => agencies.find((one) => one.code === code)?.name ?? code} />}
            {may('fees.export') && (
              <>
                <Download label="Download as a workbook (XLSX)" path="/fee-files/statement.xlsx" body={quarter} />
                <Download label="Download as CSV" path="/fee-files/statement.csv" body={quarter} />
              </>
            )}
            <p className="govuk-body hub-links"><LinkButton onClick={() => window.print()}>Print</LinkButton></p>
          </>
        )}
      </Await>
    </PageBody>
  );
}

const SUMS = [['opening', 'Open at the start'], ['due', 'Fell due'], ['invoiced', 'Invoiced'], ['paid', 'Paid'], ['waived', 'Waived'], ['closing', 'Open at the end']] as const;
const sums = <Row extends Line | Total>(): Column<Row>[] => SUMS.map(([key, title]) => ({ title, numeric: true, cell: (row) => poundsWords(row[key]) }));

function Whole({ statement: { lines, totals }, nameOf }: { statement: Statement; nameOf: (code: string) => string }) {
  return (
    <>
      <Table caption="By agency" rows={totals} keyOf={({ side, other }) => `${side} ${other ?? ''}`} columns={[
        { title: 'Agency', names: true, cell: ({ other }) => (other ? nameOf(other) : 'All agencies') }, { title: 'Direction', cell: ({ side }) => feeSideWords(side) }, ...sums<Total>(),
      ]} />
      <Table caption="By placement" rows={lines} keyOf={({ placement, trigger, number }) => `${placement} ${trigger} ${number}`} columns={[
        { title: 'Placement', names: true, cell: ({ placement }) => <Link className="govuk-link" to={`/fees/placements/${placement}`}>{placement}</Link> },
        { title: 'Direction', cell: ({ side, other }) => `${feeSideWords(side)}, ${nameOf(other)}` },
        { title: 'For', cell: (line) => `${sumWords(line)}, ${dayWords(line.dueOn)}` },
        ...sums<Line>(),
      ]} />
    </>
  );
}
