import type { ReviewOutcome } from '@hub/domain/documents/kinds';
import type { GiftRequest } from '@hub/features/documents/document-sharing.service';
import type { JudgementRequest, ReviewRequest } from '@hub/features/documents/documents.service';
import { Field, InputType, Int } from '@nestjs/graphql';

@InputType('DocumentReviewInput')
export class DocumentReviewInput implements ReviewRequest {
  @Field(() => String)
  document!: string;

  @Field(() => Int, { description: 'Of the version.' })
  number!: number;

  @Field(() => String, { description: 'FEEDBACK, CHANGES_ASKED, ACCEPTED.' })
  outcome!: ReviewOutcome;

  @Field(() => String, { nullable: true, description: 'Needed unless it is accepted.' })
  words?: string | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType('DocumentJudgementInput')
export class DocumentJudgementInput implements JudgementRequest {
  @Field(() => String)
  document!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => String, { description: 'The reference of the other report, or of the child who is named.' })
  other!: string;

  @Field(() => String, { description: 'IN_ORDER, TO_CHANGE.' })
  judgement!: JudgementRequest['judgement'];
}

@InputType('DocumentGiftInput')
export class DocumentGiftInput implements GiftRequest {
  @Field(() => String)
  document!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => String)
  link!: string;
}
