import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { watermarkWords } from '@hub/domain/audit/watermark';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { conflict } from '@hub/domain/errors';
import { requestId } from '@hub/database/request-id';
import { Clock } from '@hub/platform/clock';
import { PdfPrinter } from '@hub/platform/pdf/pdf-printer';
import { ExecutiveReportsService } from './executive-reports.service';
import { reportHtml } from './report-html';

/** The six-monthly report as a file, out of the same read model as its page (docs/adr/0015). */
@Injectable()
export class ReportFiles {
  constructor(@Inject(ExecutiveReportsService) private readonly reports: ExecutiveReportsService, @Inject(PdfPrinter) private readonly printer: PdfPrinter, @Inject(Clock) private readonly clock: Clock) {}

  /** What is shown is read again before the file leaves; if it is not the same any more, none does (trust.md AZ-7). The second look is the export. */
  async pdf(actor: Actor, from: IsoDate): Promise<{ readonly name: string; readonly content: Buffer }> {
    const report = await this.reports.read(actor, from);
    const watermark = watermarkWords({ person: actor.displayName, agency: actor.agencyCode, at: this.clock.now(), purpose: 'to report to the executive', requestId: requestId() });
    const content = await this.printer.print(reportHtml(report, watermark), watermark);
    if (!content) throw conflict('GUARD_FAILED', 'This hub has no browser to make a PDF with. Print the page instead.');
    const now = await this.reports.read(actor, from, 'reports.export');
    if (JSON.stringify(now) !== JSON.stringify(report)) throw conflict('GUARD_FAILED', 'The report changed while the file was made. Ask for it again.');
    return { name: `six-monthly-report-${report.agency.code}-${from}.pdf`, content };
  }
}
