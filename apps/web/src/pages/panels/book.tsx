import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useData, useOnce, type Outcome } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { Radios } from '../../components/choices';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { BookPanelDocument, MovePanelItemDocument, PanelItemPageDocument, PanelsToBookDocument, type PanelSummaryPartsFragment } from '../../gql/graphql';
import { dayWords, todayInLondon } from '../../words/dates';

interface PlaceProps {
  readonly title: string;
  readonly submit: string;
  readonly back: { readonly to: string; readonly label: string };
  readonly onChoose: (place: { panel: string; slot: number }) => Promise<Outcome<unknown>>;
}

/** Panels to come of the own agency with their free places; one is chosen. */
function ChoosePlace({ title, submit, back, onChoose }: PlaceProps) {
  const found = useData(PanelsToBookDocument, {});
  const [late, setLate] = useState(false);
  const send = async (answers: FormReader): Promise<Outcome<unknown> | null> => {
    const [panel = '', slot = ''] = answers.mustText('place', 'Choose a place').split(' ');
    if (answers.failed) return null;
    const outcome = await onChoose({ panel, slot: Number(slot) });
    if (!outcome.ok) void found.refresh();
    return outcome;
  };
  return (
    <PageBody narrow back={back}>
      <Heading title={title} />
      <Await of={found} what="panels to come">
        {({ panelsToBook }) => {
          const shown = late ? panelsToBook : panelsToBook.filter(({ papersDueOn }) => papersDueOn >= todayInLondon());
          return (
            <>
              <p className="govuk-body">Panels in which your agency takes part. The place is provisional until the panel’s adviser confirms it. {!late && shown.length < panelsToBook.length && <button type="button" className="hub-link-button" onClick={() => setLate(true)}>Show panels for which papers were due already</button>}</p>
              {shown.length === 0 ? <p className="govuk-body">No panel to come has a place free. <Link className="govuk-link" to="/panels">The calendar</Link></p>
                : <Form submit={submit} onSubmit={send} onReload={() => void found.refresh()}><Radios name="place" label="Which place?" options={shown.flatMap(placesOf)} small /></Form>}
            </>
          );
        }}
      </Await>
    </PageBody>
  );
}

const placesOf = ({ reference, meetsOn, agency, papersDueOn, places }: PanelSummaryPartsFragment) =>
  places.filter(({ status }) => status === 'FREE').map(({ slot, time }) => ({ value: `${reference} ${slot}`, label: `${dayWords(meetsOn)}, ${time}: ${agency.name}`, hint: `Papers due ${dayWords(papersDueOn)}` }));

export function BookLink() {
  const { link = '' } = useParams();
  const navigate = useNavigate();
  const [book] = useOnce(BookPanelDocument);
  const back = { to: `/links/${link}`, label: `Link ${link}` };
  return (
    <ChoosePlace title="Book a panel for the match" submit="Book this place" back={back} onChoose={async (place) => {
      const outcome = await book({ link, ...place });
      if (outcome.ok) void navigate(back.to, { state: { done: 'The panel is booked, provisionally.' } });
      return outcome;
    }} />
  );
}

export function BookFamily() {
  const { family = '' } = useParams();
  const navigate = useNavigate();
  const [book] = useOnce(BookPanelDocument);
  return (
    <ChoosePlace title="Book a panel for the approval" submit="Book this place" back={{ to: `/families/${family}`, label: `Family ${family}` }} onChoose={async (place) => {
      const outcome = await book({ household: family, ...place });
      if (outcome.ok) void navigate(`/panels/items/${outcome.data.bookPanel.reference}`, { state: { done: 'The panel is booked, provisionally.' } });
      return outcome;
    }} />
  );
}

export function MoveItem() {
  const { item = '' } = useParams();
  const navigate = useNavigate();
  const found = useData(PanelItemPageDocument, { reference: item });
  const [move] = useOnce(MovePanelItemDocument);
  const back = { to: `/panels/items/${item}`, label: `Item ${item}` };
  return (
    <Await of={found} what="the item">
      {({ panelItem }) => (panelItem ? (
        <ChoosePlace title="Move to another place" submit="Move it there" back={back} onChoose={async (place) => {
          const outcome = await move({ item, version: panelItem.version, ...place });
          if (outcome.ok) void navigate(back.to, { state: { done: 'It is moved, provisionally.' } });
          return outcome;
        }} />
      ) : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}
