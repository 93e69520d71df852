import { Link, useParams } from 'react-router';
import { useData, useOnce, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { DoneBanner, Success } from '../../components/banner';
import { LinkButton } from '../../components/button';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { FeePageDocument, NoteFeeDocument } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { basisWords, childrenWords, feeSideWords, planWords, poundsWords, providerWords } from '../../words/fees';
import { FeeHistory, type FeeOfPage } from './fee-history';
import { FeeItems } from './fee-items';

export default function FeePage() {
  const { placement = '' } = useParams();
  const found = useData(FeePageDocument, { placement });
  const [said, changed] = useSaid(found.refresh);
  return (
    <Await of={found} what="the fee">
      {({ fee }) => (fee ? (
        <PageBody back={{ to: '/fees', label: 'Inter-agency fees' }}>
          <DoneBanner />
          {said && <Success key={said}>{said}</Success>}
          <Heading title={`Fee of placement ${fee.reference}`} />
          <Facts fee={fee} />
          <Sums fee={fee} />
          <FeeHistory fee={fee} />
          {fee.mayRecord && <Note fee={fee} onWritten={() => changed('Your words are kept. The other agency reads them too.')} />}
          <p className="govuk-body hub-links"><LinkButton onClick={() => window.print()}>Print</LinkButton></p>
        </PageBody>
      ) : <ProblemPage problem={problemFor('NOT_FOUND', '')} />)}
    </Await>
  );
}

const enterAt = (fee: FeeOfPage): string => `/fees/rates/enter/FEE/${fee.provider}/${fee.children}/${fee.movedInOn}`;

function Facts({ fee }: { fee: FeeOfPage }) {
  const may = useMay();
  const enter = may('feeRates.enter') && <Link className="govuk-link" to={enterAt(fee)}>Enter it</Link>;
  const rate = fee.amount === null || fee.amount === undefined ? <>Rate unknown. {enter}</> : `${poundsWords(fee.amount)}${fee.isLondon ? ', and a tenth for London' : ''}`;
  return (
    <SummaryList rows={[
      { label: 'Placement', value: may('placements.read') ? <Link className="govuk-link" to={`/placements/${fee.reference}`}>{fee.reference}</Link> : fee.reference },
      { label: 'Direction', value: feeSideWords(fee.side) },
      { label: 'Who pays', value: `${fee.payer?.name ?? ''}, the child’s agency` },
      { label: 'Who is paid', value: `${fee.payee?.name ?? ''}, the adopters’ agency (${providerWords(fee.provider).toLowerCase()})` },
      { label: 'Moved in', value: `${dayWords(fee.movedInOn)}, ${childrenWords(fee.children)}` },
      ...(fee.movedInCorrectedTo ? [{ label: 'Moved in, put right', value: `${dayWords(fee.movedInCorrectedTo)}. The fee stays as it was fixed for ${dayWords(fee.movedInOn)}: the two agencies settle a difference by waiving or disputing sums.` }] : []),
      { label: 'Why', value: basisWords(fee.basis) },
      ...(fee.isDue ? [
        { label: 'Rate', value: rate },
        { label: 'Where the rate comes from', value: `${fee.source}${fee.rateAgency ? ` (entered by ${fee.rateAgency.name})` : ''}` },
        { label: 'Fee', value: fee.charged === null || fee.charged === undefined ? 'Unknown' : poundsWords(fee.charged) },
        { label: 'Falls due', value: fee.plan ? planWords(fee.plan) : <>Unknown. {enter}</> },
      ] : [{ label: 'Fee', value: 'None is due' }]),
    ]} />
  );
}

function Sums({ fee }: { fee: FeeOfPage }) {
  const may = useMay();
  if (!fee.isDue) return null;
  const [month] = fee.monthsWithoutRate;
  return (
    <>
      {fee.items.length === 0 ? <p className="govuk-body">Nothing has fallen due yet.</p> : <FeeItems items={fee.items} caption="What fell due" mayRecord={fee.mayRecord} />}
      {month && (
        <p className="govuk-body">
          The monthly charge is unknown for {fee.monthsWithoutRate.length === 1 ? 'the month' : `${fee.monthsWithoutRate.length} months`} from {dayWords(month)}.{' '}
          {may('feeRates.enter') ? <Link className="govuk-link" to={`/fees/rates/enter/MONTHLY/VAA/1/${month}`}>Enter it</Link> : 'Managers and administrators of either agency, or the hub, enter it.'}
        </p>
      )}
    </>
  );
}

function Note({ fee, onWritten }: { fee: FeeOfPage; onWritten: () => void }) {
  const [write] = useOnce(NoteFeeDocument);
  const send = async (answers: FormReader) => {
    const words = answers.mustText('words', 'Write something');
    if (answers.failed) return null;
    const outcome = await write({ placement: fee.reference, words });
    if (outcome.ok) onWritten();
    return outcome;
  };
  return (
    <Form key={fee.notes.length} submit="Keep these words" onSubmit={send}>
      <TextArea name="words" label="Words about this fee" rows={3} hint="Such as what was agreed after a disruption. Both agencies read them. Name nobody." />
    </Form>
  );
}
