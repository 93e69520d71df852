import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { AgendaService } from '@hub/features/meetings/agenda.service';
import { PeopleService } from '@hub/features/meetings/people.service';
import { PlanService } from '@hub/features/meetings/plan.service';
import {
  changeRequest, entryRequest, moveRequest, personRequest, pinRequest, roleRequest, scheduleRequest, someoneRequest, versionRequest,
  type ChangeRequest, type EntryRequest, type MoveRequest, type PersonRequest, type PinRequest, type RoleRequest, type ScheduleRequest, type SomeoneRequest, type VersionRequest,
} from '@hub/features/meetings/inputs';
import type { MeetingStanding } from '@hub/features/meetings/meeting-steps.queries';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { MeetingStandingModel } from './meeting.model';
import { AgendaEntryInput, AgendaMoveInput, AgendaPinInput, ChangeMeetingInput, MeetingPersonInput, MeetingRoleInput, MeetingSomeoneInput, MeetingVersionInput, ScheduleMeetingInput } from './plan.input';

/** What is done before a meeting: called, its agenda made, its people named. */
@Resolver()
export class MeetingPlanResolver {
  constructor(private readonly agenda: AgendaService, private readonly people: PeopleService, private readonly plan: PlanService) {}

  @Mutation(() => MeetingStandingModel, { description: 'The hub calls a meeting and invites agencies.' })
  scheduleMeeting(@CurrentActor() actor: Actor, @Args('input', { type: () => ScheduleMeetingInput }, new ZodPipe(scheduleRequest)) input: ScheduleRequest): Promise<MeetingStanding> {
    return this.plan.schedule(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'Time, place, limits and who is invited, before it starts.' })
  changeMeeting(@CurrentActor() actor: Actor, @Args('input', { type: () => ChangeMeetingInput }, new ZodPipe(changeRequest)) input: ChangeRequest): Promise<MeetingStanding> {
    return this.plan.change(actor, input);
  }

  @Mutation(() => MeetingStandingModel)
  cancelMeeting(@CurrentActor() actor: Actor, @Args('input', { type: () => MeetingVersionInput }, new ZodPipe(versionRequest)) input: VersionRequest): Promise<MeetingStanding> {
    return this.plan.cancel(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'The programme proposes an agenda out of the newest region’s run. Ask the meeting until agenda.status is READY.' })
  proposeAgenda(@CurrentActor() actor: Actor, @Args('input', { type: () => MeetingVersionInput }, new ZodPipe(versionRequest)) input: VersionRequest): Promise<MeetingStanding> {
    return this.plan.propose(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'A child or group at the end, or a family beside one, pinned. What was left off comes back.' })
  addToAgenda(@CurrentActor() actor: Actor, @Args('input', { type: () => AgendaEntryInput }, new ZodPipe(entryRequest)) input: EntryRequest): Promise<MeetingStanding> {
    return this.agenda.add(actor, input);
  }

  @Mutation(() => MeetingStandingModel)
  leaveOffAgenda(@CurrentActor() actor: Actor, @Args('input', { type: () => AgendaEntryInput }, new ZodPipe(entryRequest)) input: EntryRequest): Promise<MeetingStanding> {
    return this.agenda.leaveOff(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'A pinned pair stays when the agenda is proposed anew.' })
  pinOnAgenda(@CurrentActor() actor: Actor, @Args('input', { type: () => AgendaPinInput }, new ZodPipe(pinRequest)) input: PinRequest): Promise<MeetingStanding> {
    return this.agenda.pin(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'By a place, up or down.' })
  moveOnAgenda(@CurrentActor() actor: Actor, @Args('input', { type: () => AgendaMoveInput }, new ZodPipe(moveRequest)) input: MoveRequest): Promise<MeetingStanding> {
    return this.agenda.move(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'Each agency names its own people.' })
  nameMeetingPerson(@CurrentActor() actor: Actor, @Args('input', { type: () => MeetingPersonInput }, new ZodPipe(personRequest)) input: PersonRequest): Promise<MeetingStanding> {
    return this.people.name(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'The hub says of anybody who chairs and who takes the minutes.' })
  changeMeetingRole(@CurrentActor() actor: Actor, @Args('input', { type: () => MeetingRoleInput }, new ZodPipe(roleRequest)) input: RoleRequest): Promise<MeetingStanding> {
    return this.people.changeRole(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'Before the meeting.' })
  takeOffMeetingPerson(@CurrentActor() actor: Actor, @Args('input', { type: () => MeetingSomeoneInput }, new ZodPipe(someoneRequest)) input: SomeoneRequest): Promise<MeetingStanding> {
    return this.people.takeOff(actor, input);
  }
}
