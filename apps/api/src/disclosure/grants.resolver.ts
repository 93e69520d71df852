import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { withdrawalReason } from '@hub/features/children/inputs';
import type { Grant } from '@hub/features/disclosure/grant-view.queries';
import type { GrantSubject } from '@hub/features/disclosure/grants.queries';
import { GrantsService, type GrantRequest } from '@hub/features/disclosure/grants.service';
import { grantId, grantRequest } from '@hub/features/disclosure/inputs';
import { WhoSeesService } from '@hub/features/disclosure/who-sees.service';
import { ReleaseSubjectEnum } from '../children/release.model';
import { CurrentActor } from '../graphql/current-actor';
import { LocalDate } from '../graphql/scalars';
import { ZodPipe } from '../graphql/zod.pipe';
import { GrantModel, RequestGrantInput } from './grant.model';
import { WhoSeesModel } from './who-sees.model';
import type { AskedWhoSees } from './who-sees-bars.resolver';

@Resolver()
export class GrantsResolver {
  constructor(private readonly grants: GrantsService, private readonly whoCanSee: WhoSeesService) {}

  @Query(() => [GrantModel], { name: 'grants', description: "The own agency's grants of every stage, the newest first, 200 at most." })
  recent(@CurrentActor() actor: Actor): Promise<Grant[]> {
    return this.whoCanSee.recent(actor);
  }

  @Query(() => WhoSeesModel)
  async whoSees(
    @CurrentActor() actor: Actor,
    @Args('subjectType', { type: () => ReleaseSubjectEnum }) subjectType: GrantSubject,
    @Args('reference', { type: () => String }) reference: string,
  ): Promise<AskedWhoSees> {
    return { ...(await this.whoCanSee.of(actor, subjectType, reference)), subjectType, reference };
  }

  @Mutation(() => GrantModel)
  requestGrant(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => RequestGrantInput }, new ZodPipe(grantRequest)) input: GrantRequest,
  ): Promise<Grant> {
    return this.grants.request(actor, input);
  }

  @Mutation(() => GrantModel, { description: 'By a second person of the same agency, until the day given (the first day without).' })
  approveGrant(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }, new ZodPipe(grantId)) id: string,
    @Args('expiresOn', { type: () => LocalDate }) expiresOn: IsoDate,
    @Args('photos', { type: () => Boolean, nullable: true, description: 'Needed where photos were asked for.' }) photos?: boolean | null,
  ): Promise<Grant> {
    return this.grants.approve(actor, id, { expiresOn, photos });
  }

  @Mutation(() => GrantModel, { description: 'Closes it at once, and with a profile all that stands on it.' })
  withdrawGrant(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }, new ZodPipe(grantId)) id: string,
    @Args('reason', { type: () => String }, new ZodPipe(withdrawalReason)) reason: string,
  ): Promise<Grant> {
    return this.grants.withdraw(actor, id, reason);
  }

  @Mutation(() => GrantModel, { description: 'Closes the photos at once; the rest of the grant goes on.' })
  withdrawPhotos(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }, new ZodPipe(grantId)) id: string): Promise<Grant> {
    return this.grants.withdrawPhotos(actor, id);
  }
}
