import type { IsoDate } from '@hub/domain/dates/iso-date';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Person } from '@hub/features/agencies/users.queries';
import type { Withholding, WithholdingOutcome } from '@hub/features/disclosure/withholdings.queries';
import type { WithholdingRequest } from '@hub/features/disclosure/withholdings.service';
import { PersonModel } from '../agencies/person.model';
import { DateTime, LocalDate } from '../graphql/scalars';

@ObjectType('Withholding', { description: 'That information on a child was not shared, because sharing would be more detrimental than not.' })
export class WithholdingModel implements Withholding {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  unit!: string;

  @Field(() => String)
  child!: string;

  @Field(() => String)
  withWhom!: string;

  @Field(() => String)
  what!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => LocalDate)
  decidedOn!: IsoDate;

  @Field(() => PersonModel)
  decidedBy!: Person;

  @Field(() => String, { nullable: true, description: 'APPROVED or DECLINED by the second person; null while it waits.' })
  outcome!: WithholdingOutcome | null;

  @Field(() => PersonModel, { nullable: true })
  settledBy!: Person | null;

  @Field(() => DateTime, { nullable: true })
  settledAt!: Date | null;
}

@InputType('RecordWithholdingInput')
export class RecordWithholdingInput implements WithholdingRequest {
  @Field(() => String)
  child!: string;

  @Field(() => String)
  withWhom!: string;

  @Field(() => String)
  what!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => LocalDate)
  decidedOn!: IsoDate;
}
