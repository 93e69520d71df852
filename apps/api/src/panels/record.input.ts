import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { AbsenceReason, Manner, Outcome, Recipient, Recommendation } from '@hub/domain/panels/items';
import type { CorrectDecisionRequest, CorrectRecommendationRequest, DayOfItemRequest, DecideRequest, PanelStepOutRequest, RecommendRequest, TellRequest } from '@hub/features/panels/inputs';
import { Field, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';
import { DecisionOutcomeEnum, NoticeMannerEnum, NoticeRecipientEnum, PanelAbsenceReasonEnum, RecommendationEnum } from './panel-enums';
import { KEY } from './plan.input';

@InputType('DayOfPanelItemInput')
export class DayOfPanelItemInput implements DayOfItemRequest {
  @Field(() => String)
  item!: string;

  @Field(() => Int, { description: 'The version that the person saw; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => LocalDate, { nullable: true, description: 'Today where none is given.' })
  onDate?: IsoDate | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('PanelStepOutInput')
export class PanelStepOutInput implements PanelStepOutRequest {
  @Field(() => String)
  item!: string;

  @Field(() => Int, { description: 'The version that the person saw; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => String)
  member!: string;

  @Field(() => PanelAbsenceReasonEnum)
  reason!: AbsenceReason;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('RecommendationInput')
export class RecommendationInput implements RecommendRequest {
  @Field(() => String)
  item!: string;

  @Field(() => Int, { description: 'The version that the person saw; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => RecommendationEnum)
  recommendation!: Recommendation;

  @Field(() => String, { description: 'Read by the own agency alone.' })
  reasons!: string;

  @Field(() => String, { nullable: true, description: 'On contact, support, or the range of an approval.' })
  advice?: string | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('DecisionInput')
export class DecisionInput implements DecideRequest {
  @Field(() => String)
  item!: string;

  @Field(() => Int, { description: 'The version that the person saw; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => DecisionOutcomeEnum)
  outcome!: Outcome;

  @Field(() => LocalDate, { nullable: true, description: 'Today where none is given.' })
  onDate?: IsoDate | null;

  @Field(() => String, { description: 'Read by the own agency alone.' })
  reasons!: string;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('CorrectRecommendationInput')
export class CorrectRecommendationInput implements CorrectRecommendationRequest {
  @Field(() => String)
  item!: string;

  @Field(() => Int, { description: 'The version that the person saw; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => RecommendationEnum)
  recommendation!: Recommendation;

  @Field(() => String, { description: 'The panel’s reasons as they were; read by the own agency alone.' })
  reasons!: string;

  @Field(() => String, { description: 'What was recorded wrongly, and why.' })
  why!: string;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('CorrectDecisionInput')
export class CorrectDecisionInput implements CorrectDecisionRequest {
  @Field(() => String)
  item!: string;

  @Field(() => Int, { description: 'The version that the person saw; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => LocalDate, { description: 'The right day.' })
  onDate!: IsoDate;

  @Field(() => String, { description: 'What was recorded wrongly, and why. Of a match both agencies read it on the placement.' })
  why!: string;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('DecisionNoticeInput')
export class DecisionNoticeInput implements TellRequest {
  @Field(() => String)
  item!: string;

  @Field(() => NoticeRecipientEnum)
  recipient!: Recipient;

  @Field(() => NoticeMannerEnum)
  manner!: Manner;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}
