import { DateField } from '../../components/date-field';
import { Checkboxes, Radios, YesNo } from '../../components/choices';
import { TextArea, TextField } from '../../components/fields';
import type { FormReader } from '../../components/form-reader';
import type { ChildFactsInput, ChildRecordPartsFragment } from '../../gql/graphql';
import { ETHNICITIES } from '../../words/cards';
import { CONTACT_OPTIONS } from '../../words/needs';

const HERITAGE = ETHNICITIES.filter(([code]) => code !== 'REFU' && code !== 'NOBT').map(([value, label]) => ({ value, label }));

export function MatchingFields({ child: { profile } }: { child: ChildRecordPartsFragment }) {
  return (
    <>
      <YesNo name="earlyPermanence" label="Is the plan early permanence?" value={profile.earlyPermanence} />
      <Radios name="contact" label="Contact that the child needs" options={CONTACT_OPTIONS} value={String(profile.contact ?? 'unknown')} small />
      <TextField name="homeArea" label="Home area" hint="The first half of a postcode, such as LE2" width="short" value={profile.homeArea} />
      <TextField name="avoidAreas" label="Areas to avoid" hint="First halves of postcodes, divided by commas. No other agency sees them." value={profile.avoidAreas?.join(', ')} />
      <Checkboxes name="heritage" label="Heritage" options={HERITAGE} values={profile.heritage ?? []} small />
      <TextField name="languages" label="Languages" hint="Two-letter codes divided by commas, such as en, ur" width="medium" value={profile.languages?.join(', ')} />
      <TextField name="religion" label="Religion" hint="“none” where the child has none; empty where nobody knows" width="medium" value={profile.religion} />
      <YesNo name="petsRisk" label="Is the child at risk with pets?" value={profile.petsRisk} />
      <DateField name="waitingSince" label="Waiting since" value={profile.waitingSince} />
      <TextArea name="about" label="About the child" hint="Others read it once the profile is released. Write no names, places or schools." value={profile.about} rows={8} />
    </>
  );
}

export function readMatching(answers: FormReader, { profile }: ChildRecordPartsFragment): ChildFactsInput {
  const heritage = answers.all('heritage');
  return {
    earlyPermanence: answers.yesNo('earlyPermanence'), contact: answers.level('contact'), homeArea: answers.text('homeArea')?.toUpperCase() ?? null,
    avoidAreas: answers.list('avoidAreas')?.map((area) => area.toUpperCase()) ?? (profile.avoidAreas?.length === 0 ? [] : null),
    heritage: sameSet(heritage, profile.heritage) ? profile.heritage : heritage,
    languages: answers.list('languages')?.map((code) => code.toLowerCase()) ?? (profile.languages?.length === 0 ? [] : null),
    religion: answers.text('religion'), petsRisk: answers.yesNo('petsRisk'), waitingSince: answers.date('waitingSince', 'Date of waiting since'), about: answers.text('about'),
  };
}

const sameSet = (ticked: readonly string[], recorded: readonly string[] | null | undefined): boolean =>
  [...ticked].sort().join() === [...(recorded ?? [])].sort().join();
