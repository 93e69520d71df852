import { useState } from 'react';
import { useData } from '../../app/data';
import { Await } from '../../components/await';
import { Pager } from '../../components/pager';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { EnquiriesPassedOnDocument, type EnquiriesPassedOnQuery } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { enquiryStateWords, enquiryWayWords } from '../../words/recruitment';

type PassedOnQuery = EnquiriesPassedOnQuery['enquiriesPassedOn'];

/** What became of enquiries that people here took for other agencies. */
export function PassedOn() {
  const [before, setBefore] = useState<readonly string[]>([]);
  const found = useData(EnquiriesPassedOnDocument, { first: 20, after: before.at(-1) });
  return (
    <Await of={found} what="what was passed on">
      {({ enquiriesPassedOn: passed }) => (
        <section>
          <h2 className="govuk-heading-m">Passed on to other agencies</h2>
          <p className="govuk-body">What people here took for others in the last twelve months: where it is, and nothing of who they are.</p>
          {passed.totalCount === 0 ? <p className="govuk-body">Nothing was passed on.</p> : <Counts agencies={passed.agencies} />}
          {passed.edges.length > 0 && <Rows rows={passed.edges.map(({ node }) => node)} />}
          <Pager label="Pages of enquiries" before={before} page={passed.pageInfo} onMove={setBefore} />
        </section>
      )}
    </Await>
  );
}

function Counts({ agencies }: Pick<PassedOnQuery, 'agencies'>) {
  return (
    <Table caption="By agency" rows={agencies} keyOf={({ agency }) => agency.code} columns={[
      { title: 'Agency', names: true, cell: ({ agency }) => agency.name },
      { title: 'Waiting', numeric: true, cell: ({ waiting, late }) => (late === 0 ? waiting : `${waiting}, ${late} late`) },
      { title: 'Taken up', numeric: true, cell: ({ takenUp }) => takenUp },
      { title: 'Handed on', numeric: true, cell: ({ handedOn }) => handedOn },
      { title: 'Closed', numeric: true, cell: ({ closed }) => closed },
    ]} />
  );
}

function Rows({ rows }: { rows: readonly PassedOnQuery['edges'][number]['node'][] }) {
  return (
    <Table caption="The newest first" rows={rows} keyOf={({ reference }) => reference} columns={[
      { title: 'Enquiry', names: true, cell: ({ reference }) => reference },
      { title: 'With', cell: ({ agency, district }) => [agency?.name ?? 'not known', district].filter(Boolean).join(', ') },
      { title: 'Received', cell: ({ receivedOn, how }) => `${dayWords(receivedOn)}, ${enquiryWayWords(how)}` },
      { title: 'Stands at', cell: ({ state, endedOn, dueOn, isLate }) => (endedOn ? `${enquiryStateWords(state)} on ${dayWords(endedOn)}` : <>{enquiryStateWords(state)}{dueOn && `, answer by ${dayWords(dueOn)}`} {isLate && <Tag tone="red">Late</Tag>}</>) },
      { title: 'Information pack', cell: ({ informedOn, informationDueOn, isInformationLate, endedOn }) => (informedOn ? `sent on ${dayWords(informedOn)}` : endedOn ? 'not recorded' : <>{informationDueOn ? `by ${dayWords(informationDueOn)}` : 'not sent yet'} {isInformationLate && <Tag tone="red">Late</Tag>}</>) },
    ]} />
  );
}
