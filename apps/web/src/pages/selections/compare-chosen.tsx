import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { Await } from '../../components/await';
import { NOTHING_COMPARED, type Compared } from '../../components/compare-choice';
import { PageBody } from '../../components/page-body';
import { CompareChildDocument, CompareChildrenDocument, CompareFamiliesDocument, CompareFamilyDocument } from '../../gql/graphql';
import { listWords } from '../../words/plain';
import { childRows, familyRows, type CompareRow } from './compare-rows';
import { CompareView } from './compare-view';

interface Chosen extends Compared { readonly differences: boolean }
interface PartProps { readonly place: Chosen; readonly onDifferences: (differences: boolean) => void }

/** Results of a search or a shortlist side by side. Whom, stands in the history entry: the address tells nothing. */
export default function CompareChosen() {
  const [place, change] = usePlaceState<Chosen>({ ...NOTHING_COMPARED, differences: false });
  const Part = place.holds === 'UNIT' ? Children : Families;
  const folder = place.holds === 'UNIT' ? { to: '/children', label: 'Children' } : { to: '/families', label: 'Families' };
  return (
    <PageBody back={place.subject ? { to: `${place.holds === 'UNIT' ? '/families' : '/children'}/${place.subject}`, label: place.subject } : folder}>
      <Heading title={place.subject ? `Compare for ${place.subject}` : 'Compare'} />
      {place.references.length === 0 ? <p className="govuk-body">Nobody is chosen. Tick up to four in a search or a shortlist, then compare them.</p> : <Part place={place} onDifferences={(differences) => change({ differences })} />}
    </PageBody>
  );
}

function Children({ place, onDifferences }: PartProps) {
  const { references, subject } = place;
  const found = useData(CompareChildrenDocument, { references: [...references] });
  const family = useData(CompareFamilyDocument, { reference: subject ?? '' }, { pause: !subject });
  return (
    <Await of={found} what="the comparison">
      {({ units, own }) => {
        const cards = inOrder(references, [...units.edges, ...own.edges].map(({ node }) => node));
        return <Shown place={place} onDifferences={onDifferences} folder="/children" rows={childRows(cards, family.data?.household?.card ?? null)} shown={cards.map(({ reference }) => reference)} />;
      }}
    </Await>
  );
}

function Families({ place, onDifferences }: PartProps) {
  const { references, subject } = place;
  const found = useData(CompareFamiliesDocument, { references: [...references] });
  const child = useData(CompareChildDocument, { reference: subject ?? '' }, { pause: !subject });
  return (
    <Await of={found} what="the comparison">
      {({ households, own }) => {
        const cards = inOrder(references, [...households.edges, ...own.edges].map(({ node }) => node));
        return <Shown place={place} onDifferences={onDifferences} folder="/families" rows={familyRows(cards, child.data?.unit?.card ?? null)} shown={cards.map(({ reference }) => reference)} />;
      }}
    </Await>
  );
}

function Shown({ place, onDifferences, folder, rows, shown }: PartProps & { folder: string; rows: readonly CompareRow[]; shown: readonly string[] }) {
  const gone = place.references.filter((reference) => !shown.includes(reference));
  return (
    <>
      {gone.length > 0 && <p className="govuk-inset-text">{listWords(gone)} {gone.length === 1 ? 'is' : 'are'} not shown any more.</p>}
      {shown.length > 0 && <CompareView rows={rows} references={shown} folder={folder} subject={place.subject} differences={place.differences} onDifferences={onDifferences} />}
    </>
  );
}

/** As they were chosen, each once. */
function inOrder<Card extends { readonly reference: string }>(references: readonly string[], cards: readonly Card[]): Card[] {
  return references.flatMap((reference) => cards.find((card) => card.reference === reference) ?? []);
}
