import { Table } from '../../components/table';
import type { FeePageQuery } from '../../gql/graphql';
import { dayWords, instantWords } from '../../words/dates';
import { eventWords, poundsWords, sumWords } from '../../words/fees';

export type FeeOfPage = NonNullable<FeePageQuery['fee']>;
type Event = FeeOfPage['events'][number];
type Note = FeeOfPage['notes'][number];

const whoWords = ({ person, agency }: Pick<Event, 'person' | 'agency'>): string => (person ? `${person.displayName}, ${agency?.name ?? ''}` : (agency?.name ?? ''));

function whatWords({ event, sum, invoiceNumber }: Event): string {
  return [eventWords(event), invoiceNumber, sum && poundsWords(sum)].filter(Boolean).join(', ');
}

/** What happened to each sum, and the words that go with it; then the words about the fee as a whole. */
export function FeeHistory({ fee: { events, notes, items } }: { fee: FeeOfPage }) {
  const own = notes.filter(({ itemId }) => !itemId);
  const wordsOf = ({ itemId, version }: Event): string => notes.find((note) => note.itemId === itemId && note.version === version)?.words ?? '';
  const named = ({ itemId }: Event): string => { const item = items.find(({ id }) => id === itemId); return item ? sumWords(item) : ''; };
  return (
    <>
      {events.length > 0 && (
        <Table caption="History" rows={events} keyOf={({ itemId, version }) => `${itemId} ${version}`} columns={[
          { title: 'What', names: true, cell: whatWords },
          { title: 'Of which sum', cell: named },
          { title: 'For the day', cell: ({ onDate }) => dayWords(onDate) },
          { title: 'By', cell: (event) => (event.event === 'FELL_DUE' ? 'The hub' : whoWords(event)) },
          { title: 'Recorded', cell: ({ at }) => instantWords(at) },
          { title: 'Words', cell: wordsOf },
        ]} />
      )}
      {own.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">Words about this fee</h2>
          <ul className="govuk-list hub-notices">{own.map((note) => <Words key={note.at} note={note} />)}</ul>
        </section>
      )}
    </>
  );
}

function Words({ note }: { note: Note }) {
  return (
    <li>
      <p className="govuk-body hub-secondary">{whoWords(note)}, {instantWords(note.at)}</p>
      <p className="govuk-body">{note.words ?? '(destroyed)'}</p>
    </li>
  );
}
