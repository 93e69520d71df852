import type { ReturnChild, ReturnHousehold } from '@hub/domain/performance/quarterly-return';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { openBirth } from '../children/child-records.queries';

interface ChildRow extends Omit<ReturnChild, 'dateOfBirth' | 'adopters'> {
  readonly id: string;
  readonly agencyId: string;
  readonly birthKey: Buffer;
  readonly birth: Buffer | null;
  readonly isOwn: boolean | null;
  readonly kind: NonNullable<ReturnChild['adopters']>['kind'] | null;
}

/** The own agency's children with a decision; no name is opened, and destroyed ones are left out. */
export async function returnChildren(tx: Tx, vault: Vault): Promise<ReturnChild[]> {
  const found = await rows<ChildRow>(tx, `
    select c.id, c.agency_id as "agencyId", c.reference, c.sex, c.ethnicity, c.disability, c.entered_care_on as "enteredCareOn", c.adm_decided_on as "admDecidedOn", c.early_permanence_placed_on as "earlyPermanencePlacedOn",
      case when c.authority_type is distinct from 'CONSENT' then c.authority_on end as "placementOrderOn", u.search_started_on as "familyFindingSince", c.matched_on as "matchedOn", c.placed_on as "placedOn",
      c.decision_reversed_on as "decisionReversedOn", c.reversal_reason as "reversalReason", c.disrupted_on as "disruptedOn", c.adopted_on as "adoptedOn", c.left_care_on as "leftCareOn",
      (select count(*)::int from hub.child s where s.unit_id = c.unit_id) as together,
      (select count(*)::int from hub.child s join hub.unit o on o.id = s.unit_id where o.agency_id = c.agency_id and o.id <> u.id and o.group_index = u.group_index) as apart,
      m.agency_id = c.agency_id as "isOwn", m.kind, b.wrapped_key as "birthKey", b.date_of_birth as birth
    from hub.child c join hub.unit u on u.id = c.unit_id join hub.child_birth b on b.child_id = c.id
    left join lateral (
      select a.id as agency_id, a.kind from hub.agency a where a.id = coalesce(
        (select p.household_agency_id from hub.placement_child pc join hub.placement p on p.id = pc.placement_id where pc.child_id = c.id order by p.decided_on desc limit 1),
        (select h.agency_id from hub.household h where h.id = c.matched_household_id))
    ) m on true
    where c.agency_id = (select hub.own_agency()) and c.adm_decided_on is not null order by c.adm_decided_on, c.reference`);
  return found.filter(({ agencyId, id }) => !vault.isDestroyed({ agencyId, rowId: id })).map(({ id, agencyId, birthKey, birth, isOwn, kind, ...child }) => ({
    ...child, dateOfBirth: openBirth(vault, agencyId, id, birthKey, birth), adopters: kind === null ? null : { isOwn: isOwn === true, kind },
  }));
}

/** The own agency's families, by their first day. */
export const returnHouseholds = (tx: Tx): Promise<ReturnHousehold[]> => rows(tx, `
  select reference, kind, early_permanence as "earlyPermanence", enquiry_on as "enquiryOn", roi_on as "roiOn", stage1_started_on as "stage1StartedOn", stage1_ended_on as "stage1EndedOn", stage2_started_on as "stage2StartedOn",
    approved_on as "approvedOn", matched_on as "matchedOn", placed_on as "placedOn", ao_on as "aoOn", left_on as "leftOn", left_reason as "leftReason"
  from hub.household where agency_id = (select hub.own_agency()) order by enquiry_on nulls last, reference`);
