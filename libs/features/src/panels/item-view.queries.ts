import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { clocksOf } from '@hub/domain/clocks/clocks-of';
import { ENGLAND_AND_WALES } from '@hub/domain/dates/bank-holidays';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { dayWords } from '@hub/domain/dates/words';
import { slotTime } from '@hub/domain/panels/calendar';
import { noticeDueOn } from '@hub/domain/panels/clocks';
import { ITEM_EVENTS, MANNERS, recipientsOf, RECOMMENDATIONS, type ItemEvent, type Manner, type Recipient, type Recommendation } from '@hub/domain/panels/items';
import { quorumOf } from '@hub/domain/panels/quorum';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { householdCardsByIds } from '../adopters/household-search.queries';
import { peopleByIds } from '../agencies/users.queries';
import { unitCardsByIds } from '../children/unit-search.queries';
import { panelCaseOf } from '../clocks/panel-cases.queries';
import { absencesOf } from './absences.queries';
import { panelTexts, type PanelTexts } from './item-texts.queries';
import type { ItemRow } from './items.queries';
import { agencyOf, summariesOfItems } from './panel-summaries';
import type { DecisionNotice, PanelItemHistoryRow, PanelItemView, PanelSeat } from './panel-view';
import { panelById, seatsOf, type SeatRow } from './panels.queries';

export const seatOf = (actor: Actor, { member, displayName, role, isIndependent, attendance, userId }: SeatRow): PanelSeat => ({ member, displayName, role, isIndependent, attendance, isYou: userId === actor.userId });

const NONE = { reasons: null, advice: null, decisionReasons: null, decidedBy: null, quorum: null, seats: [], absences: [], history: [], notices: [], clocks: [] };

/** The item as the viewer's agency may read it. */
export async function itemView(tx: Tx, vault: Vault, actor: Actor, item: ItemRow, today: IsoDate): Promise<PanelItemView> {
  const [[summary], panel] = [await summariesOfItems(tx, actor, [item], today), await panelById(tx, item.panelId)];
  if (!summary || !panel) throw new Error('An item without its panel.');
  const host = (await agencyOf(tx, [panel.agencyId]))(panel.agencyId);
  const [unit] = item.unitId === null ? [] : await unitCardsByIds(tx, [item.unitId]);
  const [household] = await householdCardsByIds(tx, [item.householdId]);
  const base = { ...summary, time: slotTime(panel.startsAt, panel.slotMinutes, item.slot), host, unit: unit ?? null, household: household ?? null };
  const isWaiting = item.status === 'PROVISIONAL' || item.status === 'CONFIRMED';
  const mayConfirm = item.status === 'PROVISIONAL' && item.panelAgencyId === actor.agencyId && can(actor, 'panels.plan');
  if (!summary.isOwn) return { ...base, ...NONE, awaitsDecision: false, mayBook: false, mayConfirm, mayRecord: false, mayDecide: false, mayTell: false, mayCorrect: false, satThere: false };
  const inside = await ownView(tx, vault, actor, item, { isJoint: panel.partIds.length > 0, today });
  const satThere = inside.seats.some(({ isYou }) => isYou);
  const isDecidable = item.minutesFinalOn !== null && item.awaitsDecision && can(actor, 'decisions.make');
  return {
    ...base, ...inside, awaitsDecision: item.awaitsDecision, mayConfirm, satThere: satThere && isDecidable, mayBook: isWaiting && can(actor, 'panels.book') && (can(actor, item.kind === 'MATCH' ? 'children.edit' : 'adopters.edit') || can(actor, 'panels.record')),
    mayRecord: can(actor, 'panels.record') && item.decisionId === null, mayDecide: isDecidable && !satThere, mayTell: item.decisionId !== null && can(actor, 'decisions.tell'),
    mayCorrect: item.status === 'HEARD' && (item.decisionId === null ? can(actor, 'panels.record') : can(actor, 'decisions.make')),
  };
}

async function ownView(tx: Tx, vault: Vault, actor: Actor, item: ItemRow, { isJoint, today }: { readonly isJoint: boolean; readonly today: IsoDate }) {
  const [seats, absences, texts] = [await seatsOf(tx, item.panelId), await absencesOf(tx, [item.id]), await panelTexts(tx, vault, item.id)];
  const [decider] = item.decidedBy === null ? [] : await peopleByIds(tx, [item.decidedBy]);
  const found = await panelCaseOf(tx, item.id);
  const there = seats.filter(({ attendance, memberId }) => attendance === 'PRESENT' && !absences.some((one) => one.memberId === memberId));
  return {
    reasons: texts.newest.REASONS, advice: texts.newest.ADVICE, decisionReasons: texts.newest.DECISION, decidedBy: decider ?? null, quorum: quorumOf(there, isJoint), seats: seats.map((seat) => seatOf(actor, seat)),
    absences: absences.map(({ displayName, reason }) => ({ displayName, reason })), history: await historyOf(tx, item, texts), notices: await noticesOf(tx, item, today),
    clocks: found ? clocksOf(found.facts, ENGLAND_AND_WALES, today) : [],
  };
}

interface Version {
  readonly version: number;
  readonly event: ItemEvent;
  readonly at: Date;
  readonly actorId: string | null;
  readonly recommendation: Recommendation | null;
  readonly decidedOn: IsoDate | null;
}

async function historyOf(tx: Tx, { id }: ItemRow, { corrections }: PanelTexts): Promise<PanelItemHistoryRow[]> {
  const found = await rows<Version>(tx, 'select version, event, at, actor_id as "actorId", recommendation, decided_on as "decidedOn" from hub.panel_item_event where item_id = $1::uuid order by version limit 200', [id]);
  const people = await peopleByIds(tx, [...new Set(found.flatMap(({ actorId }) => actorId ?? []))]);
  return found.map(({ version, event, at, actorId }, row) => ({
    event, label: ITEM_EVENTS[event], at, person: people.find((person) => person.id === actorId) ?? null, detail: correctedWords(found[row - 1], found[row]), words: corrections.get(version) ?? null,
  }));
}

/** Of a correction what stood before, and what stands now. */
function correctedWords(before: Version | undefined, now: Version | undefined): string | null {
  if (now?.event === 'RECOMMENDATION_CORRECTED') return [before?.recommendation, now.recommendation].map((code) => (code ? RECOMMENDATIONS[code] : '')).join(', now: ');
  return now?.event === 'DECISION_CORRECTED' ? [before?.decidedOn, now.decidedOn].map((day) => (day ? dayWords(day) : '')).join(', now: ') : null;
}

async function noticesOf(tx: Tx, { decisionId, decidedOn, kind }: ItemRow, today: IsoDate): Promise<DecisionNotice[]> {
  if (decisionId === null || decidedOn === null) return [];
  const told = await rows<{ recipient: Recipient; manner: Manner; toldOn: IsoDate }>(tx, 'select recipient, manner, told_on as "toldOn" from hub.decision_notice where decision_id = $1::uuid', [decisionId]);
  return recipientsOf(kind).flatMap((recipient) => (Object.keys(MANNERS) as Manner[]).map((manner) => {
    const dueOn = noticeDueOn(decidedOn, manner, ENGLAND_AND_WALES);
    const toldOn = told.find((one) => one.recipient === recipient && one.manner === manner)?.toldOn ?? null;
    return { recipient, manner, dueOn, toldOn, isLate: dueOn !== null && (toldOn ?? today) > dueOn };
  }));
}
