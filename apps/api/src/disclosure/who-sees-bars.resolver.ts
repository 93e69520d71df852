import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { BarsService } from '@hub/features/disclosure/bars.service';
import type { GrantSubject } from '@hub/features/disclosure/grants.queries';
import type { WhoSees } from '@hub/features/disclosure/who-sees.service';
import { CurrentActor } from '../graphql/current-actor';
import { WhoSeesModel } from './who-sees.model';

/** The answer with what was asked. */
export type AskedWhoSees = WhoSees & { readonly subjectType: GrantSubject; readonly reference: string };

/** Beside who can see a record, how many must not: for those who may know of bars. */
@Resolver(() => WhoSeesModel)
export class WhoSeesBarsResolver {
  constructor(private readonly bars: BarsService) {}

  @ResolveField('bars', () => Int, { nullable: true, description: 'How many bars stand on the record. Null for all who may not know of bars.' })
  standing(@CurrentActor() actor: Actor, @Parent() { subjectType, reference }: AskedWhoSees): Promise<number | null> {
    return this.bars.standing(actor, subjectType, reference);
  }
}
