import { Inject, Injectable } from '@nestjs/common';
import type { Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { watermarkWords } from '@hub/domain/audit/watermark';
import { conflict, notFound } from '@hub/domain/errors';
import { requestId } from '@hub/database/request-id';
import { Clock } from '@hub/platform/clock';
import { PdfPrinter } from '@hub/platform/pdf/pdf-printer';
import type { MeetingMinutes } from './meeting-view';
import { MeetingsService } from './meetings.service';
import { minutesHtml } from './minutes-html';

export interface MinutesFile {
  readonly name: string;
  readonly content: Buffer;
}

/** The minutes as a file, out of the same read model as the page, for whoever asks and while they wait (docs/adr/0015). */
@Injectable()
export class MinutesFiles {
  constructor(@Inject(MeetingsService) private readonly meetings: MeetingsService, @Inject(PdfPrinter) private readonly printer: PdfPrinter, @Inject(Clock) private readonly clock: Clock) {}

  /** What is shown is read again before the file leaves; if it is not the same any more, none does (trust.md AZ-7). The second look is the export. */
  async pdf(actor: Actor, reference: string): Promise<MinutesFile> {
    const minutes = await this.read(actor, 'meetings.read', reference);
    const watermark = watermarkWords({ person: actor.displayName, agency: actor.agencyCode, at: this.clock.now(), purpose: 'for family finding', requestId: requestId() });
    const content = await this.printer.print(minutesHtml(minutes, watermark), watermark);
    if (!content) throw conflict('GUARD_FAILED', 'This hub has no browser to make a PDF with. Print the page instead.');
    const now = await this.read(actor, 'meetings.export', reference);
    if (JSON.stringify(now) !== JSON.stringify(minutes)) throw conflict('GUARD_FAILED', 'The minutes changed while the file was made. Ask for it again.');
    return { name: `minutes-${reference}.pdf`, content };
  }

  private async read(actor: Actor, action: Extract<Action, 'meetings.read' | 'meetings.export'>, reference: string): Promise<MeetingMinutes> {
    const minutes = await this.meetings.minutes(actor, reference, action);
    if (!minutes) throw notFound('meeting', reference);
    return minutes;
  }
}
