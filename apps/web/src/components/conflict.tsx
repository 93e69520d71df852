import type { FieldDifference } from '../app/problems';
import { Table } from './table';

interface ConflictProps {
  readonly differences: readonly FieldDifference[];
  readonly fieldWords: (field: string) => string;
  readonly valueWords: (field: string, value: string | null) => string;
}

/** Both versions side by side, for who came second; nothing where nothing changed. */
export function Conflict({ differences, fieldWords, valueWords }: ConflictProps) {
  if (differences.length === 0) return null;
  return (
    <section aria-labelledby="conflict-title">
      <h2 className="govuk-heading-m" id="conflict-title">What changed since you opened it</h2>
      <Table caption="Both versions" rows={differences} keyOf={({ field }) => field} columns={[
        { title: 'What', names: true, cell: ({ field }) => fieldWords(field) },
        { title: 'When you opened it', cell: ({ field, seen }) => valueWords(field, seen) },
        { title: 'Now', cell: ({ field, now }) => valueWords(field, now) },
      ]} />
    </section>
  );
}
