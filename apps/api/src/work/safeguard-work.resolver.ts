import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { Opening } from '@hub/features/disclosure/break-glass.queries';
import { BreakGlassService } from '@hub/features/disclosure/break-glass.service';
import type { ConsentToRenew } from '@hub/features/disclosure/consents.queries';
import { ConsentsService } from '@hub/features/disclosure/consents.service';
import type { Withholding } from '@hub/features/disclosure/withholdings.queries';
import { WithholdingsService } from '@hub/features/disclosure/withholdings.service';
import { EmergencyOpeningModel } from '../disclosure/break-glass.model';
import { ConsentToRenewModel } from '../disclosure/consent.model';
import { WithholdingModel } from '../disclosure/withholding.model';
import { CurrentActor } from '../graphql/current-actor';
import { MyWorkModel } from './my-work.model';

/** Of a person's work what has to do with who may know what; each part empty for those whom it does not concern. */
@Resolver(() => MyWorkModel)
export class SafeguardWorkResolver {
  constructor(private readonly glass: BreakGlassService, private readonly withholdings: WithholdingsService, private readonly consents: ConsentsService) {}

  @ResolveField(() => [EmergencyOpeningModel], { description: 'Cases opened in an emergency that no data protection officer has reviewed.' })
  openingsToReview(@CurrentActor() actor: Actor): Promise<Opening[]> {
    return this.glass.toReview(actor);
  }

  @ResolveField(() => [WithholdingModel], { description: 'Decisions not to share that wait for a second person.' })
  withholdingsToSettle(@CurrentActor() actor: Actor): Promise<Withholding[]> {
    return this.withholdings.toSettle(actor);
  }

  @ResolveField(() => [ConsentToRenewModel], { description: 'Households in the viewer’s name that are to be asked again whether they agree to be shown.' })
  consentsToRenew(@CurrentActor() actor: Actor): Promise<ConsentToRenew[]> {
    return this.consents.toRenew(actor);
  }
}
