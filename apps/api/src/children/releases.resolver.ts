import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { overrideReason, releaseId, releaseRequest, suggestionRequest, withdrawalReason } from '@hub/features/children/inputs';
import type { Release } from '@hub/features/children/release-view.queries';
import type { ReleaseSuggestion } from '@hub/features/children/release-suggestion';
import { ReleasesService, type ReleaseRequest, type SuggestionRequest } from '@hub/features/children/releases.service';
import { CurrentActor } from '../graphql/current-actor';
import { LocalDate } from '../graphql/scalars';
import { ZodPipe } from '../graphql/zod.pipe';
import { ReleaseSuggestionModel, SuggestReleaseArgs } from './release-suggestion.model';
import { ReleaseModel, RequestReleaseInput } from './release.model';

@Resolver()
export class ReleasesResolver {
  constructor(private readonly releases: ReleasesService) {}

  @Query(() => ReleaseSuggestionModel, { description: 'What the software marks in the texts of a release, and would write instead. Changes nothing.' })
  releaseSuggestion(
    @CurrentActor() actor: Actor,
    @Args({ type: () => SuggestReleaseArgs }, new ZodPipe(suggestionRequest)) wanted: SuggestionRequest,
  ): Promise<ReleaseSuggestion> {
    return this.releases.suggestion(actor, wanted);
  }

  @Query(() => ReleaseModel, { description: 'Word for word what waits for a second person, for the person who may approve it.' })
  release(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }, new ZodPipe(releaseId)) id: string): Promise<Release> {
    return this.releases.view(actor, id);
  }

  @Mutation(() => ReleaseModel)
  requestRelease(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => RequestReleaseInput }, new ZodPipe(releaseRequest)) input: ReleaseRequest,
  ): Promise<Release> {
    return this.releases.request(actor, input);
  }

  @Mutation(() => ReleaseModel, { description: 'By a second person of the same agency, until the day given (the first day without).' })
  approveRelease(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }, new ZodPipe(releaseId)) id: string,
    @Args('expiresOn', { type: () => LocalDate }) expiresOn: IsoDate,
    @Args('overrideReason', { type: () => String, nullable: true }, new ZodPipe(overrideReason)) reason?: string | null,
  ): Promise<Release> {
    return this.releases.approve(actor, id, expiresOn, reason ?? null);
  }

  @Mutation(() => ReleaseModel)
  withdrawRelease(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }, new ZodPipe(releaseId)) id: string,
    @Args('reason', { type: () => String }, new ZodPipe(withdrawalReason)) reason: string,
  ): Promise<Release> {
    return this.releases.withdraw(actor, id, reason);
  }
}
