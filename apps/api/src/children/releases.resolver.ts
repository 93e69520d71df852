import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { releaseId, releaseRequest, withdrawalReason } from '@hub/features/children/inputs';
import type { Release } from '@hub/features/children/release-view.queries';
import { ReleasesService, type ReleaseRequest } from '@hub/features/children/releases.service';
import { CurrentActor } from '../graphql/current-actor';
import { LocalDate } from '../graphql/scalars';
import { ZodPipe } from '../graphql/zod.pipe';
import { ReleaseModel, RequestReleaseInput } from './release.model';

@Resolver()
export class ReleasesResolver {
  constructor(private readonly releases: ReleasesService) {}

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
  ): Promise<Release> {
    return this.releases.approve(actor, id, expiresOn);
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
