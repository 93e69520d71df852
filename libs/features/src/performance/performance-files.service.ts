import { Inject, Injectable } from '@nestjs/common';
import writeExcelFile from 'write-excel-file/node';
import type { Actor } from '@hub/domain/access/actor';
import { csvText } from '@hub/domain/audit/csv';
import { watermarkWords } from '@hub/domain/audit/watermark';
import { instantWords } from '@hub/domain/dates/words';
import { PERIOD_WORDS } from '@hub/domain/performance/chart-words';
import { figureTable, type FigureTable } from '@hub/domain/performance/figure-table';
import type { Definition } from '@hub/domain/performance/indicator';
import { HIDDEN_MEANS } from '@hub/domain/performance/shown-numbers';
import { requestId } from '@hub/database/request-id';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { mustFindAgencies } from '../agencies/agencies.queries';
import { PerformanceService, readFigures, type Edition, type FiguresQuery } from './performance.service';
import { sheetOf } from './workbook-sheet';

interface Made {
  readonly table: FigureTable;
  readonly definitions: readonly Definition[];
  readonly edition: Edition | null;
}

/** Figures as files: what the page shows, hidden where it hides, with who took them and when. */
@Injectable()
export class PerformanceFiles {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(PerformanceService) private readonly performance: PerformanceService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async csv(actor: Actor, query: FiguresQuery): Promise<Buffer> {
    const made = await this.make(actor, query);
    return Buffer.from(csvText([made.table.headings, ...made.table.rows, ...this.about(actor, query, made).map((line) => [line])]), 'utf8');
  }

  /** Days are days and figures are numbers there; what is text stays text, whatever it begins with. */
  async xlsx(actor: Actor, query: FiguresQuery): Promise<Buffer> {
    const made = await this.make(actor, query);
    const notes = [...this.about(actor, query, made).map((line) => [line]), ...made.definitions.map(({ code, label, population, definition, version }) => [code, label, definition, population, `Version ${version}`])];
    return writeExcelFile([
      sheetOf('Figures', made.table.headings, made.table.rows), sheetOf('About', ['About these figures', 'Indicator', 'What is counted', 'Of whom', 'Version'], notes),
    ]).toBuffer();
  }

  private make(actor: Actor, query: FiguresQuery): Promise<Made> {
    return this.uow.run(actor, 'performance.export', async (tx) => {
      const { figures, edition } = await readFigures(tx, actor, query);
      const agencies = await mustFindAgencies(tx, [...new Set(figures.flatMap(({ agency }) => (agency === null ? [] : [agency])))]);
      // A publication says by which version it was counted, not by which it would be today.
      const definitions = this.performance.definitions().filter(({ code }) => query.codes.includes(code)).map((one) => ({ ...one, version: edition?.definitions[one.code] ?? one.version }));
      const names = new Map(agencies.map(({ code, name }) => [code, name]));
      shown({ fields: query.codes, count: figures.length });
      return { table: figureTable(definitions, figures, query.kind, (code) => names.get(code) ?? code), definitions, edition };
    });
  }

  private about(actor: Actor, { kind, basis }: FiguresQuery, { edition }: Made): string[] {
    const stamp = edition === null ? 'Nothing has been counted yet.' : `What was known on ${edition.dataDate}, counted ${instantWords(edition.reckonedAt)}; edition ${edition.reference}${edition.name === null ? '' : `, ${edition.name}`}.`;
    const history = basis === 'FROZEN' ? 'The region is who was a member in each month.' : 'The region is today’s members in every month.';
    const made = watermarkWords({ person: actor.displayName, agency: actor.agencyCode, at: this.clock.now(), purpose: 'to compare performance', requestId: requestId() });
    return [`${PERIOD_WORDS[kind]}. ${stamp} ${history}`, HIDDEN_MEANS, made];
  }
}
