import { useState } from 'react';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { FeeItemsDocument, type FeeItemFilter } from '../../gql/graphql';
import { count } from '../../words/plain';
import { FeeItems } from './fee-items';

const SIDES = [{ value: '', label: 'To pay and to be paid' }, { value: 'PAYER', label: 'To pay' }, { value: 'PAYEE', label: 'To be paid' }];
const STATES: Readonly<Record<string, FeeItemFilter>> = { OPEN: { states: ['DUE', 'INVOICED'] }, DUE: { states: ['DUE'] }, INVOICED: { states: ['INVOICED'] }, DISPUTED: { disputed: true }, DONE: { states: ['PAID', 'WAIVED'] } };
const STATE_OPTIONS = [
  { value: 'OPEN', label: 'Open' }, { value: 'DUE', label: 'Due, not invoiced' }, { value: 'INVOICED', label: 'Invoiced, not paid' }, { value: 'DISPUTED', label: 'Disputed' }, { value: 'DONE', label: 'Paid or waived' }, { value: '', label: 'All' },
];

/** What fell due of every fee of the own agency. */
export default function FeesPage() {
  const [side, setSide] = useState('');
  const [state, setState] = useState('OPEN');
  const [before, setBefore] = useState<readonly string[]>([]);
  const may = useMay();
  const found = useData(FeeItemsDocument, { filter: { ...(side && { side }), ...STATES[state] }, first: 20, after: before.at(-1) });
  const search = async (answers: FormReader) => {
    setSide(answers.text('side') ?? '');
    setState(answers.text('state') ?? '');
    setBefore([]);
    return null;
  };
  return (
    <PageBody>
      <Heading title="Inter-agency fees" />
      <p className="govuk-body">What fell due for placements between your agency and others. Adopters never pay.</p>
      <ul className="govuk-list hub-inline">
        <li><Link className="govuk-link" to="/fees/statement">Statement by quarter</Link></li>
        <li><Link className="govuk-link" to="/fees/rates">Fee table</Link></li>
      </ul>
      <section className="hub-box hub-log-search" aria-label="Which sums">
        <Form submit="Show" onSubmit={search}>
          <SelectField name="side" label="Direction" options={SIDES} value={side} />
          <SelectField name="state" label="How it stands" options={STATE_OPTIONS} value={state} />
        </Form>
      </section>
      <Await of={found} what="the sums">
        {({ feeItems }) => (
          <>
            <p className="govuk-body" role="status">{count(feeItems.totalCount, 'sum', 'sums')}.</p>
            {feeItems.edges.length > 0 && <FeeItems items={feeItems.edges.map(({ node }) => node)} caption="Sums, what fell due first at the top" withPlacement mayRecord={may('fees.record')} />}
            <Pager label="Pages of sums" before={before} page={feeItems.pageInfo} onMove={setBefore} />
          </>
        )}
      </Await>
    </PageBody>
  );
}
