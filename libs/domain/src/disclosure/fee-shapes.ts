import { bothAt, listOf, plain, type Shapes } from './shape';

/** What the API tells of inter-agency fees: sums, days and a placement's reference, to the two agencies of the placement alone. */
export const FEE_SHAPES: Shapes = {
  Fee: bothAt('S0', 'reference version side payer payee movedInOn movedInCorrectedTo children provider basis isDue isLondon amount charged plan source rateAgency items events notes monthsWithoutRate mayRecord'),
  FeeItem: bothAt('S0', 'id placement side other trigger number dueOn amount paid outstanding state disputedBy invoiceNumber invoicedOn lastPaidOn steps version'),
  FeeEvent: bothAt('S0', 'itemId version side event onDate sum invoiceNumber agency person at'),
  FeeNote: bothAt('S0', 'itemId version words agency person at'),
  FeeStatement: bothAt('S0', 'lines totals'),
  FeeStatementLine: bothAt('S0', 'side other placement trigger number dueOn amount invoiceNumber invoicedOn opening due invoiced paid waived closing'),
  FeeStatementTotal: plain('side other opening due invoiced paid waived closing'),
  FeeItemStanding: plain('id state version'),
  FeeTable: plain('rates partnerships london'),
  FeeRate: plain('kind provider children from until amount plan source enteredBy at'),
  FeePartnership: plain('id name terms startsOn endsOn agencies version'),
  ...listOf('FeeItem'),
};
