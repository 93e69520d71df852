import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Preparation, ViewHolder, WhyNoViews } from '@hub/domain/readiness/preparation';
import type { Check, CheckName, CheckState } from '@hub/domain/readiness/readiness';
import type { Person } from '@hub/features/agencies/users.queries';
import type { ChildView } from '@hub/features/readiness/child-views.queries';
import type { PreparationRecord, ReadinessDecision, ReadinessView } from '@hub/features/readiness/readiness.queries';
import type { ReadinessStanding } from '@hub/features/readiness/readiness.service';
import { Field, ObjectType } from '@nestjs/graphql';
import { PersonModel } from '../agencies/person.model';
import { DateTime, LocalDate } from '../graphql/scalars';

@ObjectType('ReadinessCheck')
export class ReadinessCheckModel implements Check {
  @Field(() => String)
  name!: CheckName;

  @Field(() => String, { description: 'MET, MISSING, NOT_NEEDED.' })
  state!: CheckState;

  @Field(() => String)
  label!: string;

  @Field(() => String, { description: 'The regulation or the practice it comes from.' })
  rule!: string;

  @Field(() => String, { nullable: true })
  detail!: string | null;
}

@ObjectType('PreparationRecord', { description: 'What was done with the adopters on a day.' })
export class PreparationRecordModel implements PreparationRecord {
  @Field(() => String)
  kind!: Preparation;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => Boolean)
  isOwn!: boolean;

  @Field(() => PersonModel, { nullable: true, description: 'A colleague; null where the other agency recorded it.' })
  person!: Person | null;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType('ReadinessDecision', { description: 'That a manager of the own agency went on although something was missing.' })
export class ReadinessDecisionModel implements ReadinessDecision {
  @Field(() => [String])
  missing!: readonly CheckName[];

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => PersonModel)
  person!: Person;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType('Readiness', { description: 'What a panel that considers the match needs, and what of it is missing. It decides nothing.' })
export class ReadinessModel implements ReadinessView {
  @Field(() => [ReadinessCheckModel])
  checks!: readonly Check[];

  @Field(() => [PreparationRecordModel])
  prepared!: readonly PreparationRecord[];

  @Field(() => [ReadinessDecisionModel])
  decisions!: readonly ReadinessDecision[];
}

@ObjectType('ChildView', { description: 'What a child or a parent said on a day, or why they did not.' })
export class ChildViewModel implements ChildView {
  @Field(() => String)
  child!: string;

  @Field(() => String, { description: 'CHILD, MOTHER, FATHER, OTHER.' })
  holder!: ViewHolder;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => String, { nullable: true, description: 'TOO_YOUNG, NOT_KNOWN, NOT_FOUND, DECLINED, NOT_SAFE, DIED.' })
  whyNot!: WhyNoViews | null;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => PersonModel)
  person!: Person;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType('ReadinessStanding')
export class ReadinessStandingModel implements ReadinessStanding {
  @Field(() => String)
  reference!: string;
}
