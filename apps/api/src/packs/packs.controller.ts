import { Controller, HttpCode, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { reference } from '@hub/features/children/inputs';
import { linkReference } from '@hub/features/links/inputs';
import { LinkPack } from '@hub/features/links/link-pack.service';
import { ShortlistPack } from '@hub/features/matching/shortlist-pack.service';
import { AgendaPack } from '@hub/features/panels/agenda-pack.service';
import { panelReference } from '@hub/features/panels/inputs';
import { placementReference } from '@hub/features/placements/inputs';
import { PlacementPack } from '@hub/features/placements/placement-pack.service';
import type { PackFile } from '@hub/features/packs/pack-printer';
import { selectionId } from '@hub/features/search/inputs';
import { SelectionPack } from '@hub/features/search/selection-pack.service';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';

/** Pages to take along. By POST, which no link can send: each file is made for the session that asks. */
@Controller('packs')
export class PacksController {
  constructor(@Inject(LinkPack) private readonly links: LinkPack, @Inject(ShortlistPack) private readonly shortlists: ShortlistPack, @Inject(SelectionPack) private readonly selections: SelectionPack, @Inject(AgendaPack) private readonly agendas: AgendaPack, @Inject(PlacementPack) private readonly placements: PlacementPack) {}

  @Post('link/:reference')
  @HttpCode(200)
  async link(@CurrentActor() actor: Actor, @Param('reference', new ZodPipe(linkReference)) link: string): Promise<StreamableFile> {
    return sent(await this.links.pdf(actor, link));
  }

  @Post('shortlist/:unit')
  @HttpCode(200)
  async shortlist(@CurrentActor() actor: Actor, @Param('unit', new ZodPipe(reference)) unit: string): Promise<StreamableFile> {
    return sent(await this.shortlists.pdf(actor, unit));
  }

  @Post('placement/:reference')
  @HttpCode(200)
  async placement(@CurrentActor() actor: Actor, @Param('reference', new ZodPipe(placementReference)) placement: string): Promise<StreamableFile> {
    return sent(await this.placements.pdf(actor, placement));
  }

  @Post('panel/:reference')
  @HttpCode(200)
  async panel(@CurrentActor() actor: Actor, @Param('reference', new ZodPipe(panelReference)) panel: string): Promise<StreamableFile> {
    return sent(await this.agendas.pdf(actor, panel));
  }

  @Post('selection/:id')
  @HttpCode(200)
  async selection(@CurrentActor() actor: Actor, @Param('id', new ZodPipe(selectionId)) id: string): Promise<StreamableFile> {
    return sent(await this.selections.pdf(actor, id));
  }
}

const sent = ({ name, content }: PackFile): StreamableFile => new StreamableFile(content, { type: 'application/pdf', disposition: `attachment; filename="${name}"`, length: content.length });
