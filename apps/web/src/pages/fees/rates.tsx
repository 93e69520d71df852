import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { FeeTablePageDocument, type FeeRatePartsFragment, type FeeTablePartsFragment } from '../../gql/graphql';
import { dayWords, instantWords } from '../../words/dates';
import { childrenWords, planWords, poundsWords, providerWords, spanWords, termsWords } from '../../words/fees';
import { listWords } from '../../words/plain';

/** Every rate that is known, where it comes from, and which have to be entered. */
export default function RatesPage() {
  const found = useData(FeeTablePageDocument, {});
  const may = useMay();
  return (
    <Await of={found} what="the fee table">
      {({ feeTable }) => (
        <PageBody {...(may('fees.read') && { back: { to: '/fees', label: 'Inter-agency fees' } })}>
          <DoneBanner />
          <Heading title="Fee table" />
          <p className="govuk-body">The rate is fixed by the day on which the children move in, not by the match or the invoice. Agencies of London charge a tenth more. Nothing is reckoned from percentages: what is not published, somebody enters with its source.</p>
          <Rates caption="Fee for one child, as published" rates={feeTable.rates.filter(({ kind, enteredBy }) => kind === 'FEE' && !enteredBy)} mayEnter={may('feeRates.enter')} />
          <p className="govuk-body">For two or more children further rates exist, and none is published. {may('feeRates.enter') && <Link className="govuk-link" to="/fees/rates/enter/FEE/VAA/2">Enter a rate for several children</Link>}</p>
          <Rates caption="Monthly charge of a voluntary agency after twelve months without an order, as published" rates={feeTable.rates.filter(({ kind, enteredBy }) => kind === 'MONTHLY' && !enteredBy)} mayEnter={may('feeRates.enter')} />
          <Entered rates={feeTable.rates.filter(({ enteredBy }) => enteredBy)} mayEnter={may('feeRates.enter')} />
          <Terms table={feeTable} />
          {may('feeTerms.set') && <p className="govuk-body"><Link className="govuk-link" to="/fees/terms">Change partnerships and agencies of London</Link></p>}
        </PageBody>
      )}
    </Await>
  );
}

function Rates({ caption, rates, mayEnter }: { caption: string; rates: readonly FeeRatePartsFragment[]; mayEnter: boolean }) {
  return (
    <Table caption={caption} rows={rates} keyOf={({ provider, from }) => `${provider} ${from ?? ''}`} columns={[
      { title: rates[0]?.kind === 'MONTHLY' ? 'Month begins' : 'Moved in', names: true, cell: spanWords },
      { title: 'Adopters’ agency', cell: ({ provider }) => providerWords(provider) },
      { title: 'Rate', numeric: true, cell: (rate) => <Amount rate={rate} mayEnter={mayEnter} /> },
      { title: 'Falls due', cell: ({ kind, plan }) => (kind === 'MONTHLY' ? 'Each month' : plan ? planWords(plan) : 'Unknown') },
      { title: 'Source', cell: ({ source }) => source },
    ]} />
  );
}

function Amount({ rate: { kind, provider, from, amount, plan }, mayEnter }: { rate: FeeRatePartsFragment; mayEnter: boolean }) {
  const known = amount !== null && amount !== undefined;
  if (known && (plan || kind === 'MONTHLY')) return <>{poundsWords(amount)}</>;
  return <>{known ? poundsWords(amount) : 'Unknown'}{mayEnter && <>. <Link className="govuk-link" to={`/fees/rates/enter/${kind}/${provider}/1${from ? `/${from}` : ''}`}>Enter it<span className="govuk-visually-hidden">: {providerWords(provider)}, {spanWords({ from })}</span></Link></>}</>;
}

function Entered({ rates, mayEnter }: { rates: readonly FeeRatePartsFragment[]; mayEnter: boolean }) {
  return (
    <>
      {rates.length === 0 ? <p className="govuk-body">Nobody has entered a rate yet.</p> : (
        <Table caption="Rates that agencies entered" rows={rates} keyOf={({ at }) => at ?? ''} columns={[
          { title: 'From when to when', names: true, cell: spanWords },
          { title: 'For', cell: ({ kind, provider, children }) => (kind === 'MONTHLY' ? 'A month' : `${providerWords(provider)}, ${childrenWords(children)}`) },
          { title: 'Rate', numeric: true, cell: ({ amount }) => poundsWords(amount ?? 0) },
          { title: 'Falls due', cell: ({ plan }) => (plan ? planWords(plan) : 'Each month') },
          { title: 'Source', cell: ({ source }) => source },
          { title: 'Entered', cell: ({ enteredBy, at }) => `${enteredBy?.name ?? ''}${at ? `, ${instantWords(at)}` : ''}` },
        ]} />
      )}
      <p className="govuk-body">Where two rates cover the same days, the hub’s is used first, then that of the agency that is paid, then that of the agency that pays; of one agency’s own the latest. What is fixed already stays as it is. {mayEnter && <Link className="govuk-link" to="/fees/rates/enter/FEE/VAA/1">Enter a rate</Link>}</p>
    </>
  );
}

function Terms({ table: { partnerships, london } }: { table: FeeTablePartsFragment }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Who owes a fee</h2>
      <p className="govuk-body">Councils that belong to the region on the day of moving in owe each other nothing. A voluntary agency’s fee is due even if it is a member. Other terms hold where a partnership or consortium recorded them.</p>
      {partnerships.length > 0 && (
        <Table caption="Partnerships and consortia" rows={partnerships} keyOf={({ id }) => id} columns={[
          { title: 'Name', names: true, cell: ({ name }) => name },
          { title: 'Owed for a placement', cell: ({ terms }) => termsWords(terms) },
          { title: 'From', cell: ({ startsOn }) => dayWords(startsOn) },
          { title: 'Until before', cell: ({ endsOn }) => (endsOn ? dayWords(endsOn) : 'no end') },
          { title: 'Agencies', cell: ({ agencies }) => listWords(agencies.map(({ name }) => name)) },
        ]} />
      )}
      <p className="govuk-body">Agencies of London: {london.length === 0 ? 'none' : listWords(london.map(({ name }) => name))}.</p>
    </section>
  );
}
