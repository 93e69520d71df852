import { Link, useNavigate } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { Radios } from '../../components/choices';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { Table } from '../../components/table';
import { CreateSelectionDocument, SelectionsPageDocument, type SelectionOf } from '../../gql/graphql';
import { momentWords } from '../../words/dates';
import { count } from '../../words/plain';
import { selectionWords } from '../../words/selections';

const START: { readonly before: readonly string[] } = { before: [] };

/** What people keep by hand out of a search. */
export default function Selections() {
  const may = useMay();
  const [{ before }, change] = usePlaceState(START);
  const list = useData(SelectionsPageDocument, { first: 20, after: before.at(-1) ?? null });
  return (
    <Await of={list} what="the selections">
      {({ selections }) => (
        <PageBody>
          <Heading title="Selections" />
          <p className="govuk-body">Children or families that people chose by hand. A shortlist is what a run found; a selection is what you keep of it, or of a search.</p>
          {selections.totalCount === 0 ? <p className="govuk-body">There is none yet.</p> : (
            <>
              <Table caption="Your selections and those of your agency" captionHidden rows={selections.edges.map(({ node }) => node)} keyOf={({ id }) => id} columns={[
                { title: 'Selection', names: true, cell: (one) => <Link className="govuk-link" to={`/selections/${one.id}`}>{selectionWords(one)}</Link> },
                { title: 'Holds', cell: ({ holds, size }) => (holds === 'UNIT' ? count(size, 'child or group', 'children and groups') : count(size, 'family', 'families')) },
                { title: 'Who reads it', cell: ({ shared }) => (shared ? 'Your agency' : 'You alone') },
                { title: 'Made by', cell: ({ owner }) => (owner.isViewer ? 'You' : owner.displayName) },
                { title: 'Last change', cell: ({ changedAt }) => momentWords(changedAt) },
              ]} />
              <Pager label="Pages of selections" before={before} page={selections.pageInfo} onMove={(next) => change({ before: next })} />
            </>
          )}
          {may('search.keep') && <NewSelection />}
        </PageBody>
      )}
    </Await>
  );
}

function NewSelection() {
  const [create] = useChange(CreateSelectionDocument);
  const navigate = useNavigate();
  const send = async (answers: FormReader) => {
    const holds = answers.mustText('holds', 'Say what it holds') as SelectionOf;
    const readers = answers.mustText('shared', 'Say who reads it');
    const [name, subject] = [answers.text('name'), answers.text('subject')?.toUpperCase() ?? null];
    if ((name === null) === (subject === null)) answers.fault('name', 'Enter either a name, or whom it is for');
    if (answers.failed) return null;
    const outcome = await create({ input: { holds, name, subject, shared: readers === 'agency' } });
    if (outcome.ok) void navigate(`/selections/${outcome.data.createSelection.id}`);
    return outcome;
  };
  return (
    <div className="hub-narrow">
      <h2 className="govuk-heading-m">Make a selection</h2>
      <Form submit="Make the selection" onSubmit={send}>
        <Radios name="holds" label="What does it hold?" inline small options={[{ value: 'HOUSEHOLD', label: 'Families' }, { value: 'UNIT', label: 'Children' }]} />
        <TextField name="subject" label="Whom is it for?" hint="The reference of a child, group or family of your agency. Leave it empty if it stands by itself." width="short" />
        <TextField name="name" label="Or: what is it called?" hint="Without anybody’s name, such as: For the June meeting." />
        <Radios name="shared" label="Who reads it, with its notes?" small value="me" options={[{ value: 'me', label: 'You alone' }, { value: 'agency', label: 'Everybody of your agency who looks for families' }]} />
      </Form>
    </div>
  );
}
