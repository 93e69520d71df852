import { Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { LinkWorkService, type OpenLink } from '@hub/features/links/link-work.service';
import { HouseholdCardModel } from '../adopters/household-card.model';
import { UnitCardModel } from '../children/unit-card.model';
import { CurrentLoaders } from '../graphql/current-actor';
import type { Batch, Loaders } from '../graphql/loaders';

enum OpenLinkEnum { OURS = 'OURS', THEIRS = 'THEIRS' }
registerEnumType(OpenLinkEnum, { name: 'OpenLink', description: 'Who acts next on an open link: the viewer’s agency, or the other one.' });
const FIELD = { nullable: true, description: 'Of an open link of the viewer’s agency with it: who acts next.' };

/** One statement for a page of cards, and only where the field is asked for. */
@Resolver(() => UnitCardModel)
export class UnitLinksResolver {
  private readonly openLinks: Batch<string, OpenLink>;

  constructor(work: LinkWorkService) {
    this.openLinks = (actor, references) => work.openLinks(actor, references);
  }

  @ResolveField('openLink', () => OpenLinkEnum, FIELD)
  openLink(@Parent() { reference }: UnitCardModel, @CurrentLoaders() loaders: Loaders): Promise<OpenLink | null> {
    return loaders.load(this.openLinks, reference);
  }
}

/** The same for families. */
@Resolver(() => HouseholdCardModel)
export class HouseholdLinksResolver {
  private readonly openLinks: Batch<string, OpenLink>;

  constructor(work: LinkWorkService) {
    this.openLinks = (actor, references) => work.openLinks(actor, references);
  }

  @ResolveField('openLink', () => OpenLinkEnum, FIELD)
  openLink(@Parent() { reference }: HouseholdCardModel, @CurrentLoaders() loaders: Loaders): Promise<OpenLink | null> {
    return loaders.load(this.openLinks, reference);
  }
}
