import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { MailChoice } from '@hub/domain/mail/choices';
import { mailChoice } from '@hub/features/mail/inputs';
import { MailService, type MailSettings } from '@hub/features/mail/mail.service';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { MailChoiceEnum, MailSettingsModel } from './mail.model';

@Resolver()
export class MailResolver {
  constructor(private readonly mail: MailService) {}

  @Query(() => MailSettingsModel, { description: 'How the viewer wants to be written to.' })
  mailSettings(@CurrentActor() actor: Actor): Promise<MailSettings> {
    return this.mail.settings(actor);
  }

  @Mutation(() => MailSettingsModel)
  chooseMail(@CurrentActor() actor: Actor, @Args('choice', { type: () => MailChoiceEnum }, new ZodPipe(mailChoice)) choice: MailChoice): Promise<MailSettings> {
    return this.mail.choose(actor, choice);
  }
}
