import { Args, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { LinkCapsService } from '@hub/features/links/caps.service';
import type { LinkCaps } from '@hub/features/links/caps.queries';
import { handoverRequest, interestRequest, linkCaps, linkFilter, messageRequest, stepRequest } from '@hub/features/links/inputs';
import type { LinkSummary, LinkView } from '@hub/features/links/link-view.queries';
import { LinkWorkService, type HandoverRequest, type LinkFilter, type MessageRequest } from '@hub/features/links/link-work.service';
import { LinksService, type InterestRequest, type LinkStanding, type StepRequest } from '@hub/features/links/links.service';
import { CurrentActor } from '../graphql/current-actor';
import { offsetConnection, offsetRequest, type Connection } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { MyWorkModel } from '../work/my-work.model';
import { LinkCapsModel, LinkConnectionModel, LinkStandingModel, LinkSummaryModel } from './link.model';
import { LinkFilterInput, LinkHandoverInput, LinkInterestInput, LinkMessageInput, LinkStepInput } from './links.input';
import { LinkModel } from './link-view.model';

@Resolver()
export class LinksResolver {
  constructor(private readonly moves: LinksService, private readonly work: LinkWorkService, private readonly caps: LinkCapsService) {}

  @Query(() => LinkModel, { nullable: true, description: 'Null alike for a link that does not exist and for one that the viewer is no party to.' })
  link(@CurrentActor() actor: Actor, @Args('reference', { type: () => String }) reference: string): Promise<LinkView | null> {
    return this.work.find(actor, reference);
  }

  @Query(() => LinkConnectionModel, { description: 'Links of the own agency, the longest waiting first; open ones unless states are named.' })
  async links(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => LinkFilterInput, nullable: true }, new ZodPipe(linkFilter)) filter: LinkFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<LinkSummary>> {
    const { limit, offset } = offsetRequest(first, after);
    const { items, totalCount } = await this.work.list(actor, filter, limit, offset);
    return offsetConnection(items, totalCount, offset);
  }

  @Query(() => LinkCapsModel, { description: 'What holds for the own agency; for the hub, the region’s default.' })
  linkCaps(@CurrentActor() actor: Actor): Promise<LinkCaps> {
    return this.caps.read(actor);
  }

  @Mutation(() => LinkStandingModel, { description: 'Interest in a pair, by whichever side the person is of.' })
  expressInterest(@CurrentActor() actor: Actor, @Args('input', { type: () => LinkInterestInput }, new ZodPipe(interestRequest)) input: InterestRequest): Promise<LinkStanding> {
    return this.moves.express(actor, input);
  }

  @Mutation(() => LinkStandingModel, { description: 'The hub’s coordinator puts a pair before both sides.' })
  suggestLink(@CurrentActor() actor: Actor, @Args('input', { type: () => LinkInterestInput }, new ZodPipe(interestRequest)) input: InterestRequest): Promise<LinkStanding> {
    return this.moves.suggest(actor, input);
  }

  @Mutation(() => LinkStandingModel, { description: 'One step onwards, or out with a reason.' })
  takeLinkStep(@CurrentActor() actor: Actor, @Args('input', { type: () => LinkStepInput }, new ZodPipe(stepRequest)) input: StepRequest): Promise<LinkStanding> {
    return this.moves.step(actor, input);
  }

  @Mutation(() => LinkStandingModel)
  handOverLink(@CurrentActor() actor: Actor, @Args('input', { type: () => LinkHandoverInput }, new ZodPipe(handoverRequest)) input: HandoverRequest): Promise<LinkStanding> {
    return this.work.handOver(actor, input);
  }

  @Mutation(() => LinkStandingModel, { description: 'To the other side’s worker. What would tell more than the link’s stage is refused.' })
  writeLinkMessage(@CurrentActor() actor: Actor, @Args('input', { type: () => LinkMessageInput }, new ZodPipe(messageRequest)) input: MessageRequest): Promise<LinkStanding> {
    return this.work.write(actor, input);
  }

  @Mutation(() => LinkCapsModel, { description: 'For the own agency; the hub’s administrator sets the region’s default.' })
  setLinkCaps(
    @CurrentActor() actor: Actor,
    @Args('perUnit', { type: () => Int }, new ZodPipe(linkCaps.shape.perUnit)) perUnit: number,
    @Args('perHousehold', { type: () => Int }, new ZodPipe(linkCaps.shape.perHousehold)) perHousehold: number,
  ): Promise<LinkCaps> {
    return this.caps.set(actor, { perUnit, perHousehold });
  }
}

/** What of a person's work is about links; empty, not refused, for those whom it does not concern. */
@Resolver(() => MyWorkModel)
export class MyLinksResolver {
  constructor(private readonly work: LinkWorkService) {}

  @ResolveField(() => [LinkSummaryModel], { description: 'Open links in the viewer’s name, the longest waiting first.' })
  myLinks(@CurrentActor() actor: Actor): Promise<LinkSummary[]> {
    return this.work.mine(actor);
  }

  @ResolveField(() => [LinkSummaryModel], { description: 'Open links of the agency that are with nobody, or with somebody who left.' })
  linksToHandOver(@CurrentActor() actor: Actor): Promise<LinkSummary[]> {
    return this.work.toHandOver(actor);
  }
}
