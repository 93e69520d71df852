import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Person } from '@hub/features/agencies/users.queries';
import type { Bar } from '@hub/features/disclosure/bars.queries';
import type { NewBar } from '@hub/features/disclosure/bars.service';
import type { CaseType } from '@hub/features/disclosure/cases.queries';
import { PersonModel } from '../agencies/person.model';
import { ReleaseSubjectEnum } from '../children/release.model';
import { DateTime } from '../graphql/scalars';

@ObjectType('Bar', { description: 'That a person must not meet a case. It does not tell whether they have an account.' })
export class BarModel implements Bar {
  @Field(() => ID)
  id!: string;

  @Field(() => ReleaseSubjectEnum)
  subjectType!: CaseType;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => PersonModel)
  barredBy!: Person;

  @Field(() => DateTime)
  barredAt!: Date;

  @Field(() => PersonModel, { nullable: true })
  liftedBy!: Person | null;

  @Field(() => DateTime, { nullable: true })
  liftedAt!: Date | null;

  @Field(() => String, { nullable: true })
  liftingReason!: string | null;
}

@InputType('BarInput')
export class BarInput implements NewBar {
  @Field(() => ReleaseSubjectEnum)
  subjectType!: CaseType;

  @Field(() => String)
  subject!: string;

  @Field(() => String, { description: 'The address under which they sign in, or would.' })
  email!: string;

  @Field(() => String)
  reason!: string;
}
