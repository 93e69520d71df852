import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Suggestions } from '@hub/features/matching/suggestions.service';
import { MatchingRunModel } from './run.model';

@ObjectType('Suggestions', { description: "What a household's own run found, the other way round: the children who would list it." })
export class SuggestionsModel implements Omit<Suggestions, 'units' | 'run'> {
  @Field(() => MatchingRunModel)
  run!: MatchingRunModel;

  @Field(() => Int)
  eligible!: number;

  @Field(() => Int)
  conditional!: number;

  @Field(() => Int)
  blocked!: number;

  @Field(() => Int)
  ruledOut!: number;
}
