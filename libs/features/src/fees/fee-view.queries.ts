import type { Actor } from '@hub/domain/access/actor';
import { can } from '@hub/domain/access/actions';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { chargedFee, monthsDue } from '@hub/domain/fees/instalments';
import { eventsOpen, outstandingOf, type FeeSide, type RecordedEvent } from '@hub/domain/fees/item-events';
import type { Pence } from '@hub/domain/fees/money';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { agenciesNamed, type AgencySummary } from '../agencies/agencies.queries';
import { peopleByIds, type Person } from '../agencies/users.queries';
import { eventsOfItems, itemsOfPlacement, placedChildren, type EventRow, type FeeRow, type ItemRow } from './fees.queries';
import { notesOf, type FeeNote } from './notes.queries';
import { ratesBetween, recordedRates } from './rates.queries';

/** A sum that fell due, as one of the two agencies sees it. */
export interface FeeItem extends ItemRow {
  readonly side: FeeSide;
  /** Who pays it, or is paid. */
  readonly other: AgencySummary | null;
  readonly outstanding: Pence;
  /** What the viewer may record of it. */
  readonly steps: readonly RecordedEvent[];
}

/** People are named to their own agency alone. */
interface Said {
  readonly agency: AgencySummary | null;
  readonly person: Person | null;
}

export type FeeEvent = Omit<EventRow, 'agencyId' | 'actorId'> & Said;
export type FeeWords = Omit<FeeNote, 'agencyId' | 'authorId'> & Said;

export interface FeeView extends Omit<FeeRow, 'unitReference' | 'householdReference'> {
  readonly side: FeeSide;
  readonly payer: AgencySummary | null;
  readonly payee: AgencySummary | null;
  /** Who entered the rate; null for a published one. */
  readonly rateAgency: AgencySummary | null;
  /** With the addition for London; null while the rate is unknown. */
  readonly charged: Pence | null;
  readonly items: readonly FeeItem[];
  readonly events: readonly FeeEvent[];
  readonly notes: readonly FeeWords[];
  /** First days of months for which a charge is due whose rate nobody entered. */
  readonly monthsWithoutRate: readonly IsoDate[];
  /** The day of moving in as it was put right after the fee was fixed; null where it is the same. */
  readonly movedInCorrectedTo: IsoDate | null;
  readonly mayRecord: boolean;
}

export const sideOf = ({ agencyId }: Pick<Actor, 'agencyId'>, parties: { readonly agencyId: string }): FeeSide => (parties.agencyId === agencyId ? 'PAYER' : 'PAYEE');

export async function itemsFor(tx: Tx, actor: Actor, found: readonly ItemRow[]): Promise<FeeItem[]> {
  const agencies = await agenciesNamed(tx, found.flatMap(({ agencyId, payeeAgencyId }) => [agencyId, payeeAgencyId]));
  return found.map((item) => {
    const side = sideOf(actor, item);
    return {
      ...item, side, other: agencies.get(side === 'PAYER' ? item.payeeAgencyId : item.agencyId) ?? null, outstanding: outstandingOf(item), steps: can(actor, 'fees.record') ? eventsOpen(item, side) : [],
    };
  });
}

/** All that is known of a placement's fee, the same for both agencies but for the names of people. */
export async function feeView(tx: Tx, vault: Vault, actor: Actor, fee: FeeRow, today: IsoDate): Promise<FeeView> {
  const { placementId, reference, version, agencyId, payeeAgencyId, movedInOn, children, provider, basis, isDue, isLondon, amount, plan, source, rateAgencyId } = fee;
  const items = await itemsOfPlacement(tx, placementId);
  const events = await eventsOfItems(tx, items.map(({ id }) => id));
  const notes = await notesOf(tx, vault, placementId);
  const placed = await placedChildren(tx, fee);
  const months = monthsDue(fee, placed, ratesBetween(await recordedRates(tx), fee), today);
  const agencies = await agenciesNamed(tx, [agencyId, payeeAgencyId, ...(rateAgencyId ? [rateAgencyId] : [])]);
  const people = await peopleByIds(tx, [...events.flatMap(({ actorId }) => actorId ?? []), ...notes.map(({ authorId }) => authorId)]);
  const said = (agency: string, personId: string | null): Said => ({ agency: agencies.get(agency) ?? null, person: people.find(({ id }) => id === personId) ?? null });
  return {
    placementId, reference, version, agencyId, payeeAgencyId, movedInOn, children, provider, basis, isDue, isLondon, amount, plan, source, rateAgencyId, side: sideOf(actor, fee), payer: agencies.get(agencyId) ?? null, payee: agencies.get(payeeAgencyId) ?? null, rateAgency: rateAgencyId ? (agencies.get(rateAgencyId) ?? null) : null, charged: chargedFee(fee),
    items: await itemsFor(tx, actor, items),
    events: events.map(({ agencyId: by, actorId, ...event }) => ({ ...event, ...said(by, actorId) })),
    notes: notes.map(({ agencyId: by, authorId, ...note }) => ({ ...note, ...said(by, authorId) })),
    monthsWithoutRate: isDue ? months.filter(({ amount }) => amount === null).map(({ dueOn }) => dueOn) : [],
    movedInCorrectedTo: placed.movedInNow === movedInOn ? null : placed.movedInNow,
    mayRecord: can(actor, 'fees.record'),
  };
}
