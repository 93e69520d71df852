import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { UnitWork } from '@hub/features/work/work.service';
import { UnitCardModel } from '../children/unit-card.model';

/** Releases, runs and imports are fields of the resolver: each comes from its own feature. */
@ObjectType('MyWork', { description: 'Counts and items of what waits for this person.' })
export class MyWorkModel implements UnitWork {
  @Field(() => [UnitCardModel])
  myUnits!: UnitWork['myUnits'];

  @Field(() => [UnitCardModel])
  waitingLongest!: UnitWork['waitingLongest'];

  @Field(() => Int, { description: 'Own units in the pool that no finished run has looked at.' })
  withoutShortlist!: number;
}
