import { Inject, Injectable } from '@nestjs/common';
import writeExcelFile from 'write-excel-file/node';
import type { Actor } from '@hub/domain/access/actor';
import { csvText } from '@hub/domain/audit/csv';
import { watermarkWords } from '@hub/domain/audit/watermark';
import { HIDDEN, HIDDEN_MEANS, type Shown } from '@hub/domain/performance/shown-numbers';
import { SUFFICIENCY_DIMENSIONS } from '@hub/domain/performance/sufficiency';
import { requestId } from '@hub/database/request-id';
import { Clock } from '@hub/platform/clock';
import { SufficiencyService, type Sufficiency, type SufficiencyLine } from './sufficiency.service';
import { sheetOf } from './workbook-sheet';

const OWN = ['Own children', 'Own children or groups', 'Own families available', 'Own families in the pipeline', 'Own families not recorded'] as const;
const REGION = ['Region’s children', 'Region’s children or groups', 'Region’s families available', 'Region’s families in the pipeline'] as const;
const HEADINGS = ['By', 'What', ...OWN, ...REGION];

/** Sufficiency as files: what the page shows, hidden where it hides, with who took it and when. */
@Injectable()
export class SufficiencyFiles {
  constructor(@Inject(SufficiencyService) private readonly sufficiency: SufficiencyService, @Inject(Clock) private readonly clock: Clock) {}

  async csv(actor: Actor): Promise<Buffer> {
    const found = await this.sufficiency.read(actor, 'reports.export');
    return Buffer.from(csvText([HEADINGS, ...found.lines.map(cells), ...this.about(actor, found).map((line) => [line])]), 'utf8');
  }

  async xlsx(actor: Actor): Promise<Buffer> {
    const found = await this.sufficiency.read(actor, 'reports.export');
    return writeExcelFile([sheetOf('Sufficiency', HEADINGS, found.lines.map(cells)), sheetOf('About', ['About these numbers'], this.about(actor, found).map((line) => [line]))]).toBuffer();
  }

  private about(actor: Actor, { ownCountedOn, regionCountedOn }: Sufficiency): string[] {
    const made = watermarkWords({ person: actor.displayName, agency: actor.agencyCode, at: this.clock.now(), purpose: 'to plan recruitment', requestId: requestId() });
    return [`Own numbers of ${ownCountedOn ?? 'no day yet'}, the region’s of ${regionCountedOn ?? 'no day yet'}. A family counts where no rule of the matching engine keeps it from children of that kind.`, HIDDEN_MEANS, made];
  }
}

function cells({ dimension, label, own, region }: SufficiencyLine): Shown[] {
  const hidden = (count: number | null | undefined): Shown => (region === null ? null : (count ?? HIDDEN));
  // A group of several ages stands in several rows, so that groups are not counted there.
  const units = dimension === 'AGE' ? null : hidden(region?.units);
  const children = dimension === 'ALL' || dimension === 'SIZE' ? hidden(region?.children) : null;
  return [
    SUFFICIENCY_DIMENSIONS[dimension], label, own?.children ?? null, dimension === 'AGE' ? null : (own?.units ?? null), own?.available ?? null, own?.pipeline ?? null, own?.notRecorded ?? null,
    children, units, hidden(region?.available), hidden(region?.pipeline),
  ];
}
