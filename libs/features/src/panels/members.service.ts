import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { conflict, forbidden, invalid, notFound } from '@hub/domain/errors';
import { INDEPENDENT_ROLES, type MemberRole } from '@hub/domain/panels/quorum';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import { affected, row, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { newReference } from '@hub/platform/reference';
import { mustFindAgencies } from '../agencies/agencies.queries';
import type { AddMemberRequest, ChangeMemberRequest, PanelAttendanceRequest, SeatRequest } from './inputs';
import { hostedPanel } from './hosted-panel.queries';
import { changeMember, findMember, insertMember, type MemberRow } from './members.queries';
import { seatsOf } from './panels.queries';
import type { PanelStanding } from './plan.service';
import { stale } from './stale';

/** The central list of the region (AAR 2005 reg 3), and who of it sits at a panel. */
@Injectable()
export class PanelMembersService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  /** `email`: of the person's account, where they have one, so that they never decide on what they heard. */
  add(actor: Actor, { idempotencyKey, ...body }: AddMemberRequest): Promise<PanelStanding> {
    return this.uow.run(actor, 'panels.plan', (tx) => once(tx, this.vault, actor, { operation: 'panels.addMember', key: idempotencyKey, body }, async () => {
      const { email, sitsFor, endsOn, ...entry } = body;
      independent(entry);
      if (endsOn != null && endsOn <= entry.startsOn) throw invalid([{ path: 'endsOn', message: 'The term ends after it begins.' }]);
      const reference = newReference('N');
      await insertMember(tx, { id: randomUUID(), reference, agencyId: actor.agencyId, ...entry, userId: email == null ? null : await userOf(tx, email), sitsFor: await idsOf(tx, sitsFor), endsOn: endsOn ?? null });
      return { reference, version: 1 };
    }));
  }

  change(actor: Actor, { idempotencyKey, ...body }: ChangeMemberRequest): Promise<PanelStanding> {
    return this.uow.run(actor, 'panels.plan', (tx) => once(tx, this.vault, actor, { operation: 'panels.changeMember', key: idempotencyKey, body }, async () => {
      const member = await mustFindMember(tx, body.member);
      if (member.agencyId !== actor.agencyId) throw forbidden('panels.plan');
      if (member.version !== body.version) throw stale('entry', body.version, member.version);
      independent(body);
      const endsOn = body.endsOn ?? null;
      if (endsOn !== null && endsOn <= member.startsOn) throw invalid([{ path: 'endsOn', message: 'The term ends after it begins.' }]);
      const { displayName, role, isIndependent } = body;
      if (!(await changeMember(tx, member, { displayName, role, isIndependent, sitsFor: await idsOf(tx, body.sitsFor), endsOn }))) throw stale('entry', body.version, member.version + 1);
      return { reference: member.reference, version: member.version + 1 };
    }));
  }

  /** Somebody of the central list is expected at a panel. */
  expect(actor: Actor, { idempotencyKey, ...body }: SeatRequest): Promise<PanelStanding> {
    return this.uow.run(actor, 'panels.plan', (tx) => once(tx, this.vault, actor, { operation: 'panels.expect', key: idempotencyKey, body }, async () => {
      const [panel, member] = [await hostedPanel(tx, actor, 'panels.plan', body.panel), await mustFindMember(tx, body.member)];
      if (member.startsOn > panel.meetsOn || (member.endsOn !== null && member.endsOn <= panel.meetsOn)) throw conflict('GUARD_FAILED', 'The panel lies outside this person’s term.');
      if (![panel.agencyId, ...panel.partIds].some((id) => member.sitsFor.includes(id))) throw conflict('GUARD_FAILED', 'This person does not sit for any agency of this panel.');
      if ((await seatsOf(tx, panel.id)).some(({ memberId }) => memberId === member.id)) throw conflict('CONFLICT', 'This person is expected already.');
      await affected(tx, 'insert into hub.panel_attendance (panel_id, agency_id, member_id, role, is_independent) values ($1, $2, $3, $4, $5)', [panel.id, panel.agencyId, member.id, member.role, member.isIndependent]);
      return { reference: panel.reference, version: panel.version };
    }));
  }

  /** Before anything is said of who came. */
  takeOff(actor: Actor, { idempotencyKey, ...body }: SeatRequest): Promise<PanelStanding> {
    return this.uow.run(actor, 'panels.plan', (tx) => once(tx, this.vault, actor, { operation: 'panels.takeOff', key: idempotencyKey, body }, async () => {
      const panel = await hostedPanel(tx, actor, 'panels.plan', body.panel);
      const gone = await affected(tx, `
        delete from hub.panel_attendance a using hub.panel_member m where m.id = a.member_id and a.panel_id = $1::uuid and m.reference = $2 and a.attendance = 'EXPECTED'`, [panel.id, body.member]);
      if (gone === 0) throw conflict('GUARD_FAILED', 'This person is not expected, or it is recorded already whether they came.');
      return { reference: panel.reference, version: panel.version };
    }));
  }

  /** From the day of the panel on. */
  attend(actor: Actor, { idempotencyKey, ...body }: PanelAttendanceRequest): Promise<PanelStanding> {
    return this.uow.run(actor, 'panels.record', (tx) => once(tx, this.vault, actor, { operation: 'panels.attend', key: idempotencyKey, body }, async () => {
      const panel = await hostedPanel(tx, actor, 'panels.record', body.panel);
      if (panel.meetsOn > isoDate(this.clock.today())) throw conflict('GUARD_FAILED', 'Who came is recorded from the day of the panel on.');
      const changed = await affected(tx, `update hub.panel_attendance a set attendance = $3 from hub.panel_member m where m.id = a.member_id and a.panel_id = $1::uuid and m.reference = $2`, [panel.id, body.member, body.attendance]);
      if (changed === 0) throw notFound('member', body.member);
      return { reference: panel.reference, version: panel.version };
    }));
  }
}

function independent({ role, isIndependent }: { readonly role: MemberRole; readonly isIndependent: boolean }): void {
  if (INDEPENDENT_ROLES.includes(role) && !isIndependent) throw invalid([{ path: 'isIndependent', message: 'The chair and an independent member are independent of the agency.' }]);
}

async function userOf(tx: Tx, email: string): Promise<string> {
  const found = await row<{ id: string }>(tx, 'select id from hub.panel_user($1)', [email]);
  if (!found) throw invalid([{ path: 'email', message: 'Nobody in the hub has this address.' }]);
  return found.id;
}

const idsOf = async (tx: Tx, codes: readonly string[]): Promise<string[]> => (await mustFindAgencies(tx, codes)).map(({ id }) => id);

async function mustFindMember(tx: Tx, reference: string): Promise<MemberRow> {
  const member = await findMember(tx, reference);
  if (!member) throw notFound('member', reference);
  return member;
}
