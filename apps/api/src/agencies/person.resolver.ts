import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { Person } from '@hub/features/agencies/users.queries';
import { CurrentActor } from '../graphql/current-actor';
import { PersonModel } from './person.model';

@Resolver(() => PersonModel)
export class PersonResolver {
  @ResolveField(() => Boolean, { description: 'Whether it is the one who asks.' })
  isViewer(@CurrentActor() actor: Actor, @Parent() { id }: Person): boolean {
    return id === actor.userId;
  }
}
