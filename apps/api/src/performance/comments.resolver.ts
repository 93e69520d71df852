import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { PerformanceCommentsService, type CommentRequest, type PerformanceComment } from '@hub/features/performance/comments.service';
import { commentCodes, commentId, commentRequest } from '@hub/features/performance/report-inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { PerformanceCommentInput, PerformanceCommentModel } from './comment.model';

@Resolver()
export class PerformanceCommentsResolver {
  constructor(private readonly comments: PerformanceCommentsService) {}

  @Query(() => [PerformanceCommentModel], { description: 'Of the indicators named, or of all; the latest first.' })
  performanceComments(@CurrentActor() actor: Actor, @Args('codes', { type: () => [String], nullable: true }, new ZodPipe(commentCodes)) codes: string[] | null): Promise<readonly PerformanceComment[]> {
    return this.comments.list(actor, codes);
  }

  @Mutation(() => [PerformanceCommentModel], { description: 'Answers what stands beside the indicator now.' })
  commentPerformance(@CurrentActor() actor: Actor, @Args('input', { type: () => PerformanceCommentInput }, new ZodPipe(commentRequest)) input: CommentRequest): Promise<readonly PerformanceComment[]> {
    return this.comments.comment(actor, input);
  }

  @Mutation(() => Boolean, { description: 'One’s own words alone.' })
  withdrawPerformanceComment(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }, new ZodPipe(commentId)) id: string): Promise<boolean> {
    return this.comments.withdraw(actor, id);
  }
}
