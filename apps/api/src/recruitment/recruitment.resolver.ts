import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { Assessment } from '@hub/features/recruitment/assessment.queries';
import { AssessmentService } from '@hub/features/recruitment/assessment.service';
import type { AgencyBoard, BoardFilter } from '@hub/features/recruitment/board';
import { BoardService } from '@hub/features/recruitment/board.service';
import { boardFilter } from '@hub/features/recruitment/inputs';
import { CurrentActor } from '../graphql/current-actor';
import { offsetConnection, offsetRequest } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { AssessmentModel } from './assessment.model';
import { AgencyBoardModel, BoardConnectionModel, BoardFilterInput } from './board.model';

@Resolver()
export class RecruitmentResolver {
  constructor(private readonly boards: BoardService, private readonly assessments: AssessmentService) {}

  @Query(() => BoardConnectionModel, { description: 'The own agency’s households on their way to approval and a match, what is late first.' })
  async recruitmentBoard(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => BoardFilterInput, nullable: true }, new ZodPipe(boardFilter)) filter: BoardFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<BoardConnectionModel> {
    const { limit, offset } = offsetRequest(first, after);
    const { items, totalCount, stages, workers } = await this.boards.read(actor, filter, limit, offset);
    return { ...offsetConnection(items, totalCount, offset), stages, workers } as BoardConnectionModel;
  }

  @Query(() => [AgencyBoardModel], { description: 'How many households of each agency of the region stand where, and how many are late.' })
  recruitmentRegion(@CurrentActor() actor: Actor): Promise<readonly AgencyBoard[]> {
    return this.boards.region(actor);
  }

  @Query(() => AssessmentModel, { nullable: true, description: 'How the assessment of a household goes. Null alike for another agency’s and for one that does not exist.' })
  assessment(@CurrentActor() actor: Actor, @Args('household', { type: () => String }) household: string): Promise<Assessment | null> {
    return this.assessments.find(actor, household);
  }
}
