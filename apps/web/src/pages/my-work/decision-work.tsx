import { Link } from 'react-router';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { MyWorkQuery } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { caseWords, itemKindWords, recommendationWords } from '../../words/panels';

/** What a panel recommended and waits for this decision maker, the longest first. */
export function DecisionWork({ decisions }: { decisions: MyWorkQuery['myWork']['decisionsToMake'] }) {
  if (decisions.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Decisions to make</h2>
      <Table caption="Decisions to make" captionHidden rows={decisions} keyOf={({ reference }) => reference} columns={[
        { title: 'Item', names: true, cell: (item) => <><Link className="govuk-link" to={`/panels/items/${item.reference}`}>{itemKindWords(item.kind)}: {caseWords(item)}</Link><span className="hub-table__under">{item.reference}</span></> },
        { title: 'Panel', cell: ({ meetsOn }) => dayWords(meetsOn) },
        { title: 'Recommendation', cell: ({ recommendation }) => (recommendation ? recommendationWords(recommendation) : '') },
        { title: 'Due', cell: ({ decisionDueOn, minutesFinalOn, isLate }) => <>{decisionDueOn ? dayWords(decisionDueOn) : minutesFinalOn ? 'Not known' : 'The minutes are not final yet'} {isLate && <Tag tone="red">Late</Tag>}</> },
      ]} />
    </section>
  );
}
