import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { Grant } from '@hub/features/disclosure/grant-view.queries';
import { GrantsService } from '@hub/features/disclosure/grants.service';
import { CurrentActor } from '../graphql/current-actor';
import { MyWorkModel } from '../work/my-work.model';
import { GrantModel } from './grant.model';

/** What of a person's work is about grants; empty, not refused, for those who approve nothing. */
@Resolver(() => MyWorkModel)
export class MyGrantsResolver {
  constructor(private readonly grants: GrantsService) {}

  @ResolveField(() => [GrantModel], { description: 'Grants beyond the profile that wait for a second person, who is not the one that asked.' })
  grantsToApprove(@CurrentActor() actor: Actor): Promise<Grant[]> {
    return this.grants.toApprove(actor);
  }
}
