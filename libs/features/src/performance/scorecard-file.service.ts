import { Inject, Injectable } from '@nestjs/common';
import writeExcelFile from 'write-excel-file/node';
import type { Actor } from '@hub/domain/access/actor';
import { watermarkWords } from '@hub/domain/audit/watermark';
import { REGION_NAME } from '@hub/domain/performance/chart-words';
import { isoDate } from '@hub/domain/dates/iso-date';
import { definitionOf } from '@hub/domain/performance/definitions';
import { SCORECARD_CODES, SCORECARD_HEADINGS, scorecardEnds, scorecardLine } from '@hub/domain/performance/scorecard';
import { HIDDEN_MEANS } from '@hub/domain/performance/shown-numbers';
import { requestId } from '@hub/database/request-id';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { mustFindAgencies } from '../agencies/agencies.queries';
import { readFigures } from './performance.service';
import { knownTargets } from './targets.service';
import { sheetOf } from './workbook-sheet';

/** The scorecard's indicators over three years to each of the last three ends of March, as the one reckoning has them. */
@Injectable()
export class ScorecardFile {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock) {}

  xlsx(actor: Actor): Promise<Buffer> {
    return this.uow.run(actor, 'performance.export', async (tx) => {
      const { figures, edition } = await readFigures(tx, actor, { codes: SCORECARD_CODES, agencies: 'ALL', kind: 'THREE_YEARS', to: scorecardEnds(isoDate(this.clock.today())), basis: 'RESTATED' });
      const targets = await knownTargets(tx, actor);
      const names = new Map((await mustFindAgencies(tx, [...new Set(figures.flatMap(({ agency }) => agency ?? []))])).map(({ code, name }) => [code, name]));
      const lines = figures.flatMap((figure) => {
        const definition = definitionOf(figure.code);
        return definition ? [scorecardLine(definition, figure, targets, figure.agency === null ? REGION_NAME : (names.get(figure.agency) ?? figure.agency))] : [];
      });
      shown({ fields: SCORECARD_CODES, count: lines.length });
      const made = watermarkWords({ person: actor.displayName, agency: actor.agencyCode, at: this.clock.now(), purpose: 'to compare performance', requestId: requestId() });
      const stamp = edition === null ? 'Nothing has been counted yet.' : `What was known on ${edition.dataDate}; edition ${edition.reference}. The region is today’s members in every month.`;
      const what = SCORECARD_CODES.map((code) => { const one = definitionOf(code); return [code, one?.label ?? '', one?.definition ?? '', one?.population ?? '']; });
      return writeExcelFile([
        sheetOf('Scorecard', SCORECARD_HEADINGS, lines), sheetOf('About', ['About these figures', 'What', 'How it is counted', 'Of whom'], [[stamp], [HIDDEN_MEANS], [made], ...what]),
      ]).toBuffer();
    });
  }
}
