import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { csvText } from '@hub/domain/audit/csv';
import { watermarkWords } from '@hub/domain/audit/watermark';
import { CLOCK_RULES } from '@hub/domain/clocks/rules';
import { requestId } from '@hub/database/request-id';
import { Clock } from '@hub/platform/clock';
import type { ClockFilter } from './clock-items';
import { ClocksService, type ShownClockItem } from './clocks.service';

const HEADINGS = ['Case', 'Child', 'Clock', 'Number', 'Rule', 'Source', 'From', 'Due', 'Standing', 'Days left', 'Days over', 'Paused because', 'Extended because', 'Who acts', 'Worker'];

/** Clocks as a file: what the page shows, with who took it and when. */
@Injectable()
export class ClockFiles {
  constructor(@Inject(ClocksService) private readonly clocks: ClocksService, @Inject(Clock) private readonly clock: Clock) {}

  async csv(actor: Actor, filter: ClockFilter): Promise<Buffer> {
    const { items } = await this.clocks.export(actor, filter);
    const watermark = watermarkWords({ person: actor.displayName, agency: actor.agencyCode, at: this.clock.now(), purpose: 'to keep statutory timescales', requestId: requestId() });
    return Buffer.from(csvText([HEADINGS, ...items.map(line), [watermark]]), 'utf8');
  }
}

function line({ clock, standing, subject, member, worker }: ShownClockItem): (string | number | null)[] {
  const { code, nth, startsOn, dueOn, daysLeft, daysOver, pausedBecause, extendedBecause } = clock;
  const { label, says, cites, whoActs } = CLOCK_RULES[code];
  return [subject, member, label, nth, says, cites, startsOn, dueOn, standing, daysLeft, daysOver, pausedBecause, extendedBecause, whoActs, worker?.displayName ?? null];
}
