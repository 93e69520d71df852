import { rankWords } from '../../components/interval';
import type { ContributionPartsFragment, ExplainPairQuery } from '../../gql/graphql';
import { NotRecorded } from '../../components/summary-list';
import { ageBandsWords } from '../../words/cards';
import { familyWords } from '../../words/outcomes';
import { Fit } from './fit';

type Candidate = NonNullable<NonNullable<ExplainPairQuery['explanation']>['candidate']>;

/** Every other criterion, and the sum: the rank holds nothing that is not in these two tables. */
export function ElseTable({ members, candidate }: { members: string; candidate: Candidate }) {
  const rows = candidate.contributions.filter(({ criterion }) => !criterion.startsWith('need:'));
  return (
    <section className="hub-evidence">
      <h2 className="govuk-heading-m">Everything else</h2>
      <table className="govuk-table hub-table">
        <caption className="govuk-visually-hidden">Everything else that counts</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {['What counts', members, 'Family', 'Outcome'].map((title) => <th key={title} scope="col" className="govuk-table__header">{title}</th>)}
            <th scope="col" className="govuk-table__header govuk-table__header--numeric">Points</th>
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map((row) => <Row key={row.criterion} row={row} members={members} />)}
        </tbody>
        <tfoot>
          <tr className="govuk-table__row hub-sum">
            <th scope="row" colSpan={4} className="govuk-table__header">Sum: the rank, nothing else in it</th>
            <td className="govuk-table__cell govuk-table__cell--numeric">{rankWords(candidate.rank)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Row({ row, members }: { row: ContributionPartsFragment; members: string }) {
  const label = (title: string) => <span className="hub-table__label" aria-hidden="true">{title}</span>;
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header hub-table__name">{row.label}</th>
      <td className={`govuk-table__cell${row.unitValue === null ? ' hub-table__empty' : ''}`}>{label(members)}<span>{row.criterion === 'age' && row.unitValue ? ageBandsWords(row.unitValue) : row.unitValue}</span></td>
      <td className="govuk-table__cell">{label('Family')}<span>{familyWords(row.criterion, row.householdValue, row.fit) ?? <NotRecorded />}</span></td>
      <td className="govuk-table__cell">{label('Outcome')}<Fit of={row.fit} known={row.fit !== null} /></td>
      <td className="govuk-table__cell govuk-table__cell--numeric">{label('Points')}<span>{row.points.toFixed(2)}</span></td>
    </tr>
  );
}
