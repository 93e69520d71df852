import { inPolicyOrder } from '@hub/domain/children/words';
import { householdIdentifiedRows, householdProfileRows, householdRows } from '@hub/domain/disclosure/shown-rows';
import { Dots } from '../../components/dots';
import { grantedPhoto, Photo } from '../../components/photo';
import { SummaryList } from '../../components/summary-list';
import { Table } from '../../components/table';
import type { HouseholdViewPartsFragment } from '../../gql/graphql';
import { listWords } from '../../words/plain';
import { needWords } from '../../words/needs';

interface CardProps {
  readonly view: HouseholdViewPartsFragment;
  /** Where the photo of the identified stage is; in a preview not where the viewer's own is. */
  readonly photoAt?: typeof grantedPhoto;
}

export function FamilyCard({ view: { reference, card, profile, identified, record }, photoAt = grantedPhoto }: CardProps) {
  return (
    <section>
      {identified && (
        <>
          <h2 className="govuk-heading-m">{identified.firstNames.length > 0 ? listWords(identified.firstNames) : 'First names not recorded'}</h2>
          {identified.photo && <Photo at={photoAt('household', reference, identified.photo)} of="the family" lent />}
          <SummaryList rows={householdIdentifiedRows(identified)} />
        </>
      )}
      <h2 className="govuk-heading-m">{record ? 'The card that others see' : 'The card'}</h2>
      <SummaryList rows={householdRows(card)} />
      <Table caption="What they would accept" rows={inPolicyOrder(card.offers)} keyOf={({ key }) => key} columns={[
        { title: 'Need', names: true, cell: ({ key }) => needWords(key) },
        { title: 'Up to', cell: ({ level }) => <Dots level={level} of="offer" /> },
      ]} />
      {profile && (
        <>
          <h2 className="govuk-heading-m">The profile</h2>
          {profile.about && <p className="govuk-body hub-about">{profile.about}</p>}
          <SummaryList rows={householdProfileRows(profile)} />
        </>
      )}
    </section>
  );
}
