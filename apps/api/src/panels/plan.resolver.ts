import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { BookingService } from '@hub/features/panels/booking.service';
import {
  addMemberRequest, attendanceRequest, bookRequest, cancelPanelRequest, changeMemberRequest, changePanelRequest, itemRequest, moveItemRequest, planRequest, seatRequest,
  type AddMemberRequest, type BookRequest, type CancelPanelRequest, type ChangeMemberRequest, type ChangePanelRequest, type ItemRequest, type MoveItemRequest, type PanelAttendanceRequest, type PlanRequest, type SeatRequest,
} from '@hub/features/panels/inputs';
import { PanelMembersService } from '@hub/features/panels/members.service';
import { PanelPlanService, type PanelStanding } from '@hub/features/panels/plan.service';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { PanelStandingModel } from './panel.model';
import {
  AddPanelMemberInput, BookPanelInput, CancelPanelInput, ChangePanelInput, ChangePanelMemberInput, MovePanelItemInput, PanelAttendanceInput, PanelItemInput, PanelSeatInput, PlanPanelInput,
} from './plan.input';

/** Panels, who sits there, and what is put on them. */
@Resolver()
export class PanelPlanResolver {
  constructor(private readonly plans: PanelPlanService, private readonly members: PanelMembersService, private readonly booking: BookingService) {}

  @Mutation(() => PanelStandingModel, { description: 'By its host; the hub plans joint panels.' })
  planPanel(@CurrentActor() actor: Actor, @Args('input', { type: () => PlanPanelInput }, new ZodPipe(planRequest)) input: PlanRequest): Promise<PanelStanding> {
    return this.plans.plan(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'A panel of which places are taken keeps its day and those places.' })
  changePanel(@CurrentActor() actor: Actor, @Args('input', { type: () => ChangePanelInput }, new ZodPipe(changePanelRequest)) input: ChangePanelRequest): Promise<PanelStanding> {
    return this.plans.change(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'What stands on it is taken off, and its agencies are told.' })
  cancelPanel(@CurrentActor() actor: Actor, @Args('input', { type: () => CancelPanelInput }, new ZodPipe(cancelPanelRequest)) input: CancelPanelRequest): Promise<PanelStanding> {
    return this.plans.cancel(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'By the panel’s host.' })
  confirmPanelItem(@CurrentActor() actor: Actor, @Args('input', { type: () => PanelItemInput }, new ZodPipe(itemRequest)) input: ItemRequest): Promise<PanelStanding> {
    return this.plans.confirm(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'On the central list.' })
  addPanelMember(@CurrentActor() actor: Actor, @Args('input', { type: () => AddPanelMemberInput }, new ZodPipe(addMemberRequest)) input: AddMemberRequest): Promise<PanelStanding> {
    return this.members.add(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'By the agency that keeps the entry.' })
  changePanelMember(@CurrentActor() actor: Actor, @Args('input', { type: () => ChangePanelMemberInput }, new ZodPipe(changeMemberRequest)) input: ChangeMemberRequest): Promise<PanelStanding> {
    return this.members.change(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'Somebody of the central list is expected at a panel.' })
  expectPanelMember(@CurrentActor() actor: Actor, @Args('input', { type: () => PanelSeatInput }, new ZodPipe(seatRequest)) input: SeatRequest): Promise<PanelStanding> {
    return this.members.expect(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'Before anything is said of who came.' })
  takeOffPanelMember(@CurrentActor() actor: Actor, @Args('input', { type: () => PanelSeatInput }, new ZodPipe(seatRequest)) input: SeatRequest): Promise<PanelStanding> {
    return this.members.takeOff(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'From the day of the panel on.' })
  recordPanelAttendance(@CurrentActor() actor: Actor, @Args('input', { type: () => PanelAttendanceInput }, new ZodPipe(attendanceRequest)) input: PanelAttendanceRequest): Promise<PanelStanding> {
    return this.members.attend(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'A provisional place for a link of an own child, which is booked with it, or for the approval of an own household.' })
  bookPanel(@CurrentActor() actor: Actor, @Args('input', { type: () => BookPanelInput }, new ZodPipe(bookRequest)) input: BookRequest): Promise<PanelStanding> {
    return this.booking.book(actor, input);
  }

  @Mutation(() => PanelStandingModel)
  movePanelItem(@CurrentActor() actor: Actor, @Args('input', { type: () => MovePanelItemInput }, new ZodPipe(moveItemRequest)) input: MoveItemRequest): Promise<PanelStanding> {
    return this.booking.move(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'The place is free again; a link goes back to where a panel is booked.' })
  withdrawPanelItem(@CurrentActor() actor: Actor, @Args('input', { type: () => PanelItemInput }, new ZodPipe(itemRequest)) input: ItemRequest): Promise<PanelStanding> {
    return this.booking.withdraw(actor, input);
  }
}
