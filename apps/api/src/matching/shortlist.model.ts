import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Band, CandidateStatus, CriterionName, RuleName } from '@hub/domain/matching/result';
import { HouseholdCardModel } from '../adopters/household-card.model';
import { UnitCardModel } from '../children/unit-card.model';
import { connectionOf } from '../graphql/page-info.model';
import { MatchingRunModel } from './run.model';

@ObjectType('Contribution', { description: 'One criterion\'s share of the rank. Points of all contributions sum to the rank.' })
export class ContributionModel {
  @Field(() => String)
  criterion!: CriterionName;

  @Field(() => String)
  label!: string;

  @Field(() => Int)
  weight!: number;

  @Field(() => Float, { nullable: true, description: 'From 0 to 1; null where it is not known.' })
  fit!: number | null;

  @Field(() => Float)
  points!: number;

  @Field(() => String, { nullable: true })
  unitValue!: string | null;

  @Field(() => String, { nullable: true })
  householdValue!: string | null;

  @Field(() => Boolean)
  essential!: boolean;
}

/** How well a unit and a household go together, whichever of them the list is about. */
@ObjectType({ isAbstract: true })
abstract class ScoredModel {
  @Field(() => String, { description: 'eligible, or conditional while a hard rule is not known.' })
  status!: CandidateStatus;

  @Field(() => [String], { description: 'Hard rules that cannot be judged yet.' })
  unknowns!: RuleName[];

  @Field(() => Float)
  rank!: number;

  @Field(() => Float, { nullable: true })
  score!: number | null;

  @Field(() => Float)
  coverage!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;

  @Field(() => String)
  band!: Band;

  @Field(() => [String])
  stretches!: string[];

  @Field(() => [String], { description: 'Criteria that are not recorded, in words.' })
  notKnown!: string[];

  @Field(() => Int)
  position!: number;

  @Field(() => [ContributionModel])
  contributions!: ContributionModel[];
}

@ObjectType('Candidate')
export class CandidateModel extends ScoredModel {
  @Field(() => HouseholdCardModel)
  household!: HouseholdCardModel;
}

@ObjectType('Suggestion', { description: 'A child or group that would list the household.' })
export class SuggestionModel extends ScoredModel {
  @Field(() => UnitCardModel)
  unit!: UnitCardModel;
}

@ObjectType('SuggestionConnection')
export class SuggestionConnectionModel extends connectionOf(SuggestionModel, 'Suggestion') {}

@ObjectType('CandidateConnection')
export class CandidateConnectionModel extends connectionOf(CandidateModel, 'Candidate') {}

@ObjectType('Blocker')
export class BlockerModel {
  @Field(() => String)
  rule!: RuleName;

  @Field(() => String)
  label!: string;
}

@ObjectType('BlockedHousehold')
export class BlockedHouseholdModel {
  @Field(() => HouseholdCardModel)
  household!: HouseholdCardModel;

  @Field(() => [BlockerModel])
  blockers!: BlockerModel[];
}

@ObjectType('BlockedConnection')
export class BlockedConnectionModel extends connectionOf(BlockedHouseholdModel, 'Blocked') {}

@ObjectType('Shortlist', { description: 'What a run found for a unit. The order helps people look; it decides nothing.' })
export class ShortlistModel {
  @Field(() => MatchingRunModel)
  run!: MatchingRunModel;

  @Field(() => UnitCardModel)
  unit!: UnitCardModel;

  @Field(() => Int)
  eligible!: number;

  @Field(() => Int)
  conditional!: number;

  @Field(() => Int)
  blocked!: number;

  @Field(() => Int)
  ruledOut!: number;

  @Field(() => Float)
  priority!: number;
}

