import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Preparation, ViewHolder, WhyNoViews } from '@hub/domain/readiness/preparation';
import type { ChildViewRequest, GoOnRequest, PreparationRequest } from '@hub/features/readiness/readiness.service';
import { Field, InputType } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';

@InputType('ChildViewInput')
export class ChildViewInput implements ChildViewRequest {
  @Field(() => String)
  child!: string;

  @Field(() => String)
  holder!: ViewHolder;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => String, { nullable: true, description: 'Needed where there are no words.' })
  whyNot?: WhyNoViews | null;

  @Field(() => String, { nullable: true })
  words?: string | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType('PreparationInput')
export class PreparationInput implements PreparationRequest {
  @Field(() => String)
  link!: string;

  @Field(() => String)
  kind!: Preparation;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => String, { nullable: true, description: 'Needed for the adopters’ views.' })
  words?: string | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType('GoOnInput')
export class GoOnInput implements GoOnRequest {
  @Field(() => String)
  link!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}
