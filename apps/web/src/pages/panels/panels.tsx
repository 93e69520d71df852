import { addMonths } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { useState } from 'react';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { AwaitPart } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { ButtonLink } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { PanelCalendarDocument, type PanelCalendarQuery, type PanelSummaryPartsFragment } from '../../gql/graphql';
import { dayWords, todayInLondon } from '../../words/dates';
import { count, listWords } from '../../words/plain';

const MONTHS = 6;
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthWords = (day: string): string => MONTH.format(new Date(`${day.slice(0, 7)}-01T00:00:00Z`));

/** The region's panels by month, from last month on, and where there is none for too long. */
export default function Panels() {
  const today = isoDate(todayInLondon());
  const [agency, setAgency] = useState('');
  const found = useData(PanelCalendarDocument, { from: addMonths(today, -1), to: addMonths(today, MONTHS), agency: agency || null });
  return (
    <PageBody>
      <DoneBanner />
      <Heading title="Panels" />
      <p className="govuk-body">Adoption panels of the region. A panel of the child’s agency, or a joint one, considers a match; a family’s own agency’s panel considers its approval. <Link className="govuk-link" to="/panels/members">Who sits at panels</Link></p>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="agency">Panels in which this agency takes part</label>
        <select id="agency" className="govuk-select" value={agency} onChange={(event) => setAgency(event.target.value)}>
          <option value="">Every agency</option>
          {found.data?.agencies.filter(({ kind }) => kind === 'COUNCIL' || kind === 'VOLUNTARY').map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
        </select>
      </div>
      <AwaitPart of={found} what="the calendar">{({ panels }) => <Calendar calendar={panels} />}</AwaitPart>
    </PageBody>
  );
}

function Calendar({ calendar: { panels, gaps, mayPlan } }: { calendar: PanelCalendarQuery['panels'] }) {
  const months = [...new Set(panels.map(({ meetsOn }) => meetsOn.slice(0, 7)))];
  return (
    <>
      {mayPlan && <ButtonLink to="/panels/new">Plan a panel</ButtonLink>}
      {gaps.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">More than a month without a panel</h2>
          <ul className="govuk-list govuk-list--bullet">
            {gaps.map(({ agency, from, to }) => <li key={`${agency.code} ${from}`}>{agency.name}: {to ? `none between ${dayWords(from)} and ${dayWords(to)}` : `none planned after ${dayWords(from)}`}</li>)}
          </ul>
        </section>
      )}
      {months.length === 0 && <p className="govuk-body">No panel is planned in this time.</p>}
      {months.map((month) => (
        <section key={month}>
          <h2 className="govuk-heading-m">{monthWords(month)}</h2>
          <PanelTable panels={panels.filter(({ meetsOn }) => meetsOn.startsWith(month))} caption={`Panels in ${monthWords(month)}`} />
        </section>
      ))}
    </>
  );
}

const freeWords = ({ places, status }: PanelSummaryPartsFragment): string => {
  if (status === 'CANCELLED') return '';
  const free = places.filter((place) => place.status === 'FREE').length;
  return `${free} of ${count(places.length, 'place', 'places')} free`;
};

function PanelTable({ panels, caption }: { panels: readonly PanelSummaryPartsFragment[]; caption: string }) {
  return (
    <Table caption={caption} captionHidden rows={panels} keyOf={({ reference }) => reference} columns={[
      { title: 'Day', names: true, cell: ({ reference, meetsOn, startsAt }) => <><Link className="govuk-link" to={`/panels/${reference}`}>{dayWords(meetsOn)}, {startsAt}</Link><span className="hub-table__under">{reference}</span></> },
      { title: 'Panel of', cell: ({ agency, parts }) => <>{agency.name}{parts.length > 0 && <span className="hub-table__under">Joint with {listWords(parts.map(({ name }) => name))}</span>}</> },
      { title: 'Papers due', cell: ({ papersDueOn }) => dayWords(papersDueOn) },
      { title: 'Places', cell: freeWords },
      { title: 'Stands at', cell: ({ status, takesPart }) => (status === 'CANCELLED' ? <Tag tone="red">Cancelled</Tag> : takesPart ? <Tag tone="green">Yours</Tag> : <Tag>Planned</Tag>) },
    ]} />
  );
}
