import type { ChildDates, ChildState } from '@hub/domain/children/states';
import type { HouseholdDates, HouseholdState } from '@hub/domain/adopters/states';
import type { ChildRecordFacts, HouseholdRecordFacts } from '@hub/domain/performance/data-quality';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { HOUSEHOLD_DATE_COLUMNS, HOUSEHOLD_DATE_FIELDS } from '../adopters/household-records.queries';
import { DATES_SQL, toDates } from '../children/child-records.queries';

interface Kept<Facts> {
  /** Of the record that a person opens: of a child its group's. */
  readonly record: string;
  /** Of the child; of a household the same. */
  readonly reference: string;
  readonly facts: Facts;
}

interface ChildRow extends Record<keyof ChildDates, unknown> {
  readonly id: string;
  readonly record: string;
  readonly reference: string;
  readonly state: ChildState;
  readonly ethnicity: string | null;
  readonly disability: boolean | null;
}

/** The own agency's children, as row-level security and bars let the viewer meet them, without those whose records were destroyed. */
export async function childRecords(tx: Tx, vault: Vault, agencyId: string): Promise<readonly Kept<ChildRecordFacts>[]> {
  const found = await rows<ChildRow>(tx, `
    select c.id, u.reference as record, c.reference, c.state, c.ethnicity, c.disability, ${DATES_SQL} from hub.child c join hub.unit u on u.id = c.unit_id where c.agency_id = $1 order by c.reference`, [agencyId]);
  return found.filter(({ id }) => !vault.isDestroyed({ agencyId, rowId: id })).map((row) => ({
    record: row.record, reference: row.reference, facts: { ...toDates(row), state: row.state, ethnicity: row.ethnicity, disability: row.disability },
  }));
}

interface HouseholdRow extends HouseholdDates {
  readonly id: string;
  readonly reference: string;
  readonly state: HouseholdState;
}

export async function householdRecords(tx: Tx, vault: Vault, agencyId: string): Promise<readonly Kept<HouseholdRecordFacts>[]> {
  const found = await rows<HouseholdRow>(tx, `
    select h.id, h.reference, h.state, ${HOUSEHOLD_DATE_FIELDS.map((field) => `h.${HOUSEHOLD_DATE_COLUMNS[field]} as "${field}"`).join(', ')} from hub.household h where h.agency_id = $1 order by h.reference`, [agencyId]);
  return found.filter(({ id }) => !vault.isDestroyed({ agencyId, rowId: id })).map(({ reference, ...facts }) => ({ record: reference, reference, facts }));
}
