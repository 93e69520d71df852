import { Link } from 'react-router';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { DriftQuery } from '../../gql/graphql';
import { waitingWords } from '../../words/cards';
import { dayWords, daysWords } from '../../words/dates';
import { delayTone, delayWords } from '../../words/drift';
import { linkStateWords } from '../../words/links';

type Row = DriftQuery['drift']['edges'][number]['node'];

export function Delays({ delays }: { delays: readonly string[] }) {
  return <>{delays.map((delay) => <Tag key={delay} tone={delayTone(delay)}>{delayWords(delay)}</Tag>)}</>;
}

function localWords({ localDays, widensOn }: Row): string {
  if (widensOn) return `${daysWords(localDays)}, until ${dayWords(widensOn)}`;
  return localDays === 0 ? 'none' : daysWords(localDays);
}

function Links({ row: { links, withoutLinkDays } }: { row: Row }) {
  if (links.length === 0) return <>Nobody acts{withoutLinkDays !== null && withoutLinkDays !== undefined && `: no link for ${daysWords(withoutLinkDays)}`}</>;
  return (
    <ul className="govuk-list">
      {links.map((link, at) => (
        <li key={link.link ?? at}>
          {link.link ? <Link className="govuk-link" to={`/links/${link.link}`}>{link.link}</Link> : null} {linkStateWords(link.state)}; {[...new Set(link.turns.map(({ agency }) => agency?.name ?? 'the other agency'))].join(' and ')}, {daysWords(link.idleDays)}
        </li>
      ))}
    </ul>
  );
}

/** How searches go, who waits longest first. */
export function DriftTable({ rows, withAgency }: { rows: readonly Row[]; withAgency: boolean }) {
  return (
    <Table caption="Searches, the longest waiting first" captionHidden rows={rows} keyOf={({ unit }) => unit} columns={[
      { title: 'Child or group', names: true, cell: ({ unit }) => <Link className="govuk-link" to={`/children/${unit}`}>{unit}</Link> },
      ...(withAgency ? [{ title: 'Council', cell: ({ agency }: Row) => agency.name }] : []),
      { title: 'Waiting', cell: ({ waitingBand }) => waitingWords(waitingBand) },
      { title: 'Searched locally only', cell: localWords },
      { title: 'Links, and whose move', cell: (row) => <Links row={row} /> },
      { title: 'Held up', cell: ({ delays, isPaused }) => (isPaused ? <Tag tone="grey">Paused</Tag> : <Delays delays={delays} />) },
    ]} />
  );
}
