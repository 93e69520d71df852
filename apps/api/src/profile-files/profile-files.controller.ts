import { Controller, HttpCode, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { profiledSubject } from '@hub/features/profile-files/inputs';
import { ProfileFiles, type ProfiledSubject } from '@hub/features/profile-files/profile-files.service';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';

/** Profiles to take along. By POST, which no link can send: each file is made for the session that asks. */
@Controller('profile-files')
export class ProfileFilesController {
  constructor(@Inject(ProfileFiles) private readonly files: ProfileFiles) {}

  @Post(':kind/:reference')
  @HttpCode(200)
  async pdf(@CurrentActor() actor: Actor, @Param('kind', new ZodPipe(profiledSubject)) subjectType: ProfiledSubject, @Param('reference') reference: string): Promise<StreamableFile> {
    const { name, content } = await this.files.pdf(actor, subjectType, reference);
    return new StreamableFile(content, { type: 'application/pdf', disposition: `attachment; filename="${name}"`, length: content.length });
  }
}
