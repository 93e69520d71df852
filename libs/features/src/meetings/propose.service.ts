import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { conflict, DomainError, type ErrorCode } from '@hub/domain/errors';
import { agendaAccount } from '@hub/domain/matching/agenda/account';
import type { Agenda } from '@hub/domain/matching/agenda/agenda';
import { Vault } from '@hub/database/crypto/vault';
import { affected, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { solveAgenda } from '../matching/agenda-solver';
import { insertItem } from './agenda.service';
import { takeMeetingStep } from './meeting-steps.queries';
import { lockMeetingById, type MeetingRow } from './meetings.queries';
import { loadProposal, orderOf, pairKey, type Proposal } from './proposal';
import { insertPair, isRunUnderWay } from './proposal.queries';

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
    // What the programme proposed before and nobody pinned makes room.
    await affected(tx, `update hub.meeting_pair set position = null where meeting_id = $1::uuid and proposed_by = 'PROGRAMME' and not pinned`, [meeting.id]);
    const itemOf = await this.placeItems(tx, meeting, proposal, agenda);
    for (const { unit, links } of agenda.units) {
      for (const [at, { household }] of links.entries()) await placePair(tx, meeting, proposal, { unitId: unit, householdId: household, itemId: itemOf(unit), position: at + 1 });
    }
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
    await affected(tx, 'update hub.meeting_item set position = null where meeting_id = $1::uuid', [meeting.id]);
    const order = orderOf(agenda, proposal).filter((unitId) => keeps.has(unitId));
    for (const [at, unitId] of order.entries()) {
      const [standing, unit] = [items.get(unitId), proposal.units.get(unitId)];
      const priority = agenda.units.find((one) => one.unit === unitId)?.priority ?? null;
      if (standing !== undefined) {
        await affected(tx, 'update hub.meeting_item set position = $2 where id = $1', [standing, at + 1]);
        continue;
      }
      if (!unit) throw new Error('The agenda proposes a unit that was not asked for.');
      const itemId = randomUUID();
      items.set(unitId, itemId);
      await insertItem(tx, meeting, { itemId, position: at + 1, unitId, unitAgencyId: unit.unitAgencyId, priority });
    }
    return (unitId) => items.get(unitId) ?? '';
  }
}

interface Placed {
  readonly unitId: string;
  readonly householdId: string;
  readonly itemId: string;
  readonly position: number;
}

async function placePair(tx: Tx, { id: meetingId, agencyId }: MeetingRow, { pairs, numbers: found, households }: Proposal, { unitId, householdId, itemId, position }: Placed): Promise<void> {
  const [numbers, household] = [found.get(pairKey(unitId, householdId)), households.get(householdId)];
  if (!numbers || !household) throw new Error('The agenda proposes a pair that was not asked for.');
  const standing = pairs.find((pair) => pair.unitId === unitId && pair.householdId === householdId);
  if (!standing) return insertPair(tx, { id: randomUUID(), itemId, meetingId, agencyId, unitId, householdId, householdAgencyId: household.householdAgencyId, position }, numbers);
  await affected(tx, 'update hub.meeting_pair set position = $2, rank = $3, low = $4, high = $5, band = $6 where id = $1', [standing.id, position, numbers.rank, numbers.low, numbers.high, numbers.band]);
}
