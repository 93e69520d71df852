import { Inject, Injectable } from '@nestjs/common';
import writeExcelFile from 'write-excel-file/node';
import type { Actor } from '@hub/domain/access/actor';
import { csvText } from '@hub/domain/audit/csv';
import { watermarkWords } from '@hub/domain/audit/watermark';
import { financialYearWords, type Quarter } from '@hub/domain/dates/financial-year';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { TRIGGERS } from '@hub/domain/fees/instalments';
import type { StatementLine, Sums } from '@hub/domain/fees/statement';
import { requestId } from '@hub/database/request-id';
import { Clock } from '@hub/platform/clock';
import { StatementsService } from './statements.service';

const SIDES = { PAYER: 'To pay', PAYEE: 'To be paid' } as const;
const LINE_HEADINGS = ['Direction', 'Agency', 'Placement', 'What for', 'Number', 'Due on', 'Invoice', 'Invoiced on'] as const;
const SUM_HEADINGS = ['Open at the start (£)', 'Fell due (£)', 'Invoiced (£)', 'Paid (£)', 'Waived (£)', 'Open at the end (£)'] as const;
const SUMS: readonly (keyof Sums)[] = ['opening', 'due', 'invoiced', 'paid', 'waived', 'closing'];

/** The statement of a quarter as files, with who took it and what for. */
@Injectable()
export class StatementFiles {
  constructor(@Inject(StatementsService) private readonly statements: StatementsService, @Inject(Clock) private readonly clock: Clock) {}

  async csv(actor: Actor, quarter: Quarter): Promise<Buffer> {
    const { lines, totals } = await this.statements.export(actor, quarter);
    const body = lines.map((line) => [...words(line), ...SUMS.map((column) => pounds(line[column]))]);
    const sums = totals.map((total) => [SIDES[total.side], total.other ?? 'All agencies', 'Total', null, null, null, null, null, ...SUMS.map((column) => pounds(total[column]))]);
    return Buffer.from(csvText([[...LINE_HEADINGS, ...SUM_HEADINGS], ...body, ...sums, [this.watermark(actor, quarter)]]), 'utf8');
  }

  /** Days are days and sums are numbers there; what is text stays text, whatever it begins with. */
  async xlsx(actor: Actor, quarter: Quarter): Promise<Buffer> {
    const { lines, totals } = await this.statements.export(actor, quarter);
    const made = [text(this.watermark(actor, quarter))];
    return writeExcelFile([
      sheet('Statement', [...LINE_HEADINGS, ...SUM_HEADINGS], lines.map((line) => [...cells(line), ...SUMS.map((column) => money(line[column]))]), made),
      sheet('Totals', ['Direction', 'Agency', ...SUM_HEADINGS], totals.map((total) => [text(SIDES[total.side]), text(total.other ?? 'All agencies'), ...SUMS.map((column) => money(total[column]))]), made),
    ]).toBuffer();
  }

  private watermark(actor: Actor, { year, quarter }: Quarter): string {
    return watermarkWords({
      person: actor.displayName, agency: actor.agencyCode, at: this.clock.now(), purpose: `to settle inter-agency fees of ${financialYearWords(year)}, quarter ${quarter}`, requestId: requestId(),
    });
  }
}

const words = ({ side, other, placement, trigger, number, dueOn, invoiceNumber, invoicedOn }: StatementLine): (string | number | null)[] => [SIDES[side], other, placement, TRIGGERS[trigger], number, dueOn, invoiceNumber, invoicedOn];

/** For a spreadsheet, which knows pounds alone: of up to a million, the nearest number shows the very pence. */
const pounds = (pence: number): number => pence / 100;

type Cell = object | null;
type OutSheet = Parameters<typeof writeExcelFile>[0][number] & { sheet: string };

const text = (value: string): Cell => ({ value, type: String, format: '@' });
const day = (value: IsoDate | null): Cell => (value === null ? null : { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' });
const money = (pence: number): Cell => ({ value: pounds(pence), type: Number, format: '#,##0.00' });
const cells = ({ side, other, placement, trigger, number, dueOn, invoiceNumber, invoicedOn }: StatementLine): Cell[] =>
  [text(SIDES[side]), text(other), text(placement), text(TRIGGERS[trigger]), { value: number, type: Number }, day(dueOn), invoiceNumber === null ? null : text(invoiceNumber), day(invoicedOn)];

function sheet(name: string, headings: readonly string[], rows: readonly Cell[][], end: Cell[]): OutSheet {
  const head = headings.map((value) => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#d9e8f5', textWrap: true }));
  return { sheet: name, data: [head, ...rows, end], columns: headings.map((heading) => ({ width: Math.max(12, Math.min(40, heading.length + 4)) })), stickyRowsCount: 1 } as OutSheet;
}
