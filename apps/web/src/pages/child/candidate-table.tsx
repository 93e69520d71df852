import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/viewer';
import { Band } from '../../components/band';
import { Interval } from '../../components/interval';
import { isUnsure, unknownWords } from '../../components/standing';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { CandidatePartsFragment } from '../../gql/graphql';
import { householdStageWords, regionWords } from '../../words/cards';
import { needWords } from '../../words/needs';
import { lowerFirst } from '../../words/plain';

const words = (names: readonly string[], of: (name: string) => string): string => (names.length === 0 ? 'none' : names.map((name) => lowerFirst(of(name))).join(', '));

interface CandidateTableProps { readonly unit: string; readonly candidates: readonly CandidatePartsFragment[]; readonly keep?: (reference: string) => ReactNode; readonly compare?: (reference: string) => ReactNode }

export function CandidateTable({ unit, candidates, keep, compare }: CandidateTableProps) {
  const mayLink = useMay()('links.move');
  return (
    <Table caption="Families to consider, in order" captionHidden rows={candidates} keyOf={({ household }) => household.reference} columns={[
      { title: 'Band', cell: ({ band }) => <Band letter={band} /> },
      {
        title: 'Family', names: true,
        cell: (candidate) => (
          <>
            <Link className="govuk-link" to={`/families/${candidate.household.reference}`}>{candidate.household.reference}</Link>
            <span className="hub-table__under">{regionWords(candidate.household.regionBand)}{candidate.household.stage === 'APPROVED' ? '' : ` · ${lowerFirst(householdStageWords(candidate.household.stage))}`}</span>
            {candidate.household.isOwn && <Tag tone="blue">Your agency’s</Tag>} {isUnsure(candidate) && <Tag tone="amber">Depends on an answer</Tag>}
          </>
        ),
      },
      { title: 'How well, and how sure', cell: (candidate) => <Interval {...candidate} /> },
      { title: 'Stretch', cell: ({ stretches }) => words(stretches, needWords) },
      { title: 'Not known', cell: unknownWords },
      {
        title: 'Evidence',
        cell: ({ household }) => (
          <>
            <Link className="govuk-link" to={`/children/${unit}/families/${household.reference}`}>Explain<span className="govuk-visually-hidden"> {household.reference}</span></Link>
            {mayLink && <span className="hub-table__under"><Link className="govuk-link" to={`/children/${unit}/families/${household.reference}/interest`}>Express interest<span className="govuk-visually-hidden"> in {household.reference}</span></Link></span>}
          </>
        ),
      },
      ...(keep ? [{ title: 'Keep', cell: ({ household }: CandidatePartsFragment) => keep(household.reference) }] : []),
      ...(compare ? [{ title: 'Compare', cell: ({ household }: CandidatePartsFragment) => compare(household.reference) }] : []),
    ]} />
  );
}
