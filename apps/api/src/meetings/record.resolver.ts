import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { ActionsService } from '@hub/features/meetings/actions.service';
import { LiveService } from '@hub/features/meetings/live.service';
import { OutcomesService } from '@hub/features/meetings/outcomes.service';
import { PeopleService } from '@hub/features/meetings/people.service';
import {
  actionRequest, attendanceRequest, correctionRequest, finishRequest, onwardsRequest, pairOutcomeRequest, stepOutRequest, unitOutcomeRequest,
  type ActionRequest, type AttendanceRequest, type CorrectionRequest, type FinishRequest, type OnwardsRequest, type PairOutcomeRequest, type StepOutRequest, type UnitOutcomeRequest,
} from '@hub/features/meetings/inputs';
import type { MeetingStanding } from '@hub/features/meetings/meeting-steps.queries';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { MeetingStandingModel } from './meeting.model';
import { AttendanceInput, CorrectMinutesInput, FinishActionInput, MeetingActionInput, MeetingStepInput, PairOutcomeInput, StepOutInput, UnitOutcomeInput } from './record.input';

/** What is recorded while a meeting is held, and what follows from it. */
@Resolver()
export class MeetingRecordResolver {
  constructor(private readonly actions: ActionsService, private readonly live: LiveService, private readonly outcomes: OutcomesService, private readonly people: PeopleService) {}

  @Mutation(() => MeetingStandingModel)
  recordAttendance(@CurrentActor() actor: Actor, @Args('input', { type: () => AttendanceInput }, new ZodPipe(attendanceRequest)) input: AttendanceRequest): Promise<MeetingStanding> {
    return this.people.attend(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'START, NEXT item, BACK to the item before, CLOSE.' })
  moveMeetingOn(@CurrentActor() actor: Actor, @Args('input', { type: () => MeetingStepInput }, new ZodPipe(onwardsRequest)) input: OnwardsRequest): Promise<MeetingStanding> {
    return this.live.goOn(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'Somebody leaves the room for an item.' })
  stepOutOfItem(@CurrentActor() actor: Actor, @Args('input', { type: () => StepOutInput }, new ZodPipe(stepOutRequest)) input: StepOutRequest): Promise<MeetingStanding> {
    return this.live.stepOut(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'PURSUE puts the pair before both sides as a link; RULE_OUT leaves it out of runs and agendas.' })
  recordPairOutcome(@CurrentActor() actor: Actor, @Args('input', { type: () => PairOutcomeInput }, new ZodPipe(pairOutcomeRequest)) input: PairOutcomeRequest): Promise<MeetingStanding> {
    return this.outcomes.ofPair(actor, input);
  }

  @Mutation(() => MeetingStandingModel)
  recordUnitOutcome(@CurrentActor() actor: Actor, @Args('input', { type: () => UnitOutcomeInput }, new ZodPipe(unitOutcomeRequest)) input: UnitOutcomeRequest): Promise<MeetingStanding> {
    return this.outcomes.ofUnit(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'It stands in the owner’s work until it is done.' })
  giveMeetingAction(@CurrentActor() actor: Actor, @Args('input', { type: () => MeetingActionInput }, new ZodPipe(actionRequest)) input: ActionRequest): Promise<MeetingStanding> {
    return this.actions.give(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'By its owner, or by who approves in the owner’s agency.' })
  finishMeetingAction(@CurrentActor() actor: Actor, @Args('input', { type: () => FinishActionInput }, new ZodPipe(finishRequest)) input: FinishRequest): Promise<MeetingStanding> {
    return this.actions.finish(actor, input);
  }

  @Mutation(() => MeetingStandingModel, { description: 'After the meeting closed; what was recorded stays beside it.' })
  correctMinutes(@CurrentActor() actor: Actor, @Args('input', { type: () => CorrectMinutesInput }, new ZodPipe(correctionRequest)) input: CorrectionRequest): Promise<MeetingStanding> {
    return this.actions.correct(actor, input);
  }
}
