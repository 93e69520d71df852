import type { BankHolidays } from '../dates/bank-holidays';
import type { IsoDate } from '../dates/iso-date';
import { childClocks } from './child-clocks';
import type { Clock } from './clock';
import type { ClockFacts } from './facts';
import { householdClocks } from './household-clocks';
import { panelClocks, panelItemClocks } from './panel-clocks';
import { placementClocks } from './placement-clocks';

/**
 * What every rule of domain.md 2.2 and 2.3 says of one case on a day: due, overdue, paused and why, or done. Facts that are not
 * recorded bring no clock. Days later than `today` have not happened yet.
 */
export function clocksOf(facts: ClockFacts, holidays: BankHolidays, today: IsoDate): readonly Clock[] {
  switch (facts.kind) {
    case 'CHILD': return childClocks(facts, today);
    case 'PANEL_ITEM': return panelItemClocks(facts, holidays, today);
    case 'PANEL': return panelClocks(facts, today);
    case 'PLACEMENT': return placementClocks(facts, holidays, today);
    case 'HOUSEHOLD': return householdClocks(facts, holidays, today);
  }
}
