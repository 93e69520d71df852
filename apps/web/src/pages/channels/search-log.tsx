import { rangeWords } from '@hub/domain/adopters/spoken-card';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { useMay } from '../../app/viewer';
import { AwaitPart } from '../../components/await';
import { ButtonLink } from '../../components/button';
import { Table } from '../../components/table';
import { SearchLogDocument, type SearchLogQuery, type UnitRecordPartsFragment } from '../../gql/graphql';
import { channelWords, outsideOutcomeWords, resultWords } from '../../words/channels';
import { dayWords } from '../../words/dates';
import { plain } from '../../words/plain';

type Log = NonNullable<SearchLogQuery['searchLog']>;

interface Happened {
  readonly key: string;
  readonly on: string;
  readonly what: string;
  readonly more: string;
}

/** The search as it went, the latest first: its own days, where it went beyond the region, and whom it reached. */
function timelineOf({ localSearch, searchClocks }: UnitRecordPartsFragment, { channels, households }: Log): Happened[] {
  const by = (person: { displayName: string } | null | undefined): string => (person ? `recorded by ${person.displayName}` : '');
  return [
    ...(localSearch.startedOn ? [{ key: 'start', on: localSearch.startedOn, what: 'Family finding began', more: '' }] : []),
    ...(localSearch.widensOn && localSearch.widensOn !== localSearch.startedOn ? [{ key: 'widens', on: localSearch.widensOn, what: 'The region sees it', more: '' }] : []),
    ...(searchClocks?.pauses ?? []).map(({ from, to, cause }) => ({ key: `pause ${from}`, on: from, what: `Paused${to ? ` until ${dayWords(to)}` : ''}`, more: cause ? plain(cause) : '' })),
    ...channels.map(({ id, kind, startedOn, endedOn, result, agency, words, person }) => ({
      key: id, on: startedOn, what: `${channelWords(kind)}${agency ? `: ${agency.name}` : ''}${endedOn ? `, until ${dayWords(endedOn)}` : ', goes on'}`, more: [result && resultWords(result), words, by(person)].filter(Boolean).join(' · '),
    })),
    ...households.map(({ id, onDate, agency, outcome, words, person }) => ({ key: id, on: onDate, what: `A family of ${agency?.name ?? 'an agency outside'}: ${outsideOutcomeWords(outcome).toLowerCase()}`, more: [words, by(person)].filter(Boolean).join(' · ') })),
  ].sort((a, b) => (a.on < b.on ? 1 : -1));
}

export function SearchLog({ reference, record }: { reference: string; record: UnitRecordPartsFragment }) {
  const found = useData(SearchLogDocument, { unit: reference });
  const may = useMay();
  const records = may('channels.record');
  return (
    <section aria-labelledby="beyond">
      <h2 className="govuk-heading-m" id="beyond">Search beyond the region</h2>
      <AwaitPart of={found} what="the search beyond the region">
        {({ searchLog: log }) => log && (
          <>
            <Channels at={`/children/${reference}`} channels={log.channels} mayChange={records} />
            <Families at={`/children/${reference}`} households={log.households} mayChange={records} />
            <Table caption="The search so far, the latest first" rows={timelineOf(record, log)} keyOf={({ key }) => key} columns={[
              { title: 'Day', cell: ({ on }) => dayWords(on) }, { title: 'What', names: true, cell: ({ what }) => what }, { title: 'More', cell: ({ more }) => more },
            ]} />
          </>
        )}
      </AwaitPart>
      {records && (
        <div className="govuk-button-group">
          <ButtonLink to={`/children/${reference}/channels/new`} kind="secondary">Record where the search went</ButtonLink>
          <ButtonLink to={`/children/${reference}/outside-families/new`} kind="secondary">Record a family outside the region</ButtonLink>
        </div>
      )}
    </section>
  );
}

function Channels({ at, channels, mayChange }: { at: string; channels: Log['channels']; mayChange: boolean }) {
  if (channels.length === 0) return <p className="govuk-body">The search has not gone beyond the region.</p>;
  return (
    <Table caption="Where the search went" rows={channels} keyOf={({ id }) => id} columns={[
      { title: 'Where', names: true, cell: ({ kind, agency }) => `${channelWords(kind)}${agency ? `: ${agency.name}` : ''}` },
      { title: 'From', cell: ({ startedOn }) => dayWords(startedOn) },
      { title: 'Until', cell: ({ endedOn }) => (endedOn ? dayWords(endedOn) : 'goes on') },
      { title: 'Result', cell: ({ result }) => (result ? resultWords(result) : 'none yet') },
      { title: 'In words', cell: ({ words }) => words ?? '' },
      ...(mayChange ? [{ title: 'Change', cell: ({ id, kind, startedOn }: Log['channels'][number]) => <Link className="govuk-link" to={`${at}/channels/${id}`}>Change<span className="govuk-visually-hidden"> {channelWords(kind)} of {dayWords(startedOn)}</span></Link> }] : []),
    ]} />
  );
}

function Families({ at, households, mayChange }: { at: string; households: Log['households']; mayChange: boolean }) {
  if (households.length === 0) return null;
  return (
    <Table caption="Families outside the region" rows={households} keyOf={({ id }) => id} columns={[
      { title: 'Their reference', names: true, cell: ({ givenReference }) => givenReference ?? 'not kept' },
      { title: 'Agency', cell: ({ agency }) => agency?.name ?? '' },
      { title: 'Approved for', cell: ({ maxChildren, ageMinMonths, ageMaxMonths }) => [maxChildren && `up to ${maxChildren}`, rangeWords(ageMinMonths, ageMaxMonths)].filter(Boolean).join(', ') || 'not known' },
      { title: 'Day', cell: ({ onDate }) => dayWords(onDate) },
      { title: 'Outcome', cell: ({ outcome }) => outsideOutcomeWords(outcome) },
      { title: 'In words', cell: ({ words }) => words ?? '' },
      ...(mayChange ? [{ title: 'Change', cell: ({ id, givenReference }: Log['households'][number]) => <Link className="govuk-link" to={`${at}/outside-families/${id}`}>Change<span className="govuk-visually-hidden"> {givenReference}</span></Link> }] : []),
    ]} />
  );
}
