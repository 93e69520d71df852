import { changedLevels, LevelFields } from '../../components/level-fields';
import type { FormReader } from '../../components/form-reader';
import type { HouseholdFactsInput, HouseholdViewPartsFragment } from '../../gql/graphql';

export function OffersFields({ view: { card } }: { view: HouseholdViewPartsFragment }) {
  return (
    <>
      <p className="govuk-body">For each need, the most that the family would accept. “Not recorded” never counts as none.</p>
      <LevelFields levels={card.offers} />
    </>
  );
}

export function readOffers(answers: FormReader, { card }: HouseholdViewPartsFragment): HouseholdFactsInput {
  const offers = changedLevels(answers, card.offers);
  return offers.length > 0 ? { offers } : {};
}
