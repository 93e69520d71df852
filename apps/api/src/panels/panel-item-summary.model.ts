import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ItemKind, ItemStatus, Outcome, Recommendation } from '@hub/domain/panels/items';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { PanelItemSummary } from '@hub/features/panels/panel-view';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { LocalDate } from '../graphql/scalars';
import { DecisionOutcomeEnum, PanelItemKindEnum, PanelItemStatusEnum, RecommendationEnum } from './panel-enums';

@ObjectType('PanelItemSummary', { description: 'What a panel considers. The other side of a link reads its day, what the panel recommended and what was decided.' })
export class PanelItemSummaryModel implements PanelItemSummary {
  @Field(() => String)
  reference!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => PanelItemKindEnum)
  kind!: ItemKind;

  @Field(() => AgencyModel, { description: 'Whose decision maker decides.' })
  agency!: AgencySummary;

  @Field(() => Boolean)
  isOwn!: boolean;

  @Field(() => String)
  panel!: string;

  @Field(() => LocalDate)
  meetsOn!: IsoDate;

  @Field(() => Int)
  slot!: number;

  @Field(() => PanelItemStatusEnum)
  status!: ItemStatus;

  @Field(() => String, { nullable: true })
  link!: string | null;

  @Field(() => String, { nullable: true })
  unitReference!: string | null;

  @Field(() => String)
  householdReference!: string;

  @Field(() => LocalDate, { nullable: true })
  papersInOn!: IsoDate | null;

  @Field(() => RecommendationEnum, { nullable: true })
  recommendation!: Recommendation | null;

  @Field(() => LocalDate, { nullable: true })
  minutesFinalOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'Seven working days after the final minutes.' })
  decisionDueOn!: IsoDate | null;

  @Field(() => DecisionOutcomeEnum, { nullable: true })
  outcome!: Outcome | null;

  @Field(() => LocalDate, { nullable: true })
  decidedOn!: IsoDate | null;

  @Field(() => Boolean)
  isLate!: boolean;
}
