import type { ReportChild, ReportFacts } from '@hub/domain/performance/report-figures';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { HOUSEHOLD_DATE_COLUMNS } from '../adopters/household-records.queries';
import { openBirth } from '../children/child-records.queries';

interface ChildRow extends Omit<ReportChild, 'dateOfBirth' | 'council'> {
  readonly agencyId: string;
  readonly birthKey: Buffer;
  readonly birth: Buffer | null;
}

const DATES = ['enquiryOn', 'roiOn', 'stage1StartedOn', 'stage1EndedOn', 'stage2StartedOn', 'approvedOn', 'matchedOn', 'leftOn'] as const;

/** The own agency's children and families, dates and codes alone: no name is opened. Destroyed children do not count. */
export async function reportFacts(tx: Tx, vault: Vault): Promise<ReportFacts> {
  const children = await rows<ChildRow>(tx, `
    select c.id as child, c.agency_id as "agencyId", c.unit_id as unit, c.sex, c.ethnicity, c.disability, c.entered_care_on as "enteredCareOn", c.adm_decided_on as "admDecidedOn",
      case when c.authority_type is distinct from 'CONSENT' then c.authority_on end as "placementOrderOn", c.matched_on as "matchedOn", c.placed_on as "placedOn", c.adopted_on as "adoptedOn",
      c.decision_reversed_on as "decisionReversedOn", c.reversal_reason as "reversalReason", c.early_permanence_placed_on as "fosteredByAdoptersFrom", c.disrupted_on as "disruptedOn", c.left_care_on as "leftCareOn",
      b.wrapped_key as "birthKey", b.date_of_birth as birth
    from hub.child c join hub.child_birth b on b.child_id = c.id where c.agency_id = (select hub.own_agency())`);
  const households = await rows<ReportFacts['households'][number]>(tx, `
    select ${DATES.map((field) => `${HOUSEHOLD_DATE_COLUMNS[field]} as "${field}"`).join(', ')} from hub.household where agency_id = (select hub.own_agency())`);
  const known = children.filter(({ agencyId, child }) => !vault.isDestroyed({ agencyId, rowId: child }));
  return { children: known.map(({ agencyId, birthKey, birth, ...child }) => ({ ...child, council: null, dateOfBirth: openBirth(vault, agencyId, child.child, birthKey, birth) })), households };
}
