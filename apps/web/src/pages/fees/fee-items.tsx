import { Link } from 'react-router';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { FeeItemPartsFragment } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { feeSideWords, poundsWords, stateTone, stateWords, STEP_WORDS, sumWords } from '../../words/fees';
import type { RecordedEvent } from '@hub/domain/fees/item-events';

interface ItemsProps {
  readonly items: readonly FeeItemPartsFragment[];
  readonly caption: string;
  /** In a list over all placements. */
  readonly withPlacement?: boolean;
  readonly mayRecord: boolean;
}

export function FeeItems({ items, caption, withPlacement = false, mayRecord }: ItemsProps) {
  return (
    <Table caption={caption} captionHidden={withPlacement} rows={items} keyOf={({ id }) => id} columns={[
      ...(withPlacement ? [
        { title: 'Placement', names: true, cell: ({ placement }: FeeItemPartsFragment) => <Link className="govuk-link" to={`/fees/placements/${placement}`}>{placement}</Link> },
        { title: 'Direction', cell: ({ side, other }: FeeItemPartsFragment) => `${feeSideWords(side)}${side === 'PAYER' ? ' to' : ' by'} ${other?.name ?? 'the other agency'}` },
      ] : []),
      { title: 'For', names: !withPlacement, cell: sumWords },
      { title: 'Due on', cell: ({ dueOn }) => dayWords(dueOn) },
      { title: 'Sum', numeric: true, cell: ({ amount }) => poundsWords(amount) },
      { title: 'Outstanding', numeric: true, cell: ({ outstanding }) => poundsWords(outstanding) },
      { title: 'Stands as', cell: (item) => <Standing item={item} /> },
      ...(mayRecord && !withPlacement ? [{ title: 'Record', cell: (item: FeeItemPartsFragment) => <Steps item={item} /> }] : []),
    ]} />
  );
}

function Standing({ item: { state, disputedBy, invoiceNumber, invoicedOn, lastPaidOn, paid } }: { item: FeeItemPartsFragment }) {
  return (
    <>
      <Tag tone={stateTone(state)}>{stateWords(state)}</Tag> {disputedBy && <Tag tone="red">Disputed</Tag>}
      {invoiceNumber && <span className="hub-secondary"> Invoice {invoiceNumber}{invoicedOn && `, ${dayWords(invoicedOn)}`}.</span>}
      {lastPaidOn && <span className="hub-secondary"> {poundsWords(paid)} paid, last on {dayWords(lastPaidOn)}.</span>}
    </>
  );
}

function Steps({ item }: { item: FeeItemPartsFragment }) {
  if (item.steps.length === 0) return <>Nothing</>;
  return (
    <ul className="govuk-list">
      {item.steps.map((step) => (
        <li key={step}><Link className="govuk-link" to={`/fees/placements/${item.placement}/${item.id}/${step}`}>{STEP_WORDS[step as RecordedEvent]}<span className="govuk-visually-hidden">: {sumWords(item)}</span></Link></li>
      ))}
    </ul>
  );
}
