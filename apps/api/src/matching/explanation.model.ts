import type { RulingOut } from '@hub/features/matching/ruled-out.queries';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { RuleName } from '@hub/domain/matching/result';
import { HouseholdCardModel } from '../adopters/household-card.model';
import { UnitCardModel } from '../children/unit-card.model';
import { RulingOutModel } from './ruling-out.model';
import { MatchingRunModel } from './run.model';
import { BlockerModel, CandidateModel } from './shortlist.model';

@ObjectType('RuleOutcome')
export class RuleOutcomeModel {
  @Field(() => String)
  rule!: RuleName;

  @Field(() => String)
  label!: string;

  @Field(() => String, { description: 'pass, fail or unknown.' })
  outcome!: string;
}

@ObjectType('Explanation', { description: 'One pair in full, listed or blocked.' })
export class ExplanationModel {
  @Field(() => MatchingRunModel)
  run!: MatchingRunModel;

  @Field(() => UnitCardModel)
  unit!: UnitCardModel;

  @Field(() => HouseholdCardModel)
  household!: HouseholdCardModel;

  @Field(() => String, { description: 'eligible, conditional or blocked.' })
  status!: string;

  @Field(() => String, { description: 'One paragraph, made from the contributions.' })
  summary!: string;

  @Field(() => [RuleOutcomeModel])
  rules!: RuleOutcomeModel[];

  @Field(() => CandidateModel, { nullable: true })
  candidate!: CandidateModel | null;

  @Field(() => [BlockerModel])
  blockers!: BlockerModel[];

  @Field(() => [String], { description: 'What would have to change, or be recorded, in words.' })
  changes!: string[];

  @Field(() => Int, { description: 'On how many units\' lists of this run the household stands.' })
  onShortlists!: number;

  @Field(() => [RulingOutModel], { description: 'Why the own agency ruled the pair out; of another is never told why.' })
  rulingsOut!: RulingOut[];
}
