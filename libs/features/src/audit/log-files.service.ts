import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, DomainError } from '@hub/domain/errors';
import { requestId } from '@hub/database/request-id';
import { Clock } from '@hub/platform/clock';
import { PdfPrinter } from '@hub/platform/pdf/pdf-printer';
import type { LogFilter, LookedAt } from './inputs';
import { changesCsv, logWatermarkWords, looksCsv, type LogWatermark } from './log-files';
import { LogService, type LogPage } from './log.service';
import { looksHtml } from './looks-html';

export interface LogFile {
  readonly type: string;
  readonly name: string;
  readonly content: Buffer;
}

/** A file holds at most so many rows, a PDF fewer; the search narrows what is too much. */
const MOST_ROWS = 10_000;
const MOST_PRINTED = 1_000;

@Injectable()
export class LogFiles {
  constructor(@Inject(LogService) private readonly log: LogService, @Inject(PdfPrinter) private readonly printer: PdfPrinter, @Inject(Clock) private readonly clock: Clock) {}

  async whoLookedCsv(actor: Actor, subject: LookedAt, filter: LogFilter): Promise<LogFile> {
    const page = whole(await this.log.whoLooked(actor, subject, filter, { first: MOST_ROWS, after: null }));
    return csv(`who-looked-${subject.reference}`, looksCsv(page.items, this.watermark(actor, page)));
  }

  async whoLookedPdf(actor: Actor, subject: LookedAt, filter: LogFilter): Promise<LogFile> {
    const page = whole(await this.log.whoLooked(actor, subject, filter, { first: MOST_PRINTED, after: null }));
    const watermark = logWatermarkWords(this.watermark(actor, page));
    const content = await this.printer.print(looksHtml(subject, page.items, watermark), watermark);
    if (!content) throw conflict('GUARD_FAILED', 'This hub has no browser to make a PDF with. Print the page instead, or take the CSV file.');
    return { type: 'application/pdf', name: `who-looked-${subject.reference}.pdf`, content };
  }

  async accessesCsv(actor: Actor, filter: LogFilter): Promise<LogFile> {
    const page = whole(await this.log.accesses(actor, filter, { first: MOST_ROWS, after: null }));
    return csv('access-log', looksCsv(page.items, this.watermark(actor, page)));
  }

  async changesCsv(actor: Actor, filter: LogFilter): Promise<LogFile> {
    const page = whole(await this.log.changes(actor, filter, { first: MOST_ROWS, after: null }));
    return csv('change-log', changesCsv(page.items, this.watermark(actor, page)));
  }

  private watermark({ displayName, agencyCode }: Actor, { archivedBefore }: Pick<LogPage<unknown>, 'archivedBefore'>): LogWatermark {
    return { person: displayName, agency: agencyCode, at: this.clock.now(), purpose: 'to account for access', requestId: requestId(), archivedBefore };
  }
}

/** Part of a log must not pass for all of it. */
function whole<T extends { readonly hasNextPage: boolean }>(page: T): T {
  if (page.hasNextPage) throw new DomainError('LIMIT_EXCEEDED', 'This is more than one file holds. Choose fewer days.');
  return page;
}

const csv = (name: string, text: string): LogFile => ({ type: 'text/csv; charset=utf-8', name: `${name}.csv`, content: Buffer.from(text, 'utf8') });
