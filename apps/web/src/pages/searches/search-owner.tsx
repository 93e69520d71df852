import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useChange, useSaid } from '../../app/data';
import type { Problem } from '../../app/problems';
import { ProblemNote } from '../../components/await';
import { Success } from '../../components/banner';
import { Button } from '../../components/button';
import { Radios } from '../../components/choices';
import { Details } from '../../components/details';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { ChangeSavedSearchDocument, EndSavedSearchDocument, type SearchPartsFragment, type SearchTells } from '../../gql/graphql';
import { READERS_OPTIONS, TELLS_OPTIONS } from '../../words/searches';

/** What its owner does with a saved search. */
export function SearchOwner({ search: { id, name, tells, shared, paused }, refresh }: { search: SearchPartsFragment; refresh: () => Promise<void> }) {
  const [change] = useChange(ChangeSavedSearchDocument);
  const [end] = useChange(EndSavedSearchDocument);
  const navigate = useNavigate();
  const [said, say] = useSaid(refresh);
  const [problem, setProblem] = useState<Problem | null>(null);
  const pause = async () => {
    const outcome = await change({ input: { id, paused: !paused } });
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) say(paused ? 'The search is looked at again.' : 'The search is paused. It tells you nothing until you resume it.');
  };
  const send = async (answers: FormReader) => {
    const input = { id, name: answers.mustText('name', 'Enter what the search is called'), tells: answers.mustText('tells', 'Say when you want to be told') as SearchTells, shared: answers.mustText('shared', 'Say who reads it') === 'agency' };
    if (answers.failed) return null;
    const outcome = await change({ input });
    if (outcome.ok) say('The search is changed.');
    return outcome;
  };
  const stop = async () => {
    const outcome = await end({ id });
    if (outcome.ok) void navigate('/searches', { state: { done: 'The saved search is ended.' } });
    else setProblem(outcome.problem);
  };
  return (
    <>
      {said && <Success key={said}>{said}</Success>}
      {problem && <ProblemNote problem={problem} />}
      <Button kind="secondary" onClick={() => void pause()}>{paused ? 'Resume this search' : 'Pause this search'}</Button>
      <Details summary="Change its name, when it tells you, or who reads it">
        <div className="hub-narrow">
          <Form submit="Save the change" onSubmit={send}>
            <TextField name="name" label="What is it called?" value={name} />
            <Radios name="tells" label="When do you want to be told of new results?" small value={tells} options={TELLS_OPTIONS} />
            <Radios name="shared" label="Who reads it?" small value={shared ? 'agency' : 'me'} options={READERS_OPTIONS} />
          </Form>
        </div>
      </Details>
      <Details summary="End this search">
        <p className="govuk-body">It goes away {shared ? 'for everybody who reads it' : 'for good'}. Who it found stays where they are.</p>
        <Button kind="warning" onClick={() => void stop()}>End the search</Button>
      </Details>
    </>
  );
}
