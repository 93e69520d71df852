import { useData } from '../../app/data';
import { useMay } from '../../app/viewer';
import { AwaitPart } from '../../components/await';
import { LinksDocument } from '../../gql/graphql';
import { LinkTable } from './link-table';

type OfSubject = { readonly unit: string } | { readonly household: string };

/** The open links of one child or family, on its page. */
export function LinksOf({ filter }: { filter: OfSubject }) {
  return useMay()('links.read') ? <Open filter={filter} /> : null;
}

function Open({ filter }: { filter: OfSubject }) {
  const found = useData(LinksDocument, { filter, first: 50 });
  return (
    <section>
      <h2 className="govuk-heading-m">Open links</h2>
      <AwaitPart of={found} what="the links">
        {({ links }) => (links.edges.length > 0 ? <LinkTable links={links.edges.map(({ node }) => node)} caption="Open links" /> : <p className="govuk-body">None. Interest is expressed from a shortlist, a search or the evidence of a pair.</p>)}
      </AwaitPart>
    </section>
  );
}
