import type { EnglandStage, EnglandSymbol } from '@hub/domain/performance/england';
import type { Closeness } from '@hub/domain/performance/neighbours';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { PublishedFigure } from '@hub/features/performance/benchmarks.queries';
import type { Benchmarks, CouncilOfEngland, Neighbour } from '@hub/features/performance/benchmarks.service';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';

@ObjectType('EnglandFigure', { description: 'England, children adopted in a year to 31 March, as the Department for Education published it. Stages are rounded one by one: they never add up.' })
export class EnglandFigureModel implements PublishedFigure {
  @Field(() => Int, { description: 'In which the year ends.' })
  year!: number;

  @Field(() => String, { description: 'EC_ADM, ADM_M, M_P, EC_P, P_AO, EC_AO; PLACED_12: how many were placed within 12 months of the decision.' })
  stage!: EnglandStage;

  @Field(() => String, { description: 'Age on starting the final period of care, as published; Total.' })
  ageGroup!: string;

  @Field(() => Int, { nullable: true, description: 'Whole months; of PLACED_12 children. Null: a symbol stands instead.' })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'c, k, low, u, x, z, as published.' })
  symbol!: EnglandSymbol | null;

  @Field(() => String, { description: 'The file.' })
  source!: string;
}

@ObjectType('Neighbour')
export class NeighbourModel implements Neighbour {
  @Field(() => String, { description: 'The number that the Department for Education gives it.' })
  council!: string;

  @Field(() => String)
  name!: string;

  @Field(() => AgencyModel, { nullable: true, description: 'Null: none of the hub’s.' })
  agency!: AgencySummary | null;

  @Field(() => String, { description: 'EXTREMELY, VERY, CLOSE, SOMEWHAT, NOT.' })
  closeness!: Closeness;
}

@ObjectType('NeighbourGroup', { description: 'A council of England.' })
export class NeighbourGroupModel implements CouncilOfEngland {
  @Field(() => String)
  council!: string;

  @Field(() => String)
  name!: string;

  @Field(() => AgencyModel, { nullable: true })
  agency!: AgencySummary | null;

  @Field(() => [NeighbourModel], { description: 'The closest first; empty unless it is an agency of the hub.' })
  neighbours!: readonly Neighbour[];
}

@ObjectType('PerformanceBenchmarks')
export class PerformanceBenchmarksModel implements Benchmarks {
  @Field(() => [EnglandFigureModel], { description: 'The latest year first.' })
  england!: readonly PublishedFigure[];

  @Field(() => [NeighbourGroupModel], { description: 'By name.' })
  councils!: readonly CouncilOfEngland[];
}

@InputType('CouncilNumberInput')
export class CouncilNumberInput {
  @Field(() => String, { description: 'Code of the agency.' })
  agency!: string;

  @Field(() => String, { nullable: true, description: 'Its number among England’s councils; null: none.' })
  council!: string | null;
}
