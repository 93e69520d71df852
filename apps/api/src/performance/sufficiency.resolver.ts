import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { SufficiencyService, type Sufficiency } from '@hub/features/performance/sufficiency.service';
import { CurrentActor } from '../graphql/current-actor';
import { SufficiencyModel } from './sufficiency.model';

@Resolver()
export class SufficiencyResolver {
  constructor(private readonly service: SufficiencyService) {}

  @Query(() => SufficiencyModel)
  sufficiency(@CurrentActor() actor: Actor): Promise<Sufficiency> {
    return this.service.read(actor);
  }
}
