import { Radios, YesNo } from '../../components/choices';
import { TextField } from '../../components/fields';
import type { FormReader } from '../../components/form-reader';
import type { HouseholdCardPartsFragment, HouseholdFactsInput } from '../../gql/graphql';

export const PREFERENCES = [{ value: 'any', label: 'Either' }, { value: 'F', label: 'A girl' }, { value: 'M', label: 'A boy' }, { value: '', label: 'Not recorded' }];

const MOST_YEARS = 18;
const yearsOf = (months: number | null | undefined): string => (months === null || months === undefined ? '' : String(Math.round((months / 12) * 100) / 100));

export function ApprovalFields({ view: { card } }: { view: { card: Pick<HouseholdCardPartsFragment, 'approvedFromMonths' | 'approvedToMonths' | 'maxChildren' | 'sexPreference' | 'earlyPermanence'> } }) {
  return (
    <>
      <p className="govuk-body">The approved range is advice: a year’s stretch beyond it is listed as such, and people can still decide otherwise.</p>
      <TextField name="ageMinMonths" label="Approved from age" hint="In years, such as 0 or 1.5" width="short" inputMode="text" value={yearsOf(card.approvedFromMonths)} />
      <TextField name="ageMaxMonths" label="Approved to age" hint="In years" width="short" inputMode="text" value={yearsOf(card.approvedToMonths)} />
      <TextField name="maxChildren" label="Room for how many children?" width="short" inputMode="numeric" value={card.maxChildren} />
      <Radios name="sexPreference" label="Would they prefer a girl or a boy?" options={PREFERENCES} value={card.sexPreference ?? ''} small inline />
      <YesNo name="earlyPermanence" label="Are they approved for early permanence?" value={card.earlyPermanence} />
    </>
  );
}

function months(answers: FormReader, field: string, name: string): number | null {
  const text = answers.text(field);
  if (text === null) return null;
  const value = Math.round(Number(text.replace(',', '.')) * 12);
  if (Number.isFinite(value) && value >= 0 && value <= MOST_YEARS * 12) return value;
  answers.fault(field, `${name} must be a number of years from 0 to ${MOST_YEARS}`);
  return null;
}

export function readApproval(answers: FormReader): HouseholdFactsInput {
  const ageMinMonths = months(answers, 'ageMinMonths', 'Approved from age');
  const ageMaxMonths = months(answers, 'ageMaxMonths', 'Approved to age');
  if (!answers.failed && (ageMinMonths === null) !== (ageMaxMonths === null)) answers.fault(ageMinMonths === null ? 'ageMinMonths' : 'ageMaxMonths', 'Enter both ages, or neither');
  if (ageMinMonths !== null && ageMaxMonths !== null && ageMinMonths > ageMaxMonths) answers.fault('ageMaxMonths', 'Approved to age must not be below the age it starts from');
  return {
    ageMinMonths, ageMaxMonths, maxChildren: answers.number('maxChildren', 'Room', { min: 1, max: 9 }),
    sexPreference: answers.text('sexPreference'), earlyPermanence: answers.yesNo('earlyPermanence'),
  };
}
