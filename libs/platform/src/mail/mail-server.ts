import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { CONFIG, type Config } from '../config';
import { isLoopback } from '../loopback';
import { PlainError } from '../plain-error';

export interface OutgoingMail {
  /** The same for each attempt, so that servers and mail programs know a second copy for what it is. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * What became of an attempt. SERVER: no mail passes at present. RECIPIENT: the server does not take this one now.
 * REFUSED: it never will. Where nothing was heard, SERVER: the server may have taken the mail.
 */
export type Handover = 'SENT' | 'SERVER' | 'RECIPIENT' | 'REFUSED';

/** The mail server; one line for all that leaves the hub by mail. */
@Injectable()
export class MailServer {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'mail'>) {}

  get isSetUp(): boolean {
    return this.config.mail !== undefined;
  }

  /** Never throws for what the server says or does; its words are kept to itself, for they quote addresses. */
  async handOver({ id, ...mail }: OutgoingMail): Promise<Handover> {
    const { smtpUrl, from, timeoutMs } = this.settings();
    const transport = createTransport({ ...optionsOf(smtpUrl), connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, socketCloseTimeout: 0 });
    try {
      await transport.sendMail({
        ...mail, from, messageId: `<${id}@${from.replace(/^.*@|>\s*$/g, '')}>`, xMailer: false, disableFileAccess: true, disableUrlAccess: true,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }, signal: AbortSignal.timeout(timeoutMs),
      });
      return 'SENT';
    } catch (error) {
      return whyNot(error as { responseCode?: number; command?: string });
    } finally {
      transport.close();
    }
  }

  private settings(): NonNullable<Config['mail']> {
    if (!this.config.mail) throw new PlainError('HUB_SMTP_URL is not set: there is no mail server.');
    return this.config.mail;
  }
}

/** Beyond this machine nothing travels in the clear, the credentials least of all. */
function optionsOf(smtpUrl: string) {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? (secure ? 465 : 587) : Number(port), secure, requireTLS: !secure && !isLoopback(hostname), ignoreTLS: isLoopback(hostname) && !secure,
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

/** Of a mail alone the server speaks after RCPT TO and DATA; whatever else it says or does not say is about all of them. */
function whyNot({ responseCode = 0, command = '' }: { responseCode?: number; command?: string }): Handover {
  if (!/^(RCPT TO|DATA)/.test(command) || responseCode < 400 || responseCode === 421) return 'SERVER';
  return responseCode < 500 ? 'RECIPIENT' : 'REFUSED';
}
