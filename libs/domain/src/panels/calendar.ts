import { addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';

/** A time of more than a month without a panel. `to` is the panel that ends it; null where none is planned. */
export interface PanelGap {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/**
 * Where an agency's calendar has no panel for more than a calendar month (NMS 17: at least monthly), from the last one before today up to
 * a horizon; from today on where there was none. `days`: of panels in which the agency takes part, in any order, cancelled ones left out.
 */
export function panelGaps(days: readonly IsoDate[], today: IsoDate, horizon: IsoDate): readonly PanelGap[] {
  const sorted = [...new Set(days)].sort();
  const before = sorted.filter((day) => day <= today).at(-1) ?? today;
  const ahead = sorted.filter((day) => day > today && day <= horizon);
  const stops = [before, ...ahead];
  const between = stops.slice(1).flatMap((day, i): PanelGap[] => {
    const earlier = stops[i] ?? before;
    return day > addMonths(earlier, 1) ? [{ from: earlier, to: day }] : [];
  });
  const last = stops.at(-1) ?? before;
  return addMonths(last, 1) < horizon ? [...between, { from: last, to: sorted.find((day) => day > horizon) ?? null }] : between;
}

/** When a place of a panel begins, as hh:mm. Example: the third of places of 45 minutes from 09:30 on begins at 11:00. */
export function slotTime(startsAt: string, slotMinutes: number, slot: number): string {
  const [hours = 0, minutes = 0] = startsAt.split(':').map(Number);
  const at = hours * 60 + minutes + (slot - 1) * slotMinutes;
  return `${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}
