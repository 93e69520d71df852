import { Args, Int, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { Person } from '@hub/features/agencies/users.queries';
import { meetingReference, meetingWhen } from '@hub/features/meetings/inputs';
import type { MeetingAction, MeetingMinutes, MeetingSummary, MeetingView } from '@hub/features/meetings/meeting-view';
import type { MeetingWhen } from '@hub/features/meetings/meetings.queries';
import { MeetingsService } from '@hub/features/meetings/meetings.service';
import { CurrentActor } from '../graphql/current-actor';
import { offsetConnection, offsetRequest, type Connection } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { MyWorkModel } from '../work/my-work.model';
import { MeetingWhenEnum } from './meeting-enums';
import { MeetingActionModel } from './meeting-item.model';
import { MeetingColleagueModel } from './meeting-people.model';
import { MeetingConnectionModel, MeetingModel, MeetingSummaryModel } from './meeting.model';
import { MeetingMinutesModel } from './minutes.model';

const REFERENCE = () => Args('reference', { type: () => String }, new ZodPipe(meetingReference));

@Resolver()
export class MeetingsResolver {
  constructor(private readonly service: MeetingsService) {}

  @Query(() => MeetingModel, { nullable: true, description: 'Null alike for a meeting that does not exist and for one to which the viewer’s agency is not invited.' })
  meeting(@CurrentActor() actor: Actor, @REFERENCE() reference: string): Promise<MeetingView | null> {
    return this.service.find(actor, reference);
  }

  @Query(() => Int, { nullable: true, description: 'The number of a meeting’s last change: asked every second by whoever watches it.' })
  meetingVersion(@CurrentActor() actor: Actor, @REFERENCE() reference: string): Promise<number | null> {
    return this.service.version(actor, reference);
  }

  @Query(() => MeetingMinutesModel, { nullable: true, description: 'The minutes, out of what was recorded so far.' })
  meetingMinutes(@CurrentActor() actor: Actor, @REFERENCE() reference: string): Promise<MeetingMinutes | null> {
    return this.service.minutes(actor, reference);
  }

  @Query(() => MeetingConnectionModel, { description: 'Meetings that the viewer’s agency convenes or is invited to.' })
  async meetings(
    @CurrentActor() actor: Actor,
    @Args('when', { type: () => MeetingWhenEnum }, new ZodPipe(meetingWhen)) when: MeetingWhen,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<MeetingSummary>> {
    const page = offsetRequest(first, after);
    const { items, totalCount } = await this.service.list(actor, { when, ...page });
    return offsetConnection(items, totalCount, page.offset);
  }

  @Query(() => [MeetingColleagueModel], { description: 'Active people of the own agency, for naming who comes.' })
  meetingColleagues(@CurrentActor() actor: Actor): Promise<Person[]> {
    return this.service.colleagues(actor);
  }
}

@Resolver(() => MyWorkModel)
export class MyMeetingsResolver {
  constructor(private readonly service: MeetingsService) {}

  @ResolveField('meetings', () => [MeetingSummaryModel], { description: 'Meetings to come and under way.' })
  mine(@CurrentActor() actor: Actor): Promise<MeetingSummary[]> {
    return this.service.mine(actor);
  }

  @ResolveField(() => [MeetingActionModel], { description: 'What the viewer promised at meetings and has not done, the first due first.' })
  meetingActions(@CurrentActor() actor: Actor): Promise<MeetingAction[]> {
    return this.service.myActions(actor);
  }
}
