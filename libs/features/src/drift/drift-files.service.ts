import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { csvText } from '@hub/domain/audit/csv';
import { watermarkWords } from '@hub/domain/audit/watermark';
import { requestId } from '@hub/database/request-id';
import { Clock } from '@hub/platform/clock';
import type { DriftFilter, DriftRow } from './drift-rows';
import { DriftService } from './drift.service';

const HEADINGS = ['Child or group', 'Council', 'Waiting', 'Paused', 'Days searched locally only', 'Open links', 'Whose move', 'Days since a link moved', 'Days without a link', 'Days since review', 'Held up'];

/** Drift as a file: what the page shows, with who took it and when. */
@Injectable()
export class DriftFiles {
  constructor(@Inject(DriftService) private readonly drift: DriftService, @Inject(Clock) private readonly clock: Clock) {}

  async csv(actor: Actor, filter: DriftFilter): Promise<Buffer> {
    const { items } = await this.drift.export(actor, filter);
    const watermark = watermarkWords({ person: actor.displayName, agency: actor.agencyCode, at: this.clock.now(), purpose: 'to chase delay in searches', requestId: requestId() });
    return Buffer.from(csvText([HEADINGS, ...items.map(line), [watermark]]), 'utf8');
  }
}

function line({ unit, agency, waitingBand, isPaused, localDays, links, movers, idleDays, withoutLinkDays, reviewDays, delays }: DriftRow): (string | number | null)[] {
  return [unit, agency.code, waitingBand, isPaused ? 'yes' : 'no', localDays, links.map(({ state }) => state).join(' '), links.length === 0 ? 'NOBODY' : movers.join(' '), idleDays, withoutLinkDays, reviewDays, delays.join(' ')];
}
