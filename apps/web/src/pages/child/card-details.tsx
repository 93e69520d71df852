import { inPolicyOrder } from '@hub/domain/children/words';
import { childRows, unitProfileRows, unitRows } from '@hub/domain/disclosure/shown-rows';
import { Dots } from '../../components/dots';
import { grantedPhoto, Photo } from '../../components/photo';
import { SummaryList } from '../../components/summary-list';
import { Table } from '../../components/table';
import type { UnitViewPartsFragment } from '../../gql/graphql';
import { needWords } from '../../words/needs';

interface CardProps {
  readonly view: UnitViewPartsFragment;
  /** Where the photos of the identified stage are; in a preview not where the viewer's own are. */
  readonly photoAt?: typeof grantedPhoto;
}

/** What every agency with an agreement may see, and what a released profile and a grant add. */
export function CardDetails({ view: { reference, card, profile, identified, record }, photoAt = grantedPhoto }: CardProps) {
  return (
    <section>
      {identified?.map((child, index) => (
        <section key={index}>
          <h2 className="govuk-heading-m">{child.firstName ?? 'First name not recorded'}</h2>
          {child.photo && <Photo at={photoAt('unit', reference, child.photo)} of={identified.length > 1 ? `child ${index + 1} of ${identified.length}` : 'the child'} lent />}
          <SummaryList rows={childRows(child)} />
        </section>
      ))}
      <h2 className="govuk-heading-m">{record ? 'The card that others see' : 'The card'}</h2>
      <SummaryList rows={unitRows(card)} />
      <Table caption="Needs" rows={inPolicyOrder(card.needs)} keyOf={({ key }) => key} columns={[
        { title: 'Need', names: true, cell: ({ key }) => needWords(key) },
        { title: 'Level', cell: ({ level, upTo }) => <Dots level={level} upTo={upTo} of="need" /> },
      ]} />
      {profile && (
        <>
          <h2 className="govuk-heading-m">The profile</h2>
          {profile.about && <p className="govuk-body hub-about">{profile.about}</p>}
          <SummaryList rows={unitProfileRows(profile)} />
        </>
      )}
    </section>
  );
}
