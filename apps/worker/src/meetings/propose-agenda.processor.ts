import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@hub/domain/errors';
import { ProposeService } from '@hub/features/meetings/propose.service';
import { proposeAgenda } from '@hub/queue/jobs';

/** Proposes the agenda of one meeting: the story is in ProposeService. */
@Injectable()
export class ProposeAgendaProcessor {
  readonly job = proposeAgenda;

  constructor(private readonly meetings: ProposeService) {}

  async handle(wish: { meetingId: string; wish: number }): Promise<void> {
    await this.meetings.execute(wish);
  }

  async giveUp(wish: { meetingId: string; wish: number }, code: ErrorCode): Promise<void> {
    await this.meetings.giveUp(wish, code);
  }
}
