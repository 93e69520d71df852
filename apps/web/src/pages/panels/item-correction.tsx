import type { Recommendation } from '@hub/domain/panels/items';
import { useOnce, type Done } from '../../app/data';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { Details } from '../../components/details';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { CorrectDecisionDocument, CorrectRecommendationDocument } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { RECOMMENDATION_OPTIONS } from '../../words/panels';
import type { ItemOfPage } from './item-of-page';

interface PutRightProps { readonly item: ItemOfPage; readonly onDone: Done }

/** What was recorded wrongly: the recommendation until the decision is made, then the day of the decision. */
export function PutRight({ item, onDone }: PutRightProps) {
  if (!item.mayCorrect) return null;
  return item.decidedOn ? <DecidedOn item={item} onDone={onDone} /> : <Recommended item={item} onDone={onDone} />;
}

const at = ({ reference, version }: ItemOfPage) => ({ item: reference, version });

function Recommended({ item, onDone }: PutRightProps) {
  const [correct] = useOnce(CorrectRecommendationDocument);
  const send = async (answers: FormReader) => {
    const recommendation = answers.mustText('rightRecommendation', 'Choose what the panel recommended') as Recommendation;
    const reasons = answers.mustText('rightReasons', 'Write the reasons');
    const why = answers.mustText('why', 'Say what was wrong, and why');
    if (answers.failed) return null;
    const outcome = await correct({ ...at(item), recommendation, reasons, why });
    if (outcome.ok) onDone(outcome, 'The recommendation is put right. Record when its minutes are final.');
    return outcome;
  };
  return (
    <Details summary="Put the recommendation right">
      <p className="govuk-body">Only where it was recorded wrongly. The minutes are final anew after it, and the decision maker and both sides are told.</p>
      <Form submit="Put it right" onSubmit={send} fieldOf={(path) => ({ recommendation: 'rightRecommendation', reasons: 'rightReasons' })[path] ?? path}>
        <Radios name="rightRecommendation" label="What did the panel recommend?" options={RECOMMENDATION_OPTIONS} />
        <TextArea name="rightReasons" label="Reasons of the panel, as they were" value={item.reasons} hint="Your agency alone reads them. They are sealed." />
        <TextArea name="why" label="What was wrong, and why?" hint="It stands in the item’s history." rows={3} />
      </Form>
    </Details>
  );
}

function DecidedOn({ item, onDone }: PutRightProps) {
  const [correct] = useOnce(CorrectDecisionDocument);
  const send = async (answers: FormReader) => {
    const onDate = answers.mustDate('rightDay', 'The right day');
    const why = answers.mustText('why', 'Say what was wrong, and why');
    if (answers.failed) return null;
    const outcome = await correct({ ...at(item), onDate, why });
    if (outcome.ok) onDone(outcome, 'The day of the decision is put right.');
    return outcome;
  };
  return (
    <Details summary="Put the day of the decision right">
      <p className="govuk-body">
        {item.decidedOn ? `Recorded is ${dayWords(item.decidedOn)}. ` : ''}{item.kind === 'MATCH' ? 'With it go the children’s records, the family’s and the placement.' : 'With it goes the family’s record.'} What was decided stays.
      </p>
      <Form submit="Put it right" onSubmit={send} fieldOf={(path) => (path === 'onDate' ? 'rightDay' : path)}>
        <DateField name="rightDay" label="On which day was it decided?" />
        <TextArea name="why" label="What was wrong, and why?" hint={item.kind === 'MATCH' && item.outcome === 'APPROVED' ? 'Both agencies read it on the placement. Write no names.' : 'It stands in the item’s history.'} rows={3} />
      </Form>
    </Details>
  );
}
