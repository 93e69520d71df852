import { PLACEMENT_ENDS } from '@hub/domain/placements/states';
import { useState } from 'react';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { LinkButton } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { PlacementsDocument, type PlacementFilter, type PlacementsQuery } from '../../gql/graphql';
import { count } from '../../words/plain';
import { PlacementTable } from './placement-table';

const VIEWS: readonly { readonly label: string; readonly filter: PlacementFilter }[] = [
  { label: 'All that are open', filter: {} },
  { label: 'In your name', filter: { mine: true } },
  { label: 'Before moving in', filter: { states: ['MATCHED', 'PLAN_AGREED', 'INTRODUCTIONS'] } },
  { label: 'Placed', filter: { states: ['PLACED'] } },
  { label: 'Ended', filter: { states: [...PLACEMENT_ENDS] } },
];

export default function Placements() {
  const [view, setView] = useState(0);
  const [before, setBefore] = useState<readonly string[]>([]);
  const found = useData(PlacementsDocument, { filter: VIEWS[view]?.filter ?? {}, first: 20, after: before.at(-1) });
  const choose = (at: number) => { setView(at); setBefore([]); };
  return (
    <PageBody>
      <DoneBanner />
      <Heading title="Placements" />
      <nav aria-label="Which placements">
        <ul className="govuk-list hub-inline">
          {VIEWS.map(({ label }, at) => <li key={label}>{at === view ? <strong aria-current="true">{label}</strong> : <LinkButton onClick={() => choose(at)}>{label}</LinkButton>}</li>)}
        </ul>
      </nav>
      <Await of={found} what="the placements">{(data) => <Found {...data} label={VIEWS[view]?.label ?? ''} before={before} onMove={setBefore} />}</Await>
    </PageBody>
  );
}

function Found({ placements, label, before, onMove }: PlacementsQuery & { label: string; before: readonly string[]; onMove: (before: readonly string[]) => void }) {
  return (
    <>
      <p className="govuk-body" role="status">{label}: {count(placements.totalCount, 'placement', 'placements')}.</p>
      {placements.edges.length > 0 ? <PlacementTable placements={placements.edges.map(({ node }) => node)} caption={label} />
        : <p className="govuk-body">None here. A placement begins when the agency decision maker of the child’s agency approves the match.</p>}
      <Pager label="Pages of placements" before={before} page={placements.pageInfo} onMove={onMove} />
    </>
  );
}
