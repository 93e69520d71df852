import { Dots } from '../../components/dots';
import { SummaryList } from '../../components/summary-list';
import { Table } from '../../components/table';
import type { UnitViewPartsFragment } from '../../gql/graphql';
import { exactAgeWords, groupWords, heritageGroupsWords, regionWords, waitingWords } from '../../words/cards';
import { contactWords, inPolicyOrder, needWords } from '../../words/needs';

/** What every agency with an agreement may see, and what a released profile adds. */
export function CardDetails({ view: { card, profile, identified, record } }: { view: UnitViewPartsFragment }) {
  return (
    <section>
      {identified?.map((child, index) => (
        <section key={index}>
          <h2 className="govuk-heading-m">{child.firstName ?? 'First name not recorded'}</h2>
          <SummaryList rows={[{ label: 'Age', value: exactAgeWords(child) }, { label: 'Health', value: child.healthSummary }]} />
        </section>
      ))}
      <h2 className="govuk-heading-m">{record ? 'The card that others see' : 'The card'}</h2>
      <SummaryList rows={[
        { label: 'Who', value: groupWords(card) },
        { label: 'Waiting', value: waitingWords(card.waitingBand) },
        { label: 'Region', value: regionWords(card.regionBand) },
        { label: 'Early permanence', value: card.earlyPermanence ? 'Yes' : 'No' },
      ]} />
      <Table caption="Needs" rows={inPolicyOrder(card.needs)} keyOf={({ key }) => key} columns={[
        { title: 'Need', names: true, cell: ({ key }) => needWords(key) },
        { title: 'Level', cell: ({ level, upTo }) => <Dots level={level} upTo={upTo} of="need" /> },
      ]} />
      {profile && (
        <>
          <h2 className="govuk-heading-m">The profile</h2>
          {profile.about && <p className="govuk-body hub-about">{profile.about}</p>}
          <SummaryList rows={[
            { label: 'Heritage', value: heritageGroupsWords(profile.heritageGroups) },
            { label: 'Contact', value: contactWords(profile.contact) },
            { label: 'Progress', value: profile.progress },
          ]} />
        </>
      )}
    </section>
  );
}
