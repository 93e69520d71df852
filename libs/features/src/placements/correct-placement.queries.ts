import type { Actor } from '@hub/domain/access/actor';
import type { ChildEvent } from '@hub/domain/children/events';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { DomainError } from '@hub/domain/errors';
import { codeWords } from '@hub/domain/placements/codes';
import { asItStands, replay, type CorrectionEvent, type Replayed } from '@hub/domain/placements/corrections';
import { CHILD_EVENT_OF } from '@hub/domain/placements/consequences';
import type { PlacementEvent } from '@hub/domain/placements/events';
import { isEnd } from '@hub/domain/placements/states';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, rows, type Tx } from '@hub/database/tx';
import { loadChildren } from '../children/child-records.queries';
import { correctChildEvent } from '../children/correct-event.queries';
import { findLink, takeStep } from '../links/links.queries';
import { insertDeed, type Deed } from './placement-history.queries';
import { childrenOf, type PlacedChildRow, type PlacementRow } from './placements.queries';

export interface Correction {
  readonly event: CorrectionEvent;
  /** The placement's whole history. */
  readonly deeds: readonly Deed[];
  /** The row of history that it is about, as it was recorded. */
  readonly of: Deed;
  /** What is right; of a row struck out what was wrong. */
  readonly onDate: IsoDate;
  readonly code: string | null;
  /** What was wrong and why. */
  readonly words: string | null;
  readonly today: IsoDate;
}

/** The placement's dates as they would be; throws which step would not stand any more. */
export function wouldBe(children: readonly PlacedChildRow[], { event, deeds, of, onDate, code, today }: Correction): Replayed {
  const numberOf = new Map(children.map(({ childId, number }) => [childId, number]));
  const effect = event === 'STRUCK_OUT' ? event : 'CORRECTED';
  const history = [...deeds, { ...of, version: (deeds.at(-1)?.version ?? 0) + 1, event: effect, corrects: of.version, onDate, code } as Deed];
  const course = replay(history.map((deed) => ({ ...deed, child: deed.childId === null ? null : (numberOf.get(deed.childId) ?? null) })), children.map(({ number }) => number), today);
  if (course instanceof DomainError) throw course;
  return course;
}

/** A row of history about another row, with the placement as it stands then: of a correction that is asked for or refused as it stood. */
export async function tellOfCorrection(tx: Tx, vault: Vault, actor: Actor, placement: PlacementRow, { event, of, onDate, code, words }: Correction): Promise<PlacementRow> {
  const { id: placementId, state, decidedOn, planAgreedOn, introductionsOn } = placement;
  const version = placement.version + 1;
  await insertDeed(tx, vault, actor, { placementId, version, event, side: of.side, childId: of.childId, code, words, from: state, to: state, onDate, corrects: of.version });
  // A row that is read and locked and yet not changed is one that row-level security keeps from this person.
  const changed = await affected(tx, 'update hub.placement set version = $2, decided_on = $3::date, plan_agreed_on = $4::date, introductions_on = $5::date where id = $1::uuid', [placementId, version, decidedOn, planAgreedOn, introductionsOn]);
  if (changed === 0) throw new DomainError('FORBIDDEN', 'You may not do this.');
  return { ...placement, version };
}

/**
 * The one path by which what a placement recorded is put right: a row of history, and with it the dates of the placement and of its children, the children's
 * own records, the family's (by the database) and the link. The placement is locked.
 */
export async function correctPlacement(tx: Tx, vault: Vault, actor: Actor, placement: PlacementRow, correction: Correction): Promise<PlacementRow> {
  const { of, deeds, onDate } = correction;
  const before = await childrenOf(tx, [placement.id]);
  const right = wouldBe(before, correction);
  const { planAgreedOn, introductionsOn } = right;
  // Before the row of history: the family is dated by what its children's dates are then.
  if (of.childId !== null) await saveChildren(tx, placement.id, right);
  const after = await tellOfCorrection(tx, vault, actor, { ...placement, planAgreedOn, introductionsOn, decidedOn: of.event === 'OPENED' ? onDate : placement.decidedOn }, correction);
  const standing = asItStands(deeds).find(({ version }) => version === of.version) ?? of;
  await followChildren(tx, vault, actor, { correction, wrong: standing.onDate, children: before });
  if (of.from !== of.to && isEnd(of.to) && standing.onDate !== onDate) await followLink(tx, actor, placement.link, correction);
  return after;
}

async function saveChildren(tx: Tx, id: string, { children }: Replayed): Promise<void> {
  await rows(tx, `
    update hub.placement_child c set home = r.home, lives_there_since = r."livesThereSince", placed_on = r."placedOn", ao_applied_on = r."aoAppliedOn", adopted_on = r."adoptedOn", disrupted_on = r."disruptedOn", fell_on = r."fellOn"
    from jsonb_to_recordset($2::jsonb) as r(number int, home text, "livesThereSince" date, "placedOn" date, "aoAppliedOn" date, "adoptedOn" date, "disruptedOn" date, "fellOn" date)
    where c.placement_id = $1::uuid and c.number = r.number
      and (c.home, c.lives_there_since, c.placed_on, c.ao_applied_on, c.adopted_on, c.disrupted_on, c.fell_on) is distinct from (r.home, r."livesThereSince", r."placedOn", r."aoAppliedOn", r."adoptedOn", r."disruptedOn", r."fellOn")`,
  [id, JSON.stringify(children)]);
}

interface Following {
  readonly correction: Correction;
  readonly wrong: IsoDate;
  readonly children: readonly PlacedChildRow[];
}

/** A search that began again with the disruption was recorded with it. */
const eventsOf = (event: string): readonly ChildEvent[] => {
  if (event === 'OPENED') return ['MATCHED'];
  const of = CHILD_EVENT_OF[event as PlacementEvent];
  return of === undefined ? [] : of === 'DISRUPTED' ? [of, 'SEARCH_RESUMED'] : [of];
};

async function followChildren(tx: Tx, vault: Vault, actor: Actor, { correction: { of, onDate, code, words, today }, wrong, children }: Following): Promise<void> {
  const whose = children.filter(({ childId }) => of.childId === null || of.childId === childId).map(({ childId }) => childId);
  for (const event of eventsOf(of.event)) {
    const reason = event === 'SEARCH_RESUMED' ? null : [code === null ? null : codeWords(of.event, code), words === null ? null : `Put right: ${words}`].filter(Boolean).join('. ');
    for (const record of await loadChildren(tx, vault, 'c.id', whose, 'for update of c')) await correctChildEvent(tx, vault, actor, record, { event, from: wrong, onDate, reason, today });
  }
}

async function followLink(tx: Tx, actor: Actor, reference: string, { of: { side }, onDate }: Correction): Promise<void> {
  const link = await findLink(tx, reference, 'lock');
  if (!link) throw new Error('A placement without its link.');
  await takeStep(tx, link, { event: 'DAY_CORRECTED', to: link.state, side, onDate, actor });
}
