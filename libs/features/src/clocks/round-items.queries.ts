import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { childCases } from './child-cases.queries';
import { itemsOf, type ClockItem } from './clock-items';
import { enquiryCases } from './enquiry-cases.queries';
import { householdCases } from './household-cases.queries';
import { meetingCases, panelCases } from './panel-cases.queries';
import { placementCases } from './placement-cases.queries';

/** Under `notices.remind`: what is open in the cases of every agency. */
export async function roundItems(tx: Tx, vault: Vault, today: IsoDate): Promise<readonly ClockItem[]> {
  return [
    ...itemsOf('UNIT', await childCases(tx, vault), today), ...itemsOf('HOUSEHOLD', await householdCases(tx), today), ...itemsOf('ENQUIRY', await enquiryCases(tx), today),
    ...itemsOf('PANEL', await meetingCases(tx, today), today), ...itemsOf('PANEL_ITEM', await panelCases(tx), today), ...itemsOf('PLACEMENT', await placementCases(tx), today),
  ];
}
