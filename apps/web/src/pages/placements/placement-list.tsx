import { useData } from '../../app/data';
import { useMay } from '../../app/viewer';
import { AwaitPart } from '../../components/await';
import { PlacementsDocument } from '../../gql/graphql';
import { PlacementTable } from './placement-table';

type OfSubject = { readonly unit: string } | { readonly household: string };

/** The live placement of a child or family, on its page; nothing where there is none. */
export function PlacementsOf({ filter }: { filter: OfSubject }) {
  return useMay()('placements.read') ? <Open filter={filter} /> : null;
}

function Open({ filter }: { filter: OfSubject }) {
  const found = useData(PlacementsDocument, { filter, first: 10 });
  return (
    <AwaitPart of={found} what="the placement">
      {({ placements }) => (placements.edges.length === 0 ? null : (
        <section>
          <h2 className="govuk-heading-m">Placement</h2>
          <PlacementTable placements={placements.edges.map(({ node }) => node)} caption="Placement" />
        </section>
      ))}
    </AwaitPart>
  );
}
