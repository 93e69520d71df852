import { ENGLAND_AND_WALES } from '@hub/domain/dates/bank-holidays';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { slotTime } from '@hub/domain/panels/calendar';
import { decisionDueOn } from '@hub/domain/panels/clocks';
import type { Tx } from '@hub/database/tx';
import { agenciesNamed, type AgencySummary } from '../agencies/agencies.queries';
import type { ItemRow } from './items.queries';
import type { PanelItemSummary, PanelPlace, PanelSummary } from './panel-view';
import { takenPlaces, type PanelRow, type TakenPlace } from './panels.queries';

/** Agencies by id; a row names none that the register does not know. */
export async function agencyOf(tx: Tx, ids: readonly string[]): Promise<(id: string) => AgencySummary> {
  const found = await agenciesNamed(tx, ids);
  return (id) => {
    const agency = found.get(id);
    if (!agency) throw new Error('A panel of an agency that is not in the register.');
    return agency;
  };
}

/** Two statements, however many panels. */
export async function summariesOfPanels(tx: Tx, actor: Actor, panels: readonly PanelRow[]): Promise<PanelSummary[]> {
  const agency = await agencyOf(tx, panels.flatMap(({ agencyId, partIds }) => [agencyId, ...partIds]));
  const taken = await takenPlaces(tx, panels.map(({ id }) => id));
  return panels.map((panel) => {
    const { id, agencyId, partIds, reference, meetsOn, startsAt, slotCount, slotMinutes, place, papersDueOn, status, version } = panel;
    const isHost = agencyId === actor.agencyId;
    return {
      reference, meetsOn, startsAt, slotCount, slotMinutes, place, papersDueOn, status, version, isHost, agency: agency(agencyId), parts: partIds.map(agency), takesPart: isHost || partIds.includes(actor.agencyId),
      places: placesOf(panel, taken.filter(({ panelId }) => panelId === id)),
    };
  });
}

function placesOf({ slotCount, startsAt, slotMinutes }: PanelRow, taken: readonly TakenPlace[]): PanelPlace[] {
  return Array.from({ length: slotCount }, (_, i): PanelPlace => {
    const status = taken.find(({ slot }) => slot === i + 1)?.status;
    return { slot: i + 1, time: slotTime(startsAt, slotMinutes, i + 1), status: status === undefined || status === 'WITHDRAWN' ? 'FREE' : status };
  });
}

export async function summariesOfItems(tx: Tx, actor: Actor, items: readonly ItemRow[], today: IsoDate): Promise<PanelItemSummary[]> {
  const agency = await agencyOf(tx, items.map(({ agencyId }) => agencyId));
  return items.map((item) => summaryOfItem(actor, item, agency(item.agencyId), today));
}

/** Papers, minutes and the clock of the decision are the own agency's and the host's, who prepare and minute it. */
function summaryOfItem(actor: Actor, item: ItemRow, agency: AgencySummary, today: IsoDate): PanelItemSummary {
  const { reference, version, kind, panelReference, meetsOn, slot, status, linkReference, unitReference, householdReference, recommendation, outcome, decidedOn } = item;
  const isOwn = item.agencyId === actor.agencyId;
  const isInside = isOwn || item.panelAgencyId === actor.agencyId;
  const dueOn = isInside && item.minutesFinalOn !== null && (outcome !== null || item.awaitsDecision) ? decisionDueOn(item.minutesFinalOn, ENGLAND_AND_WALES) : null;
  return {
    reference, version, kind, agency, isOwn, panel: panelReference, meetsOn, slot, status, link: linkReference, unitReference, householdReference, recommendation, outcome, decidedOn,
    papersInOn: isInside ? item.papersInOn : null, minutesFinalOn: isInside ? item.minutesFinalOn : null, decisionDueOn: dueOn, isLate: dueOn !== null && (decidedOn ?? today) > dueOn,
  };
}
