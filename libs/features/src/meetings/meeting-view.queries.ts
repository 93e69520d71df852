import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { MEETING_EVENTS } from '@hub/domain/meetings/events';
import { RULE_OUT_REASONS } from '@hub/domain/meetings/outcomes';
import type { MeetingRole } from '@hub/domain/meetings/states';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { householdCardsByIds, type HouseholdHit } from '../adopters/household-search.queries';
import { agenciesNamed, type AgencySummary } from '../agencies/agencies.queries';
import type { Person } from '../agencies/users.queries';
import { unitCardsByIds, type UnitHit } from '../children/unit-search.queries';
import { absencesOf, actionsOf, eventsOf, invitedTo, itemsOf, pairsOf, peopleAt, personsOf, type AbsenceRow, type ActionRow, type EventRow, type ItemRow, type PairRow, type PersonRow } from './meeting-parts.queries';
import type { MeetingAction, MeetingCorrection, MeetingHistoryRow, MeetingItem, MeetingPair, MeetingParty, MeetingPerson, MeetingSummary, MeetingView } from './meeting-view';
import type { MeetingListRow, MeetingRow } from './meetings.queries';

/** All parts of a meeting as the viewer may know them, a bounded number of statements whatever its size. */
interface Parts {
  readonly actor: Actor;
  readonly today: IsoDate;
  readonly meeting: MeetingRow;
  readonly items: readonly ItemRow[];
  readonly pairs: readonly PairRow[];
  readonly persons: readonly PersonRow[];
  readonly absences: readonly AbsenceRow[];
  readonly actions: readonly ActionRow[];
  readonly events: readonly EventRow[];
  readonly invited: readonly string[];
  readonly agencies: ReadonlyMap<string, AgencySummary>;
  readonly units: ReadonlyMap<string, UnitHit>;
  readonly households: ReadonlyMap<string, HouseholdHit>;
  readonly nameOf: (id: string | null) => Person | null;
}

export function summaryOf(actor: Actor, row: MeetingListRow): MeetingSummary {
  const { reference, title, place, startsAt, minutes, status, version, agencyCount, personCount, itemCount, myRole, mayRecord, isConvened } = row;
  return {
    reference, title, place, startsAt, minutes, status, version, agencyCount, personCount, itemCount, myRole: myRole as MeetingRole | null,
    mayPlan: isConvened && can(actor, 'meetings.plan'), mayRecord: mayRecord && can(actor, 'meetings.record'),
  };
}

export async function viewOf(tx: Tx, vault: Vault, actor: Actor, meeting: MeetingRow, today: IsoDate): Promise<MeetingView> {
  const parts = await loadParts(tx, vault, actor, meeting, today);
  const { items, persons, invited, events } = parts;
  const summary = summaryOf(actor, { ...meeting, agencyCount: invited.length, personCount: persons.length, itemCount: items.length, myRole: persons.find(({ userId }) => userId === actor.userId)?.role ?? null });
  const { minutesPerItem, maxLinks, perUnit, perHousehold, startedAt, endedAt } = meeting;
  return {
    ...summary, minutesPerItem, maxLinks, perUnit, perHousehold, startedAt, endedAt, current: items.find(({ status }) => status === 'CURRENT')?.position ?? null,
    agenda: {
      status: meeting.agendaStatus, value: meeting.agendaValue, bound: meeting.agendaBound, gap: meeting.agendaGap, account: meeting.agendaAccount, error: meeting.agendaError, run: meeting.agendaRun,
    },
    agencies: [meeting.agencyId, ...invited].flatMap((id) => partyOf(parts, id)).sort(byConvening),
    people: persons.flatMap((person) => personOf(parts, person)).sort((a, b) => a.agency.name.localeCompare(b.agency.name, 'en') || a.person.displayName.localeCompare(b.person.displayName, 'en')),
    items: items.map((item) => itemOf(parts, item)),
    actions: parts.actions.map((action) => actionOf(parts, action)),
    corrections: events.filter(({ event }) => event === 'CORRECTED').map((event) => correctionOf(parts, event)),
    history: events.map((event) => historyOf(parts, event)),
  };
}

async function loadParts(tx: Tx, vault: Vault, actor: Actor, meeting: MeetingRow, today: IsoDate): Promise<Parts> {
  const [items, pairs, persons, invited] = [await itemsOf(tx, meeting.id), await pairsOf(tx, meeting.id), await personsOf(tx, meeting.id), await invitedTo(tx, meeting.id)];
  const [absences, actions, events] = [await absencesOf(tx, meeting.id), await actionsOf(tx, meeting.id), await eventsOf(tx, vault, meeting.id)];
  const people = await peopleAt(tx, [meeting.id]);
  const agencies = await agenciesNamed(tx, [meeting.agencyId, ...invited, ...persons.map(({ agencyId }) => agencyId), ...actions.map(({ ownerAgencyId }) => ownerAgencyId)]);
  const units = new Map((await unitCardsByIds(tx, items.flatMap(({ unitId }) => unitId ?? []))).map((card) => [card.unitId, card]));
  const households = new Map((await householdCardsByIds(tx, pairs.map(({ householdId }) => householdId))).map((card) => [card.householdId, card]));
  const nameOf = (id: string | null): Person | null => {
    if (id === null) return null;
    const found = people.get(id);
    return found ? { id, displayName: found.displayName } : { id, displayName: 'Somebody who left' };
  };
  return { actor, today, meeting, items, pairs, persons, absences, actions, events, invited, agencies, units, households, nameOf };
}

