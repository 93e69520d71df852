import { levelRows } from '@hub/domain/disclosure/profile-sections';
import { householdRows, unitRows, type ShownRow } from '@hub/domain/disclosure/shown-rows';
import { SummaryList } from '../../components/summary-list';
import type { LinkOfPage } from './link-of-page';

/** Both sides' cards, as the viewer may see them now: folded away on the screen, whole on paper. */
export function LinkCards({ link: { unit, household, unitReference, householdReference } }: { link: LinkOfPage }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Both cards</h2>
      <Card reference={unitReference} rows={unit && [...unitRows(unit), ...levelRows(unit.needs)]} />
      <Card reference={householdReference} rows={household && [...householdRows(household), ...levelRows(household.offers)]} />
    </section>
  );
}

function Card({ reference, rows }: { reference: string; rows: readonly ShownRow[] | null | undefined }) {
  return (
    <>
      <h3 className="govuk-heading-s">{reference}</h3>
      {rows ? <details className="hub-fold"><summary>The card of {reference}</summary><SummaryList rows={rows} /></details> : <p className="govuk-body">The card is not shown to you now.</p>}
    </>
  );
}
