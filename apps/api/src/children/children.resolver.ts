import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { ChildrenService, type ChildCorrection, type EventRequest, type NewChild } from '@hub/features/children/children.service';
import { childCorrection, eventRequest, newChild } from '@hub/features/children/inputs';
import type { UnitView } from '@hub/features/children/unit-view.queries';
import { UnitsService } from '@hub/features/children/units.service';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { CorrectChildInput, CreateChildInput, RecordEventInput } from './child.input';
import { UnitViewModel } from './unit-view.model';

@Resolver()
export class ChildrenResolver {
  constructor(private readonly children: ChildrenService, private readonly units: UnitsService) {}

  @Mutation(() => UnitViewModel)
  async createChild(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => CreateChildInput }, new ZodPipe(newChild)) input: NewChild,
  ): Promise<UnitView> {
    return this.units.view(actor, await this.children.create(actor, input));
  }

  @Mutation(() => UnitViewModel)
  async correctChild(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => CorrectChildInput }, new ZodPipe(childCorrection)) input: ChildCorrection,
  ): Promise<UnitView> {
    return this.units.view(actor, await this.children.correct(actor, input));
  }

  @Mutation(() => UnitViewModel)
  async recordChildEvent(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => RecordEventInput }, new ZodPipe(eventRequest)) input: EventRequest,
  ): Promise<UnitView> {
    return this.units.view(actor, await this.children.recordEvent(actor, input));
  }
}
