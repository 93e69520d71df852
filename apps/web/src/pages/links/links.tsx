import { EXITS } from '@hub/domain/links/states';
import { useState } from 'react';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { LinkButton } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { LinksDocument, type LinkFilter, type LinksQuery } from '../../gql/graphql';
import { count } from '../../words/plain';
import { LinkTable } from './link-table';

const VIEWS: readonly { readonly label: string; readonly filter: LinkFilter }[] = [
  { label: 'Your agency’s move', filter: { move: 'OURS' as LinkFilter['move'] } },
  { label: 'The other side’s move', filter: { move: 'THEIRS' as LinkFilter['move'] } },
  { label: 'In your name', filter: { mine: true } },
  { label: 'All that are open', filter: {} },
  { label: 'Ended', filter: { states: [...EXITS] } },
];

export default function Links() {
  const [view, setView] = useState(3);
  const [before, setBefore] = useState<readonly string[]>([]);
  const found = useData(LinksDocument, { filter: VIEWS[view]?.filter ?? {}, first: 20, after: before.at(-1) });
  const choose = (at: number) => { setView(at); setBefore([]); };
  return (
    <PageBody>
      <DoneBanner />
      <Heading title="Links" />
      <nav aria-label="Which links">
        <ul className="govuk-list hub-inline">
          {VIEWS.map(({ label }, at) => <li key={label}>{at === view ? <strong aria-current="true">{label}</strong> : <LinkButton onClick={() => choose(at)}>{label}</LinkButton>}</li>)}
        </ul>
      </nav>
      <Await of={found} what="the links">{(data) => <Found {...data} label={VIEWS[view]?.label ?? ''} before={before} onMove={setBefore} />}</Await>
    </PageBody>
  );
}

function Found({ links, linkCaps, label, before, onMove }: LinksQuery & { label: string; before: readonly string[]; onMove: (before: readonly string[]) => void }) {
  const may = useMay();
  return (
    <>
      <p className="govuk-body" role="status">{label}: {count(links.totalCount, 'link', 'links')}.</p>
      {links.edges.length > 0 ? <LinkTable links={links.edges.map(({ node }) => node)} caption={label} />
        : <p className="govuk-body">None here. Interest is expressed from a shortlist, a search or the evidence of a pair: begin with <Link className="govuk-link" to="/children">children</Link> or <Link className="govuk-link" to="/families">families</Link>.</p>}
      <Pager label="Pages of links" before={before} page={links.pageInfo} onMove={onMove} />
      <p className="govuk-body-s">
        At most {linkCaps.perUnit} of a child or group, and {linkCaps.perHousehold} of a family, are open at once.
        {may('linkCaps.set') && <> <Link className="govuk-link" to="/links/caps">Change how many</Link></>}
      </p>
    </>
  );
}
