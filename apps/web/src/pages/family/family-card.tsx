import { Dots } from '../../components/dots';
import { SummaryList } from '../../components/summary-list';
import { Table } from '../../components/table';
import type { HouseholdViewPartsFragment } from '../../gql/graphql';
import { heritageGroupWords, preferenceWords, rangeWords, regionWords, roomWords, yesNoWords } from '../../words/cards';
import { listWords } from '../../words/plain';
import { inPolicyOrder, needWords } from '../../words/needs';

export function FamilyCard({ view: { card, profile, identified, record } }: { view: HouseholdViewPartsFragment }) {
  return (
    <section>
      {identified && (
        <>
          <h2 className="govuk-heading-m">{identified.firstNames.length > 0 ? listWords(identified.firstNames) : 'First names not recorded'}</h2>
          <SummaryList rows={[{ label: 'Summary of the report', value: identified.reportSummary }]} />
        </>
      )}
      <h2 className="govuk-heading-m">{record ? 'The card that others see' : 'The card'}</h2>
      <SummaryList rows={[
        { label: 'Approved for ages', value: rangeWords(card.approvedFromMonths, card.approvedToMonths) },
        { label: 'Room', value: roomWords(card.maxChildren) },
        { label: 'Would prefer', value: preferenceWords(card.sexPreference) },
        { label: 'Early permanence', value: yesNoWords(card.earlyPermanence) },
        { label: 'Region', value: regionWords(card.regionBand) },
      ]} />
      <Table caption="What they would accept" rows={inPolicyOrder(card.offers)} keyOf={({ key }) => key} columns={[
        { title: 'Need', names: true, cell: ({ key }) => needWords(key) },
        { title: 'Up to', cell: ({ level }) => <Dots level={level} of="offer" /> },
      ]} />
      {profile && (
        <>
          <h2 className="govuk-heading-m">The profile</h2>
          {profile.about && <p className="govuk-body hub-about">{profile.about}</p>}
          <SummaryList rows={[
            { label: 'Household', value: profile.householdType },
            { label: 'Experience', value: profile.experience },
            { label: 'Heritage', value: profile.heritageGroups.map(heritageGroupWords).join(', ') },
          ]} />
        </>
      )}
    </section>
  );
}
