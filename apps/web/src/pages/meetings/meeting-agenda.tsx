import { groupWords } from '@hub/domain/children/spoken-card';
import { Link } from 'react-router';
import { useChange, useOnce, type Done, type Outcome } from '../../app/data';
import { useFocusBack } from '../../app/use-focus-back';
import { Band } from '../../components/band';
import { Button, LinkButton } from '../../components/button';
import { Details } from '../../components/details';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { rankWords } from '../../components/interval';
import { Tag } from '../../components/tag';
import { AddToAgendaDocument, LeaveOffAgendaDocument, MoveOnAgendaDocument, PinOnAgendaDocument, ProposeAgendaDocument } from '../../gql/graphql';
import { regionWords, waitingWords } from '../../words/cards';
import { agendaErrorWords, meetingOutcomeTone, meetingOutcomeWords } from '../../words/meetings';
import { count, lowerFirst } from '../../words/plain';
import type { ItemOfPage, MeetingOfPage, PairOfPage } from './meeting-of-page';

interface AgendaProps { readonly meeting: MeetingOfPage; readonly onDone: Done }

/** The agenda: proposed by the programme, changed by people as they like. */
export function MeetingAgenda({ meeting, onDone }: AgendaProps) {
  const { items, status, mayRecord } = meeting;
  const mayChange = mayRecord && (status === 'PLANNED' || status === 'LIVE');
  const [place, back] = useFocusBack<HTMLHeadingElement>();
  const doneHere = (outcome: Outcome<unknown>, words: string) => { back(); onDone(outcome, words); };
  return (
    <section>
      <h2 className="govuk-heading-m" ref={place} tabIndex={-1}>Agenda: {count(items.length, 'item', 'items')}</h2>
      <Proposal meeting={meeting} onDone={onDone} />
      {items.length === 0 && <p className="govuk-body">Nothing is on it yet.</p>}
      <ol className="govuk-list hub-selection">
        {items.map((item, at) => <li key={item.unitReference ?? `place ${item.position}`}><Item meeting={meeting} item={item} last={at === items.length - 1} mayChange={mayChange} onDone={doneHere} /></li>)}
      </ol>
      {mayChange && <Add meeting={meeting} onDone={onDone} />}
    </section>
  );
}

/** What the programme proposed, how good it is, and the wish for another. */
function Proposal({ meeting: { reference, version, agenda, mayPlan, status }, onDone }: AgendaProps) {
  const [propose] = useChange(ProposeAgendaDocument);
  const ask = async () => onDone(await propose({ input: { meeting: reference, version, idempotencyKey: crypto.randomUUID() } }), 'The agenda is being worked out.');
  return (
    <>
      <div role="status">
        {agenda.status === 'QUEUED' && <p className="govuk-body"><progress aria-label="The agenda is being worked out" /> The agenda is being worked out. You can leave this page: the work goes on.</p>}
        {agenda.status === 'READY' && agenda.account && <p className="govuk-body">{agenda.account} {agenda.run && <Link className="govuk-link" to={`/matching/${agenda.run}`}>The run it stands on</Link>}</p>}
        {agenda.status === 'FAILED' && <p className="govuk-body"><strong>No agenda is proposed.</strong> {agendaErrorWords(agenda.error)}</p>}
      </div>
      {mayPlan && status === 'PLANNED' && agenda.status !== 'QUEUED' && (
        <>
          <Button kind={agenda.status === 'READY' ? 'secondary' : 'primary'} onClick={() => void ask()}>{agenda.status === 'READY' ? 'Propose the agenda anew' : 'Propose the agenda'}</Button>
          {agenda.status === 'READY' && <p className="govuk-body-s">Pinned families stay; what you left off comes back if it is among the best.</p>}
        </>
      )}
    </>
  );
}

interface ItemProps extends AgendaProps { readonly item: ItemOfPage; readonly last: boolean; readonly mayChange: boolean }