const byConvening = (a: MeetingParty, b: MeetingParty): number => Number(b.isConvening) - Number(a.isConvening) || a.agency.name.localeCompare(b.agency.name, 'en');

function partyOf({ actor, meeting, agencies, persons }: Parts, id: string): MeetingParty[] {
  const agency = agencies.get(id);
  if (!agency) return [];
  const own = persons.filter(({ agencyId }) => agencyId === id);
  return [{ agency, isOwn: id === actor.agencyId, isConvening: id === meeting.agencyId, expected: own.length, present: own.filter(({ attendance }) => attendance === 'PRESENT').length }];
}

function personOf({ actor, agencies, nameOf }: Parts, { userId, agencyId, ...row }: PersonRow): MeetingPerson[] {
  const [person, agency] = [nameOf(userId), agencies.get(agencyId)];
  return person && agency ? [{ ...row, person, agency, isOwn: agencyId === actor.agencyId }] : [];
}

/** The words of the latest event that has them. */
const wordsOf = (events: readonly EventRow[], which: (event: EventRow) => boolean): string | null => events.filter(which).at(-1)?.words ?? null;

function itemOf(parts: Parts, item: ItemRow): MeetingItem {
  const { pairs, absences, events, units, nameOf } = parts;
  const { id, position, status, since, doneAt, unitId, unitReference, priority, outcome, version, decidedBy, decidedAt, pairCount } = item;
  const isShown = unitId !== null;
  const shown = pairs.filter((pair) => pair.itemId === id && pair.position !== null);
  return {
    position, status, since, doneAt, isShown, unitReference, unit: unitId === null ? null : (units.get(unitId) ?? null), priority, outcome, version, decidedBy: nameOf(decidedBy), decidedAt,
    words: wordsOf(events, (event) => event.event === 'UNIT_OUTCOME' && event.itemId === id && event.ofVersion === version),
    pairs: shown.map((pair, at) => pairOf(parts, pair, at + 1)), hiddenPairs: isShown ? pairCount - shown.length : 0,
    absences: absences.filter(({ itemId }) => itemId === id).flatMap(({ userId, reason }) => {
      const person = nameOf(userId);
      return person ? [{ person, reason, words: wordsOf(events, (event) => event.event === 'STEPPED_OUT' && event.itemId === id && event.userId === userId) }] : [];
    }),
  };
}

function pairOf({ events, households, nameOf }: Parts, pair: PairRow, position: number): MeetingPair {
  const { householdReference, proposedBy, pinned, rank, low, high, band, outcome, reason, version, decidedAt, link } = pair;
  return {
    householdReference, household: households.get(pair.householdId) ?? null, position, proposedBy, pinned, rank, low, high, band, outcome, reason, version, decidedAt, link,
    reasonLabel: reason === null ? null : ((RULE_OUT_REASONS as Readonly<Record<string, string>>)[reason] ?? reason), decidedBy: nameOf(pair.decidedBy),
    words: wordsOf(events, (event) => event.event === 'PAIR_OUTCOME' && event.pairId === pair.id && event.ofVersion === version),
  };
}

function actionOf({ actor, today, meeting, items, agencies, events, nameOf }: Parts, action: ActionRow): MeetingAction {
  const { id, number, itemId, ownerId, ownerAgencyId, dueOn, doneOn } = action;
  const isMine = ownerId === actor.userId;
  return {
    meeting: meeting.reference, number, unitReference: items.find((item) => item.id === itemId)?.unitReference ?? null, owner: nameOf(ownerId) ?? { id: ownerId, displayName: 'Somebody who left' },
    ownerAgency: agencies.get(ownerAgencyId) ?? null, isMine, mayFinish: doneOn === null && mayFinish(actor, action), dueOn, isOverdue: doneOn === null && dueOn < today, doneOn,
    words: wordsOf(events, (event) => event.event === 'ACTION_GIVEN' && event.actionId === id),
  };
}

/** Its owner, or who approves in the owner's agency. */
export const mayFinish = (actor: Actor, { ownerId, ownerAgencyId }: Pick<ActionRow, 'ownerId' | 'ownerAgencyId'>): boolean =>
  ownerId === actor.userId || (ownerAgencyId === actor.agencyId && actor.roles.includes('APPROVING_MANAGER'));

const referencesOf = ({ items, pairs }: Parts, { itemId, pairId }: EventRow) => ({
  unitReference: items.find(({ id }) => id === itemId)?.unitReference ?? null, householdReference: pairs.find(({ id }) => id === pairId)?.householdReference ?? null,
});

const correctionOf = (parts: Parts, event: EventRow): MeetingCorrection =>
  ({ ...referencesOf(parts, event), words: event.words, at: event.at, person: parts.nameOf(event.actorId) ?? { id: '', displayName: 'The hub' } });

function historyOf(parts: Parts, event: EventRow): MeetingHistoryRow {
  const { version, at, outcome, reason, actorId, userId } = event;
  return { version, event: event.event, label: MEETING_EVENTS[event.event].label, at, person: parts.nameOf(actorId), ...referencesOf(parts, event), about: parts.nameOf(userId), outcome, reason };
}
