import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, invalid, notFound } from '@hub/domain/errors';
import { RECORDING_ROLES, type Attendance } from '@hub/domain/meetings/states';
import { Vault } from '@hub/database/crypto/vault';
import { affected, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { isColleague } from '../children/workers.queries';
import type { AttendanceRequest, PersonRequest, RoleRequest, SomeoneRequest } from './inputs';
import { changeMeeting } from './meeting-change';
import { tellPersons } from './meeting-notices.queries';
import { personsOf, type PersonRow } from './meeting-parts.queries';
import { takeMeetingStep, type MeetingStanding } from './meeting-steps.queries';
import { findMeeting, type MeetingRow } from './meetings.queries';

/** Who comes to a meeting, as what, and when they were there. Each agency names its own people. */
@Injectable()
export class PeopleService {
  constructor(@Inject(UnitOfWork) readonly uow: UnitOfWork, @Inject(Vault) readonly vault: Vault) {}

  /** A colleague, as something. */
  name(actor: Actor, request: PersonRequest): Promise<MeetingStanding> {
    const action = namingAs(actor);
    return changeMeeting(this, actor, action, { name: 'name', request }, async (tx, meeting) => {
      const { userId, role } = request;
      if (action === 'meetings.attend' && RECORDING_ROLES.includes(role)) throw notTheirs();
      if (!(await isColleague(tx, userId))) throw invalid([{ path: 'userId', message: 'This is nobody of your agency.' }]);
      if ((await personsOf(tx, meeting.id)).some((person) => person.userId === userId)) throw conflict('CONFLICT', 'This person is named already.');
      const standing = await takeMeetingStep(tx, this.vault, meeting, { event: 'PERSON_NAMED', actor, userId });
      await affected(tx, `
        insert into hub.meeting_person (meeting_id, agency_id, user_id, user_agency_id, number, role)
        select $1, $2, $3, $4, coalesce(max(p.number), 0) + 1, $5 from hub.meeting_person p where p.meeting_id = $1`, [meeting.id, meeting.agencyId, userId, actor.agencyId, role]);
      if (userId !== actor.userId) await tellPersons(tx, [{ userId, agencyId: actor.agencyId }], 'MEETING_INVITED', meeting.reference);
      return standing;
    });
  }

  /** As what somebody comes: the own agency's people; the hub says of anybody who chairs and who takes the minutes. */
  changeRole(actor: Actor, request: RoleRequest): Promise<MeetingStanding> {
    const action = namingAs(actor);
    return changeMeeting(this, actor, action, { name: 'changeRole', request }, async (tx, meeting) => {
      const person = await this.theirs(tx, actor, meeting, request.person);
      if (action === 'meetings.attend' && [request.role, person.role].some((role) => RECORDING_ROLES.includes(role))) throw notTheirs();
      await affected(tx, 'update hub.meeting_person set "role" = $3 where meeting_id = $1::uuid and user_id = $2::uuid', [meeting.id, person.userId, request.role]);
      return takeMeetingStep(tx, this.vault, meeting, { event: 'PERSON_NAMED', actor, userId: person.userId });
    });
  }

  /** Before the meeting; afterwards whoever was expected stays in its minutes. */
  takeOff(actor: Actor, request: SomeoneRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, namingAs(actor), { name: 'takeOff', request }, async (tx, meeting) => {
      const { userId } = await this.theirs(tx, actor, meeting, request.person);
      const standing = await takeMeetingStep(tx, this.vault, meeting, { event: 'PERSON_TAKEN_OFF', actor, userId });
      await affected(tx, 'delete from hub.meeting_person where meeting_id = $1::uuid and user_id = $2::uuid', [meeting.id, userId]);
      return standing;
    });
  }

  /** Whoever records may say it of anybody, others of their own agency's people. */
  async attend(actor: Actor, request: AttendanceRequest): Promise<MeetingStanding> {
    const mayRecord = can(actor, 'meetings.record') && (await this.uow.run(actor, 'meetings.watch', (tx) => findMeeting(tx, request.meeting)))?.mayRecord === true;
    return changeMeeting(this, actor, mayRecord ? 'meetings.record' : 'meetings.attend', { name: 'attendance', request }, async (tx, meeting) => {
      const person = (await personsOf(tx, meeting.id)).find(({ number }) => number === request.person);
      if (!person || (!mayRecord && person.agencyId !== actor.agencyId)) throw notFound('person');
      await writeAttendance(tx, meeting, person, request.attendance);
      return takeMeetingStep(tx, this.vault, meeting, { event: 'ATTENDANCE', actor, userId: person.userId });
    });
  }

  private async theirs(tx: Tx, actor: Actor, meeting: MeetingRow, wanted: number): Promise<PersonRow> {
    const person = (await personsOf(tx, meeting.id)).find(({ number }) => number === wanted);
    if (!person || (namingAs(actor) === 'meetings.attend' && person.agencyId !== actor.agencyId)) throw notFound('person');
    return person;
  }
}

const namingAs = (actor: Actor): 'meetings.plan' | 'meetings.attend' => (can(actor, 'meetings.plan') ? 'meetings.plan' : 'meetings.attend');

const notTheirs = () => invalid([{ path: 'role', message: 'The hub says who chairs and who takes the minutes. Name the person in another role and ask the hub.' }]);

async function writeAttendance(tx: Tx, meeting: MeetingRow, { userId, attendance: before }: PersonRow, attendance: Attendance): Promise<void> {
  const isHere = attendance === 'PRESENT' || attendance === 'LEFT';
  if (isHere && meeting.status !== 'LIVE') throw conflict('GUARD_FAILED', 'Who is there is recorded while the meeting is under way.');
  if (attendance === 'LEFT' && before !== 'PRESENT') throw conflict('GUARD_FAILED', 'Only somebody who is there can leave.');
  await affected(tx, `
    update hub.meeting_person set attendance = $3, arrived_at = case when $4 then coalesce(arrived_at, now()) end, left_at = case when $3 = 'LEFT' then now() end
    where meeting_id = $1::uuid and user_id = $2::uuid`, [meeting.id, userId, attendance, isHere]);
}
