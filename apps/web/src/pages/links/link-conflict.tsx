import type { FieldDifference } from '../../app/problems';
import { Table } from '../../components/table';
import { linkFieldWords, linkValueWords } from '../../words/links';

/** Both versions side by side, for who came second. */
export function LinkConflict({ differences }: { differences: readonly FieldDifference[] }) {
  return (
    <section aria-labelledby="conflict-title">
      <h2 className="govuk-heading-m" id="conflict-title">What changed since you opened it</h2>
      <Table caption="Both versions" rows={differences} keyOf={({ field }) => field} columns={[
        { title: 'What', names: true, cell: ({ field }) => linkFieldWords(field) },
        { title: 'When you opened it', cell: ({ field, seen }) => linkValueWords(field, seen) },
        { title: 'Now', cell: ({ field, now }) => linkValueWords(field, now) },
      ]} />
    </section>
  );
}
