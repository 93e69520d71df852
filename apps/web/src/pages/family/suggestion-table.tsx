import { groupWords } from '@hub/domain/children/spoken-card';
import { Link } from 'react-router';
import { Band } from '../../components/band';
import { Interval } from '../../components/interval';
import { isUnsure, unknownWords } from '../../components/standing';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { SuggestionPartsFragment } from '../../gql/graphql';
import { regionWords, waitingWords } from '../../words/cards';
import { needWords } from '../../words/needs';
import { lowerFirst } from '../../words/plain';

interface TableProps {
  readonly household: string;
  /** The run that the evidence is read of. */
  readonly run: string;
  readonly suggestions: readonly SuggestionPartsFragment[];
}

/** The children at stage S0: their cards alone, and the evidence that a run keeps. */
export function SuggestionTable({ household, run, suggestions }: TableProps) {
  return (
    <Table caption="Children to consider, in order" captionHidden rows={suggestions} keyOf={({ unit }) => unit.reference} columns={[
      { title: 'Band', cell: ({ band }) => <Band letter={band} /> },
      {
        title: 'Child or group', names: true,
        cell: ({ unit, ...scored }) => (
          <>
            <Link className="govuk-link" to={`/children/${unit.reference}`}>{unit.reference}</Link>
            <span className="hub-table__under">{groupWords(unit)} · {regionWords(unit.regionBand)} · waiting {lowerFirst(waitingWords(unit.waitingBand))}</span>
            {unit.isOwn && <Tag tone="blue">Your agency’s</Tag>} {unit.earlyPermanence && <Tag tone="plum">Early permanence</Tag>} {isUnsure(scored) && <Tag tone="amber">Depends on an answer</Tag>}
          </>
        ),
      },
      { title: 'How well, and how sure', cell: (scored) => <Interval {...scored} /> },
      { title: 'Stretch', cell: ({ stretches }) => stretches.map((key) => lowerFirst(needWords(key))).join(', ') || 'none' },
      { title: 'Not known', cell: unknownWords },
      {
        title: 'Evidence',
        cell: ({ unit }) => <Link className="govuk-link" to={`/children/${unit.reference}/families/${household}?run=${run}`}>Explain<span className="govuk-visually-hidden"> {unit.reference}</span></Link>,
      },
    ]} />
  );
}
