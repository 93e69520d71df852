import { Controller, HttpCode, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { meetingReference } from '@hub/features/meetings/inputs';
import { MinutesFiles } from '@hub/features/meetings/minutes-file.service';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';

/** Minutes to take along. By POST, which no link can send: each file is made for the session that asks. */
@Controller('meeting-files')
export class MeetingFilesController {
  constructor(@Inject(MinutesFiles) private readonly files: MinutesFiles) {}

  @Post(':reference/minutes')
  @HttpCode(200)
  async minutes(@CurrentActor() actor: Actor, @Param('reference', new ZodPipe(meetingReference)) reference: string): Promise<StreamableFile> {
    const { name, content } = await this.files.pdf(actor, reference);
    return new StreamableFile(content, { type: 'application/pdf', disposition: `attachment; filename="${name}"`, length: content.length });
  }
}
