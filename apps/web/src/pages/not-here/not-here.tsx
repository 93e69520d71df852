import { Link, useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { Await } from '../../components/await';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { Table } from '../../components/table';
import { BlockedFamiliesDocument } from '../../gql/graphql';
import { regionWords } from '../../words/cards';
import { againstWords } from '../../words/rules';

const START = { before: [] as readonly string[] };

/** The families that a rule keeps off the list, each with the rules in words. */
export default function NotHere() {
  const { unit = '' } = useParams();
  const [{ before }, change] = usePlaceState(START);
  const list = useData(BlockedFamiliesDocument, { unit, first: 20, after: before.at(-1) ?? null });
  return (
    <Await of={list} what="the families">
      {({ shortlist }) => (
        <PageBody back={{ to: `/children/${unit}`, label: unit }}>
          <Heading title={`Families not listed for ${unit}`} />
          {!shortlist ? <p className="govuk-body">No run has looked at this record yet.</p> : (
            <>
              <p className="govuk-body-l">{shortlist.blocked === 0 ? 'No rule keeps any family off the list.' : `A rule keeps ${shortlist.blocked} ${shortlist.blocked === 1 ? 'family' : 'families'} off the list. People can still decide otherwise, with these reasons in view.`}</p>
              <Table caption="Families not listed" captionHidden rows={shortlist.blockedHouseholds.edges.map(({ node }) => node)} keyOf={({ household }) => household.reference} columns={[
                { title: 'Family', names: true, cell: ({ household }) => <><Link className="govuk-link" to={`/families/${household.reference}`}>{household.reference}</Link><span className="hub-table__under">{regionWords(household.regionBand)}</span></> },
                { title: 'What stands against it', cell: ({ blockers }) => <ul className="govuk-list hub-tight">{blockers.map((one) => <li key={one.rule}>{againstWords(one)}</li>)}</ul> },
                { title: 'Evidence', cell: ({ household }) => <Link className="govuk-link" to={`/children/${unit}/families/${household.reference}`}>Explain<span className="govuk-visually-hidden"> {household.reference}</span></Link> },
              ]} />
              <Pager label="Pages of families" before={before} page={shortlist.blockedHouseholds.pageInfo} onMove={(next) => change({ before: next })} />
            </>
          )}
        </PageBody>
      )}
    </Await>
  );
}
