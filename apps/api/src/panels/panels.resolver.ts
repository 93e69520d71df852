import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { calendarRequest, itemReference, panelReference } from '@hub/features/panels/inputs';
import type { PanelCalendar, PanelItemSummary, PanelItemView, PanelMember, PanelSummary, PanelView } from '@hub/features/panels/panel-view';
import { PanelsService } from '@hub/features/panels/panels.service';
import { CurrentActor } from '../graphql/current-actor';
import { LocalDate } from '../graphql/scalars';
import { ZodPipe } from '../graphql/zod.pipe';
import { MyWorkModel } from '../work/my-work.model';
import { PanelItemSummaryModel } from './panel-item-summary.model';
import { PanelItemModel } from './panel-item.model';
import { PanelCalendarModel, PanelMemberModel, PanelModel, PanelSummaryModel } from './panel.model';

@Resolver()
export class PanelsResolver {
  constructor(private readonly service: PanelsService) {}

  @Query(() => PanelCalendarModel, { description: 'The region’s panels between two days, both included, and who has none for more than a month.' })
  panels(
    @CurrentActor() actor: Actor,
    @Args('from', { type: () => LocalDate }) from: IsoDate,
    @Args('to', { type: () => LocalDate }) to: IsoDate,
    @Args('agency', { type: () => String, nullable: true, description: 'Code: those in which it takes part.' }) agency?: string | null,
  ): Promise<PanelCalendar> {
    return this.service.calendar(actor, new ZodPipe(calendarRequest).transform({ from, to, agency }));
  }

  @Query(() => PanelModel, { nullable: true })
  panel(@CurrentActor() actor: Actor, @Args('reference', { type: () => String }, new ZodPipe(panelReference)) reference: string): Promise<PanelView | null> {
    return this.service.panel(actor, reference);
  }

  @Query(() => PanelItemModel, { nullable: true, description: 'Null alike for an item that does not exist and for one to which the viewer’s agency is no party.' })
  panelItem(@CurrentActor() actor: Actor, @Args('reference', { type: () => String }, new ZodPipe(itemReference)) reference: string): Promise<PanelItemView | null> {
    return this.service.item(actor, reference);
  }

  @Query(() => [PanelMemberModel], { description: 'The central list of the region; those whose term has ended last.' })
  panelMembers(@CurrentActor() actor: Actor): Promise<PanelMember[]> {
    return this.service.members(actor);
  }

  @Query(() => [PanelSummaryModel], { description: 'Panels to come in which the own agency takes part and a place is free.' })
  panelsToBook(@CurrentActor() actor: Actor): Promise<PanelSummary[]> {
    return this.service.toBook(actor);
  }

  @Query(() => [PanelItemSummaryModel], { description: 'What panels considered of a link, the newest first.' })
  panelItemsOfLink(@CurrentActor() actor: Actor, @Args('link', { type: () => String }) link: string): Promise<PanelItemSummary[]> {
    return this.service.ofLink(actor, link);
  }

  @Query(() => [PanelItemSummaryModel], { description: 'The same of a household’s approval.' })
  panelItemsOfHousehold(@CurrentActor() actor: Actor, @Args('household', { type: () => String }) household: string): Promise<PanelItemSummary[]> {
    return this.service.ofHousehold(actor, household);
  }
}

@Resolver(() => MyWorkModel)
export class MyDecisionsResolver {
  constructor(private readonly service: PanelsService) {}

  @ResolveField(() => [PanelItemSummaryModel], { description: 'What a panel recommended and waits for the own agency’s decision maker, for them.' })
  decisionsToMake(@CurrentActor() actor: Actor): Promise<PanelItemSummary[]> {
    return this.service.toDecide(actor);
  }
}
