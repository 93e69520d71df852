import { Checkboxes, Radios, YesNo } from '../../components/choices';
import { TextField } from '../../components/fields';
import type { FormReader } from '../../components/form-reader';
import type { HouseholdFactsInput, HouseholdViewPartsFragment } from '../../gql/graphql';
import { ETHNICITIES } from '../../words/cards';
import { CONTACT_OPTIONS } from '../../words/needs';

const HERITAGE = ETHNICITIES.filter(([code]) => code !== 'REFU' && code !== 'NOBT').map(([value, label]) => ({ value, label }));
const BIRTH_MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export function FamilyMatchingFields({ view: { record } }: { view: HouseholdViewPartsFragment }) {
  if (!record) return null;
  return (
    <>
      <TextField name="area" label="Area" hint="The first half of their postcode, such as LE2" width="short" value={record.area} />
      <Radios name="contact" label="The most contact they would support" options={CONTACT_OPTIONS} value={String(record.contact ?? 'unknown')} small />
      <Checkboxes name="heritage" label="Heritage" options={HERITAGE} values={record.heritage ?? []} small />
      <TextField name="languages" label="Languages" hint="Two-letter codes divided by commas, such as en, ur" width="medium" value={record.languages?.join(', ')} />
      <TextField name="religion" label="Religion" hint="“none” where they have none; empty where nobody knows" width="medium" value={record.religion} />
      <TextField name="childrenAtHome" label="Children at home" hint="Year and month of birth of each, such as 2015-04, divided by commas; “none” where there are none; empty where nobody knows"
        value={record.childrenAtHome ? record.childrenAtHome.join(', ') || 'none' : ''} />
      <YesNo name="pets" label="Do they have pets?" value={record.pets} />
      <YesNo name="smokers" label="Does anyone smoke?" value={record.smokers} />
    </>
  );
}

function readChildren(answers: FormReader): string[] | null {
  const given = answers.list('childrenAtHome');
  if (given?.length === 1 && given[0].toLowerCase() === 'none') return [];
  if (given?.some((month) => !BIRTH_MONTH.test(month))) answers.fault('childrenAtHome', 'Children at home must be years and months, such as 2015-04');
  return given;
}

export function readFamilyMatching(answers: FormReader, { record }: HouseholdViewPartsFragment): HouseholdFactsInput {
  const heritage = answers.all('heritage');
  const unchanged = [...heritage].sort().join() === [...(record?.heritage ?? [])].sort().join();
  return {
    area: answers.text('area')?.toUpperCase() ?? null, contact: answers.level('contact'), heritage: unchanged ? record?.heritage ?? null : heritage,
    languages: answers.list('languages')?.map((code) => code.toLowerCase()) ?? (record?.languages?.length === 0 ? [] : null),
    religion: answers.text('religion'), childrenAtHome: readChildren(answers), pets: answers.yesNo('pets'), smokers: answers.yesNo('smokers'),
  };
}
