import { rangeWords, roomWords } from '@hub/domain/adopters/spoken-card';
import { groupWords } from '@hub/domain/children/spoken-card';
import { Link } from 'react-router';
import { useChange, type Outcome } from '../../app/data';
import { LinkButton } from '../../components/button';
import { Details } from '../../components/details';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import { needsInShort } from '../../components/unit-table';
import { MoveInSelectionDocument, NoteInSelectionDocument, RemoveFromSelectionDocument, type WholeSelectionFragment } from '../../gql/graphql';
import { householdStageWords, regionWords, waitingWords } from '../../words/cards';
import { dayWords } from '../../words/dates';
import { lowerFirst, upperFirst } from '../../words/plain';

type Entry = WholeSelectionFragment['entries'][number];

interface EntryBoxProps {
  readonly selection: string;
  readonly entry: Entry;
  readonly place: number;
  readonly last: boolean;
  readonly may: boolean;
  readonly onDone: (outcome: Outcome<unknown>, words: string) => void;
}

/** The card in a line. */
function inShort({ unit, household }: Entry): string {
  if (unit) return `${groupWords(unit)}. Highest needs: ${lowerFirst(needsInShort(unit))}. Waiting ${lowerFirst(waitingWords(unit.waitingBand))}. ${regionWords(unit.regionBand)}.`;
  if (household) {
    const { approvedFromMonths, approvedToMonths, maxChildren, stage, regionBand } = household;
    return `${householdStageWords(stage)}. For ${rangeWords(approvedFromMonths, approvedToMonths) ?? 'ages not recorded'}, ${roomWords(maxChildren) ?? 'room not recorded'}. ${regionWords(regionBand)}.`;
  }
  return 'Who was kept here has left the pool, or may not be seen by you now. Nothing is shown of them.';
}

export function EntryBox({ selection, entry, place, last, may, onDone }: EntryBoxProps) {
  const [move] = useChange(MoveInSelectionDocument);
  const [remove] = useChange(RemoveFromSelectionDocument);
  const [write] = useChange(NoteInSelectionDocument);
  const card = entry.unit ?? entry.household;
  const name = card?.reference ?? 'Not shown any more';
  const whom = card?.reference ?? `the entry in place ${place}`;
  const ids = { id: selection, entry: entry.id };
  const to = async (up: boolean) => onDone(await move({ ...ids, up }), `${upperFirst(whom)} is moved ${up ? 'up' : 'down'}.`);
  return (
    <section className="hub-box" aria-label={`${place}. ${name}`}>
      <h2 className="govuk-heading-s">{place}. {card ? <Link className="govuk-link" to={`${entry.unit ? '/children' : '/families'}/${card.reference}`}>{card.reference}</Link> : name}</h2>
      <p className="govuk-body">{inShort(entry)}</p>
      {entry.note !== null && entry.note !== undefined && <p className="govuk-inset-text">{entry.note}</p>}
      <p className="govuk-body-s">Kept by {entry.keptBy.displayName}, {dayWords(entry.keptAt.slice(0, 10))}</p>
      {may && (
        <p className="hub-selection__acts">
          {place > 1 && <LinkButton onClick={() => void to(true)}>Move up<span className="govuk-visually-hidden"> {whom}</span></LinkButton>}{' '}
          {!last && <LinkButton onClick={() => void to(false)}>Move down<span className="govuk-visually-hidden"> {whom}</span></LinkButton>}{' '}
          <LinkButton onClick={() => void remove(ids).then((outcome) => onDone(outcome, `${upperFirst(whom)} is removed, with the note.`))}>Remove<span className="govuk-visually-hidden"> {whom}</span></LinkButton>
        </p>
      )}
      {may && card && (
        <Details summary={`Note on ${card.reference}`}>
          <Form key={entry.note} submit="Save the note" onSubmit={async (answers) => {
            const outcome = await write({ ...ids, note: answers.text(`note-${entry.id}`) ?? '' });
            onDone(outcome, `The note on ${card.reference} is saved.`);
            return outcome;
          }}>
            <TextArea name={`note-${entry.id}`} label={`Note on ${card.reference}`} value={entry.note} rows={3} />
          </Form>
        </Details>
      )}
    </section>
  );
}
