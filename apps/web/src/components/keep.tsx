import { useId, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useChange, useData } from '../app/data';
import type { Problem } from '../app/problems';
import { useMay } from '../app/viewer';
import { KeepChoicesDocument, KeepInSelectionDocument, type SelectionOf } from '../gql/graphql';
import { selectionWords } from '../words/selections';
import { ProblemNote } from './await';
import { LinkButton } from './button';

interface Keep {
  /** In which selection, and what became of the last that was kept. */
  readonly chooser: ReactNode;
  /** Keeps one of the results; none where there is no selection to keep it in. */
  readonly button?: (reference: string) => ReactNode;
}

/** Keeping results in a selection, the last changed one unless another is chosen. Null for who may not. */
export function useKeep(holds: SelectionOf): Keep | null {
  const may = useMay()('search.keep');
  const id = useId();
  const choices = useData(KeepChoicesDocument, { holds }, { pause: !may });
  const [keep] = useChange(KeepInSelectionDocument);
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!may || !choices.data) return null;
  const all = choices.data.selections.edges.map(({ node }) => node);
  const into = all.find((one) => one.id === chosen) ?? all[0];
  if (!into) return { chooser: <p className="govuk-body-s">To keep results in a list, <Link className="govuk-link" to="/selections">make a selection</Link>.</p> };
  const add = async (reference: string) => {
    const outcome = await keep({ id: into.id, references: [reference] });
    setProblem(outcome.ok ? null : outcome.problem);
    setSaid(outcome.ok ? `${reference} is kept in “${selectionWords(into)}”.` : '');
  };
  return {
    chooser: (
      <div className="hub-keep">
        <label className="govuk-label" htmlFor={id}>Keep results in</label>
        <select id={id} className="govuk-select" value={into.id} onChange={(event) => setChosen(event.target.value)}>
          {all.map((one) => <option key={one.id} value={one.id}>{selectionWords(one)}</option>)}
        </select>
        {' '}<Link className="govuk-link" to={`/selections/${into.id}`}>Open this selection</Link>
        <p className="govuk-body-s" role="status">{said}</p>
        {problem && <ProblemNote problem={problem} />}
      </div>
    ),
    button: (reference) => <LinkButton onClick={() => void add(reference)}>Keep<span className="govuk-visually-hidden"> {reference}</span></LinkButton>,
  };
}
