import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { csvText } from '@hub/domain/audit/csv';
import { watermarkWords } from '@hub/domain/audit/watermark';
import { PIPELINE_STAGES } from '@hub/domain/recruitment/board';
import { requestId } from '@hub/database/request-id';
import { Clock } from '@hub/platform/clock';
import type { BoardFilter, BoardRow } from './board';
import { BoardService } from './board.service';

const HEADINGS = ['Household', 'Stage', 'Since', 'Days', 'Due', 'Late', 'Provisional panel date', 'Worker'];

/** The own agency's board as a file: what the page shows, with who took it and when. */
@Injectable()
export class BoardFiles {
  constructor(@Inject(BoardService) private readonly board: BoardService, @Inject(Clock) private readonly clock: Clock) {}

  async csv(actor: Actor, filter: BoardFilter): Promise<Buffer> {
    const { items } = await this.board.export(actor, filter);
    const watermark = watermarkWords({ person: actor.displayName, agency: actor.agencyCode, at: this.clock.now(), purpose: 'to follow assessments', requestId: requestId() });
    return Buffer.from(csvText([HEADINGS, ...items.map(line), [watermark]]), 'utf8');
  }
}

const line = ({ household, stage, since, days, dueOn, isLate, provisionalPanelOn, worker }: BoardRow): (string | number | null)[] =>
  [household, PIPELINE_STAGES[stage], since, days, dueOn, isLate ? 'yes' : 'no', provisionalPanelOn, worker?.displayName ?? null];
