import type { CommentRequest, PerformanceComment } from '@hub/features/performance/comments.service';
import type { Month } from '@hub/domain/performance/periods';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../graphql/scalars';

@ObjectType('PerformanceComment', { description: 'Words of the own agency beside an indicator of its own.' })
export class PerformanceCommentModel implements PerformanceComment {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'YYYY-MM: the last month of the period that the words are about.' })
  month!: Month;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => String)
  author!: string;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => Boolean)
  isMine!: boolean;
}

@InputType('PerformanceCommentInput')
export class PerformanceCommentInput implements CommentRequest {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'YYYY-MM.' })
  month!: Month;

  @Field(() => String)
  words!: string;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}
