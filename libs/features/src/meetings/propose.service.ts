import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { conflict, DomainError, type ErrorCode } from '@hub/domain/errors';
import { agendaAccount } from '@hub/domain/matching/agenda/account';
import type { Agenda } from '@hub/domain/matching/agenda/agenda';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { solveAgenda } from '../matching/agenda-solver';
import { insertItems } from './agenda.service';
import { takeMeetingStep } from './meeting-steps.queries';
import { lockMeetingById, type MeetingRow } from './meetings.queries';
import { loadProposal, orderOf, pairKey, type Proposal } from './proposal';
import { isRunUnderWay, placeItems, placePairs, type PlacedPair } from './proposal.queries';

const MOST_SECONDS = 60;

interface Wish {
  readonly meetingId: string;
  readonly wish: number;
}

/** The agenda of a meeting, proposed by the worker: loaded, solved outside any transaction, stored if it is still wanted. */
@Injectable()
export class ProposeService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault) {}

  /** More than once where a worker died: what is stored already, or was asked for anew, is left alone. */
  async execute(wish: Wish): Promise<void> {
    const proposal = await this.uow.run(SYSTEM_ACTOR, 'meetings.propose', async (tx) => {
      const meeting = await this.wanted(tx, wish);
      const found = meeting && (await loadProposal(tx, meeting));
      // Tried again: the first run of a region may still be under way.
      if (found?.runReference === null && (await isRunUnderWay(tx))) throw conflict('CONFLICT', 'A run of the region is under way. The agenda is proposed once it has ended.');
      return found;
    });
    if (!proposal) return;
    if (proposal.runReference === null) return this.giveUp(wish, 'NOT_IN_POOL');
    const agenda = await solveAgenda(proposal.request, MOST_SECONDS).catch((refusal: unknown) => {
      // Pins that contradict each other or a limit: people put that right, not another try.
      if (refusal instanceof DomainError) return refusal;
      throw refusal;
    });
    if (agenda instanceof DomainError) return this.giveUp(wish, agenda.code);
    await this.uow.run(SYSTEM_ACTOR, 'meetings.propose', async (tx) => {
      const meeting = await this.wanted(tx, wish);
      if (meeting) await this.store(tx, meeting, proposal, agenda);
    });
  }

  async giveUp(wish: Wish, code: ErrorCode): Promise<void> {
    await this.uow.run(SYSTEM_ACTOR, 'meetings.propose', async (tx) => {
      const meeting = await this.wanted(tx, wish);
      if (meeting) await takeMeetingStep(tx, this.vault, meeting, { event: 'AGENDA_FAILED', actor: null, changes: { agendaStatus: 'FAILED', agendaError: code } });
    });
  }

  /** The meeting, held, while it still waits for this very agenda. */
  private async wanted(tx: Tx, { meetingId, wish }: Wish): Promise<MeetingRow | null> {
    const meeting = await lockMeetingById(tx, meetingId);
    return meeting?.status === 'PLANNED' && meeting.agendaStatus === 'QUEUED' && meeting.agendaWish === wish ? meeting : null;
  }

  private async store(tx: Tx, meeting: MeetingRow, proposal: Proposal, agenda: Agenda): Promise<void> {
    const itemOf = await this.placeItems(tx, meeting, proposal, agenda);
    await placePairs(tx, meeting, agenda.units.flatMap(({ unit, links }) => links.map(({ household }, at) => placed(proposal, { unitId: unit, householdId: household, itemId: itemOf(unit), position: at + 1 }))));
    const changes = {
      agendaStatus: 'READY', agendaRun: proposal.runReference, agendaValue: agenda.objective, agendaBound: agenda.bound, agendaGap: agenda.gap, agendaAccount: agendaAccount(agenda), agendaError: null,
    } as const;
    await takeMeetingStep(tx, this.vault, meeting, { event: 'AGENDA_PROPOSED', actor: null, changes });
  }

  /** Items in the order of the meeting. One that the programme proposed before and that is empty now gives up its place. */
  private async placeItems(tx: Tx, meeting: MeetingRow, proposal: Proposal, agenda: Agenda): Promise<(unitId: string) => string> {
    const items = new Map(proposal.items.map((item) => [item.unitId, item.itemId]));
    const keeps = new Set([...agenda.units.map(({ unit }) => unit), ...proposal.items.filter(({ priority, leftOut }) => priority === null && !leftOut).map(({ unitId }) => unitId),
      ...proposal.pairs.filter(({ pinned, isPersons }) => pinned || isPersons).map(({ unitId }) => unitId)]);
    const order = orderOf(agenda, proposal).filter((unitId) => keeps.has(unitId)).map((unitId, at) => ({ unitId, position: at + 1 }));
    const priorities = new Map(agenda.units.map(({ unit, priority }) => [unit, priority]));
    const fresh = order.filter(({ unitId }) => !items.has(unitId)).map(({ unitId, position }) => {
      const unit = proposal.units.get(unitId);
      if (!unit) throw new Error('The agenda proposes a unit that was not asked for.');
      return { itemId: randomUUID(), position, unitId, unitAgencyId: unit.unitAgencyId, priority: priorities.get(unitId) ?? null };
    });
    await placeItems(tx, meeting.id, order.flatMap(({ unitId, position }) => {
      const itemId = items.get(unitId);
      return itemId === undefined ? [] : [{ itemId, position }];
    }));
    await insertItems(tx, meeting, fresh);
    for (const { unitId, itemId } of fresh) items.set(unitId, itemId);
    return (unitId) => items.get(unitId) ?? '';
  }
}

/** A pair of the agenda with what the run found of it. */
function placed({ numbers, households }: Proposal, pair: Pick<PlacedPair, 'unitId' | 'householdId' | 'itemId' | 'position'>): PlacedPair {
  const [found, household] = [numbers.get(pairKey(pair.unitId, pair.householdId)), households.get(pair.householdId)];
  if (!found || !household) throw new Error('The agenda proposes a pair that was not asked for.');
  return { ...pair, ...found, householdAgencyId: household.householdAgencyId };
}