function Item({ meeting, item, last, mayChange, onDone }: ItemProps) {
  const [move] = useChange(MoveOnAgendaDocument);
  const [leaveOff] = useChange(LeaveOffAgendaDocument);
  const [place, back] = useFocusBack<HTMLHeadingElement>();
  const { position, isShown, unitReference, unit, pairs, hiddenPairs, outcome } = item;
  const name = isShown ? (unitReference ?? '') : `item ${position}`;
  const said = { meeting: meeting.reference };
  const to = async (up: boolean) => {
    const outcome = await move({ input: { ...said, version: meeting.version, position, up, idempotencyKey: crypto.randomUUID() } });
    back();
    onDone(outcome, `${name} is moved ${up ? 'up' : 'down'}.`);
  };
  const off = async () => onDone(await leaveOff({ input: { ...said, unit: unitReference ?? '', idempotencyKey: crypto.randomUUID() } }), `${name} is left off.`);
  return (
    <section className="hub-box" aria-label={`${position}. ${name}`}>
      <h3 className="govuk-heading-s" ref={place} tabIndex={-1}>{position}. {unit ? <Link className="govuk-link" to={`/children/${unit.reference}`}>{unitReference}</Link> : isShown ? unitReference : 'Not shown to you'}</h3>
      {!isShown && <p className="govuk-body">This item is not shown to you. It keeps its place.</p>}
      {isShown && <p className="govuk-body">{unit ? `${groupWords(unit)}. Waiting ${lowerFirst(waitingWords(unit.waitingBand))}. ${regionWords(unit.regionBand)}.` : 'The card is not shown any more.'} {outcome && <Tag tone={meetingOutcomeTone(outcome)}>{meetingOutcomeWords(outcome)}</Tag>}</p>}
      <ul className="govuk-list">
        {pairs.map((pair) => <li key={pair.householdReference}><Pair meeting={meeting} unit={unitReference ?? ''} pair={pair} mayChange={mayChange} onDone={onDone} /></li>)}
        {hiddenPairs > 0 && <li>{count(hiddenPairs, 'family is', 'families are')} not shown to you</li>}
        {isShown && pairs.length + hiddenPairs === 0 && <li>No family yet</li>}
      </ul>
      {mayChange && (
        <p className="hub-selection__acts">
          {position > 1 && <LinkButton onClick={() => void to(true)}>Move up<span className="govuk-visually-hidden"> {name}</span></LinkButton>}{' '}
          {!last && <LinkButton onClick={() => void to(false)}>Move down<span className="govuk-visually-hidden"> {name}</span></LinkButton>}{' '}
          {isShown && item.status === 'WAITING' && outcome === null && <LinkButton onClick={() => void off()}>Leave off<span className="govuk-visually-hidden"> {name}</span></LinkButton>}
        </p>
      )}
    </section>
  );
}

interface PairProps extends AgendaProps { readonly unit: string; readonly pair: PairOfPage; readonly mayChange: boolean }

function Pair({ meeting: { reference }, unit, pair: { householdReference: household, band, rank, pinned, proposedBy, outcome }, mayChange, onDone }: PairProps) {
  const [pin] = useChange(PinOnAgendaDocument);
  const [leaveOff] = useChange(LeaveOffAgendaDocument);
  const said = { meeting: reference, unit, household };
  const change = async () => onDone(await pin({ input: { ...said, pinned: !pinned, idempotencyKey: crypto.randomUUID() } }), pinned ? `${household} is not pinned any more.` : `${household} is pinned beside ${unit}.`);
  const off = async () => onDone(await leaveOff({ input: { ...said, idempotencyKey: crypto.randomUUID() } }), `${household} is left off beside ${unit}.`);
  return (
    <span className="hub-acts">
      {band && <Band letter={band} />} <Link className="govuk-link" to={`/families/${household}`}>{household}</Link>
      <span className="hub-secondary">{rank !== null ? `rank ${rankWords(rank)}` : proposedBy === 'PERSON' ? 'put on by people' : ''}</span>
      {pinned && <Tag tone="blue">Pinned</Tag>} {outcome && <Tag tone={meetingOutcomeTone(outcome)}>{meetingOutcomeWords(outcome)}</Tag>}
      {mayChange && outcome === null && (
        <>
          <LinkButton onClick={() => void change()}>{pinned ? 'Unpin' : 'Pin'}<span className="govuk-visually-hidden"> {household} beside {unit}</span></LinkButton>
          <LinkButton onClick={() => void off()}>Leave off<span className="govuk-visually-hidden"> {household} beside {unit}</span></LinkButton>
        </>
      )}
    </span>
  );
}

function Add({ meeting: { reference }, onDone }: AgendaProps) {
  const [add] = useOnce(AddToAgendaDocument);
  const send = async (answers: FormReader) => {
    const unit = answers.mustText('unit', 'Enter the reference of the child or group').toUpperCase();
    const household = answers.text('household')?.toUpperCase() ?? null;
    if (answers.failed) return null;
    const outcome = await add({ meeting: reference, unit, household });
    if (outcome.ok) onDone(outcome, household ? `${household} stands beside ${unit}, pinned.` : `${unit} is on the agenda.`);
    return outcome;
  };
  return (
    <Details summary="Add a child or group, or a family beside one">
      <Form submit="Add to the agenda" onSubmit={send} clears>
        <TextField name="unit" label="Reference of the child or group" hint="Six letters and digits, such as AB12CD" width="medium" />
        <TextField name="household" label="Reference of a family to put beside it (optional)" hint="The child or group must be on the agenda first" width="medium" />
      </Form>
    </Details>
  );
}
