import { useData } from '../../app/data';
import { LinkButton } from '../../components/button';
import { NeighboursDocument } from '../../gql/graphql';
import { listWords } from '../../words/plain';

interface NeighboursProps {
  /** Code of the council whose neighbours are meant. */
  readonly of: string;
  readonly most: number;
  readonly onChoose: (codes: readonly string[]) => void;
}

/** The councils of the hub that the Department counts among a council's statistical neighbours; nothing where its list was not brought in. */
export function Neighbours({ of, most, onChoose }: NeighboursProps) {
  const councils = useData(NeighboursDocument, {}).data?.performanceBenchmarks.councils ?? [];
  const near = councils.find(({ agency }) => agency?.code === of)?.neighbours.flatMap(({ agency }) => (agency ? [agency] : [])) ?? [];
  if (near.length === 0) return null;
  return (
    <p className="govuk-body">
      Your statistical neighbours in this hub, the closest first: {listWords(near.map(({ name }) => name))}. <LinkButton onClick={() => onChoose([of, ...near.map(({ code }) => code)].slice(0, most))}>Compare with them</LinkButton>
    </p>
  );
}
