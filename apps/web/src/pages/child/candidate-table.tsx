import { Link } from 'react-router';
import { Band } from '../../components/band';
import { Interval } from '../../components/interval';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { CandidatePartsFragment } from '../../gql/graphql';
import { householdStageWords, regionWords } from '../../words/cards';
import { criterionWords, needWords } from '../../words/needs';
import { lowerFirst } from '../../words/plain';

const isUnsure = ({ status }: CandidatePartsFragment): boolean => status.toLowerCase() === 'conditional';
const words = (names: readonly string[], of: (name: string) => string): string => (names.length === 0 ? 'none' : names.map((name) => lowerFirst(of(name))).join(', '));

/** Many unknowns are counted where naming them all would drown the rest. */
function unknownWords({ notKnown, unknowns }: CandidatePartsFragment): string {
  const names = [...new Set([...unknowns, ...notKnown].map((name) => lowerFirst(criterionWords(name))))];
  if (names.length <= 4) return names.join(', ') || 'nothing';
  return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

export function CandidateTable({ unit, candidates }: { unit: string; candidates: readonly CandidatePartsFragment[] }) {
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
        cell: ({ household }) => <Link className="govuk-link" to={`/children/${unit}/families/${household.reference}`}>Explain<span className="govuk-visually-hidden"> {household.reference}</span></Link>,
      },
    ]} />
  );
}
