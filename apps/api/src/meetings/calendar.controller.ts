import { Controller, Get, Inject, Param, StreamableFile } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { notFound } from '@hub/domain/errors';
import { calendarFile } from '@hub/domain/meetings/calendar';
import { meetingReference } from '@hub/features/meetings/inputs';
import { MeetingsService } from '@hub/features/meetings/meetings.service';
import { Clock } from '@hub/platform/clock';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';

/** A meeting for a calendar. A link may fetch it: it changes nothing and holds nothing of a case. */
@Controller('meetings')
export class CalendarController {
  constructor(private readonly meetings: MeetingsService, @Inject(Clock) private readonly clock: Clock) {}

  @Get(':reference.ics')
  async calendar(@CurrentActor() actor: Actor, @Param('reference', new ZodPipe(meetingReference)) reference: string): Promise<StreamableFile> {
    const meeting = await this.meetings.calendar(actor, reference);
    if (!meeting) throw notFound('meeting', reference);
    const content = Buffer.from(calendarFile(meeting, this.clock.now()));
    return new StreamableFile(content, { type: 'text/calendar; charset=utf-8; method=PUBLISH', disposition: `attachment; filename="${reference}.ics"`, length: content.length });
  }
}
