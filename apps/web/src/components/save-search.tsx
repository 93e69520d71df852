import { useNavigate } from 'react-router';
import { useChange } from '../app/data';
import { useMay } from '../app/viewer';
import { SaveSearchDocument, type SaveSearchInput, type SearchTells } from '../gql/graphql';
import { READERS_OPTIONS, TELLS_OPTIONS } from '../words/searches';
import { Radios } from './choices';
import { Details } from './details';
import { TextField } from './fields';
import { Form } from './form';
import type { FormReader } from './form-reader';

/** Keeps the filter of the page, to be told of what it newly finds. */
export function SaveSearch(filter: Pick<SaveSearchInput, 'units' | 'households'>) {
  const may = useMay()('search.keep');
  const [save] = useChange(SaveSearchDocument);
  const navigate = useNavigate();
  if (!may) return null;
  const send = async (answers: FormReader) => {
    const name = answers.mustText('name', 'Enter what the search is called');
    const tells = answers.mustText('tells', 'Say when you want to be told') as SearchTells;
    const shared = answers.mustText('shared', 'Say who reads it') === 'agency';
    if (answers.failed) return null;
    const outcome = await save({ input: { name, tells, shared, ...filter } });
    if (outcome.ok) void navigate(`/searches/${outcome.data.saveSearch.id}`, { state: { done: 'The search is saved. You are told of who is new from now on.' } });
    return outcome;
  };
  return (
    <Details summary="Save this search">
      <div className="hub-narrow">
        <Form submit="Save the search" onSubmit={send}>
          <TextField name="name" label="What is it called?" hint="Without anybody’s name, such as: Under fives who wait long." />
          <Radios name="tells" label="When do you want to be told of new results?" small value="DAILY" options={TELLS_OPTIONS} />
          <Radios name="shared" label="Who reads it?" small value="me" options={READERS_OPTIONS} />
        </Form>
      </div>
    </Details>
  );
}
