import { changedLevels, LevelFields } from '../../components/level-fields';
import type { FormReader } from '../../components/form-reader';
import type { ChildFactsInput, ChildRecordPartsFragment } from '../../gql/graphql';
import { NEEDS } from '../../words/needs';

export function NeedsFields({ child: { profile } }: { child: ChildRecordPartsFragment }) {
  return (
    <>
      <p className="govuk-body">The same scale serves for a child’s need and for what a family would accept. “Not recorded” never counts as none.</p>
      <LevelFields levels={profile.needs} essential={profile.essential} />
    </>
  );
}

export function readNeeds(answers: FormReader, { profile }: ChildRecordPartsFragment): ChildFactsInput {
  const needs = changedLevels(answers, profile.needs);
  const ticked = new Set(answers.all('essential'));
  const known = NEEDS.map(([key]) => key);
  // The order of the record stays, so that an unchanged list is seen to be unchanged.
  const essential = [...profile.essential.filter((key) => ticked.has(key) || !known.includes(key)), ...known.filter((key) => ticked.has(key) && !profile.essential.includes(key))];
  return { ...(needs.length > 0 && { needs }), essential };
}
