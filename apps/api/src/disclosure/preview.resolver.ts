import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { HouseholdView } from '@hub/features/adopters/household-view.queries';
import type { UnitView } from '@hub/features/children/unit-view.queries';
import { optionalGrantId } from '@hub/features/disclosure/inputs';
import { PreviewService } from '@hub/features/disclosure/preview.service';
import { HouseholdViewModel } from '../adopters/household-view.model';
import { UnitViewModel } from '../children/unit-view.model';
import { CurrentActor } from '../graphql/current-actor';
import { LocalDate } from '../graphql/scalars';
import { ZodPipe } from '../graphql/zod.pipe';

/** What the other agency's API answers to `unit` and `household`, to the byte, for records of the own agency. */
@Resolver()
export class PreviewResolver {
  constructor(private readonly previews: PreviewService) {}

  @Query(() => UnitViewModel, { nullable: true, description: 'grant: one that waits, shown as if it were approved until expiresOn.' })
  unitAsSeenBy(
    @CurrentActor() actor: Actor,
    @Args('reference', { type: () => String }) reference: string,
    @Args('agency', { type: () => String }) agency: string,
    @Args('grant', { type: () => ID, nullable: true }, new ZodPipe(optionalGrantId)) grant?: string | null,
    @Args('expiresOn', { type: () => LocalDate, nullable: true }) expiresOn?: IsoDate | null,
  ): Promise<UnitView | null> {
    return this.previews.unit(actor, { reference, agency, grant, expiresOn });
  }

  @Query(() => HouseholdViewModel, { nullable: true, description: 'grant: one that waits, shown as if it were approved until expiresOn.' })
  householdAsSeenBy(
    @CurrentActor() actor: Actor,
    @Args('reference', { type: () => String }) reference: string,
    @Args('agency', { type: () => String }) agency: string,
    @Args('grant', { type: () => ID, nullable: true }, new ZodPipe(optionalGrantId)) grant?: string | null,
    @Args('expiresOn', { type: () => LocalDate, nullable: true }) expiresOn?: IsoDate | null,
  ): Promise<HouseholdView | null> {
    return this.previews.household(actor, { reference, agency, grant, expiresOn });
  }
}
