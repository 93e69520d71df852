import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { MailChoice } from '@hub/domain/mail/choices';
import type { MailSettings } from '@hub/features/mail/mail.service';
import { DateTime } from '../graphql/scalars';

export enum MailChoiceEnum { EACH = 'EACH', DAILY = 'DAILY', WEEKLY = 'WEEKLY', NONE = 'NONE' }
registerEnumType(MailChoiceEnum, { name: 'MailChoice', description: 'Of each notice, at most once a day or a week, or never.' });

@ObjectType('MailSettings', { description: 'Mails hold counts and a link to the sign-in.' })
export class MailSettingsModel implements MailSettings {
  @Field(() => Boolean, { description: 'Without a mail server the hub sends none, whatever is chosen.' })
  isSetUp!: boolean;

  @Field(() => MailChoiceEnum)
  choice!: MailChoice;

  @Field(() => DateTime, { nullable: true })
  lastSentAt!: Date | null;
}
