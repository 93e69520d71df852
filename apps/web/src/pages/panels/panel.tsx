import { Link, useParams } from 'react-router';
import { useChange, useData, useDone, type Done } from '../../app/data';
import { BackLink } from '../../app/navigation';
import { problem as problemFor } from '../../app/problems';
import { Await, ProblemNote, ProblemPage } from '../../components/await';
import { DoneBanner, Success } from '../../components/banner';
import { LinkButton } from '../../components/button';
import { Download } from '../../components/download';
import { IdentityBar } from '../../components/identity-bar';
import { SummaryList } from '../../components/summary-list';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { ConfirmPanelItemDocument, PanelPageDocument, type PanelItemPartsFragment } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { caseWords, itemKindWords, standingTone, standingWords } from '../../words/panels';
import { listWords } from '../../words/plain';
import type { PanelOfPage } from './panel-of-page';
import { PanelSeats } from './panel-seats';

export default function PanelPage() {
  const { panel = '' } = useParams();
  const found = useData(PanelPageDocument, { reference: panel });
  return <Await of={found} what="the panel">{(data) => (data.panel ? <Whole panel={data.panel} refresh={found.refresh} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}</Await>;
}

function Whole({ panel, refresh }: { panel: PanelOfPage; refresh: () => Promise<void> }) {
  const { said, problem, done } = useDone(refresh);
  const { reference, meetsOn, startsAt, status, agency } = panel;
  return (
    <>
      <IdentityBar title={`Panel of ${agency.name}`} end={status === 'CANCELLED' ? <Tag tone="red">Cancelled</Tag> : null}><span>{dayWords(meetsOn)}, {startsAt}</span></IdentityBar>
      <div className="hub-width hub-page">
        <BackLink to="/panels">Panels</BackLink>
        <DoneBanner />
        {problem ? <ProblemNote problem={problem} /> : said && <Success key={said}>{said}</Success>}
        <Facts panel={panel} />
        <Agenda panel={panel} onDone={done} />
        <PanelSeats panel={panel} onDone={done} />
        <p className="govuk-body hub-links"><LinkButton onClick={() => window.print()}>Print</LinkButton></p>
        <Download label="Download the agenda as PDF" path={`/packs/panel/${reference}`} />
      </div>
    </>
  );
}

function Facts({ panel }: { panel: PanelOfPage }) {
  const { reference, place, papersDueOn, parts, slotCount, slotMinutes, status, mayPlan, places } = panel;
  return (
    <section>
      <h2 className="govuk-heading-m">The panel</h2>
      <SummaryList rows={[
        { label: 'Papers due', value: dayWords(papersDueOn) }, { label: 'Place', value: place }, { label: 'Places', value: `${slotCount} of ${slotMinutes} minutes` },
        ...(parts.length > 0 ? [{ label: 'Joint with', value: listWords(parts.map(({ name }) => name)) }] : []),
      ]} />
      {mayPlan && status === 'PLANNED' && (
        <p className="govuk-body hub-links"><Link className="govuk-link" to={`/panels/${reference}/change`}>Change the panel</Link> {places.every((one) => one.status !== 'HEARD') && <Link className="govuk-link" to={`/panels/${reference}/cancel`}>Cancel the panel</Link>}</p>
      )}
    </section>
  );
}

/** Each place with what stands on it, as far as it is shown here. */
function Agenda({ panel, onDone }: { panel: PanelOfPage; onDone: Done }) {
  const [confirm] = useChange(ConfirmPanelItemDocument);
  const say = async ({ reference, version }: PanelItemPartsFragment) => onDone(await confirm({ input: { item: reference, version, idempotencyKey: crypto.randomUUID() } }), 'The place is confirmed.');
  const rows = panel.places.map((place) => ({ ...place, item: panel.items.find(({ slot }) => slot === place.slot) }));
  return (
    <section>
      <h2 className="govuk-heading-m">Agenda</h2>
      <Table caption="Agenda of the panel" captionHidden rows={rows} keyOf={({ slot }) => String(slot)} columns={[
        { title: 'Time', names: true, cell: ({ time }) => time },
        { title: 'Item', cell: ({ item, status }) => (item ? <Link className="govuk-link" to={`/panels/items/${item.reference}`}>{itemKindWords(item.kind)}: {caseWords(item)}</Link> : status === 'FREE' ? 'Free' : 'Taken by another agency') },
        { title: 'Agency', cell: ({ item }) => item?.agency.name ?? '' },
        { title: 'Papers', cell: ({ item }) => (item ? (item.papersInOn ? `In since ${dayWords(item.papersInOn)}` : 'Not in yet') : '') },
        { title: 'Stands at', cell: ({ item }) => (item ? <Tag tone={standingTone(item)}>{standingWords(item)}</Tag> : '') },
        ...(panel.mayPlan ? [{ title: 'Change', cell: ({ item }: (typeof rows)[number]) => (item?.status === 'PROVISIONAL' ? <LinkButton onClick={() => void say(item)}>Confirm<span className="govuk-visually-hidden"> {item.reference}</span></LinkButton> : '') }] : []),
      ]} />
    </section>
  );
}
