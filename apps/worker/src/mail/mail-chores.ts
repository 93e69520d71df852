import { Inject, Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { SendingService } from '@hub/features/mail/sending.service';
import { CONFIG, type Config } from '@hub/platform/config';
import { Logger } from '@hub/platform/logger';

/** Looks by the clock after mails that wait for a server that was down, or whose worker died: their job has ended long ago. */
@Injectable()
export class MailChores implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private going: Promise<void> | undefined;

  constructor(@Inject(SendingService) private readonly sending: SendingService, @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>, @Inject(Logger) private readonly logger: Logger) {}

  onApplicationBootstrap(): void {
    if (this.config.mail) this.timer = setInterval(() => this.look(), this.config.mail.retryMs);
  }

  private look(): void {
    this.going ??= this.sending.sendWaiting().then(() => undefined, (error: unknown) => this.logger.failure('mails not looked after', error)).finally(() => { this.going = undefined; });
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.going;
  }
}
