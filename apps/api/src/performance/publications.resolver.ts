import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { Edition } from '@hub/features/performance/performance.service';
import { PublicationsService } from '@hub/features/performance/publications.service';
import { publicationName } from '@hub/features/performance/source-inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { PerformanceEditionModel } from './performance.model';

@Resolver()
export class PublicationsResolver {
  constructor(private readonly publications: PublicationsService) {}

  @Mutation(() => PerformanceEditionModel, { description: 'Keeps the newest reckoning under a name, for ever.' })
  publishPerformance(@CurrentActor() actor: Actor, @Args('name', { type: () => String }, new ZodPipe(publicationName)) name: string): Promise<Edition> {
    return this.publications.publish(actor, name);
  }
}
