import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { DocumentReadsService } from '@hub/features/documents/document-reads.service';
import { DocumentSharingService, type GiftRequest } from '@hub/features/documents/document-sharing.service';
import type { DocumentView } from '@hub/features/documents/document-view.queries';
import { DocumentsService, type DocumentStanding, type JudgementRequest, type ReviewRequest } from '@hub/features/documents/documents.service';
import type { GivenDocument } from '@hub/features/documents/given.queries';
import { giftRequest, judgementRequest, reviewRequest } from '@hub/features/documents/inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { DocumentModel, DocumentStandingModel, GivenDocumentModel } from './document.model';
import { DocumentGiftInput, DocumentJudgementInput, DocumentReviewInput } from './documents.input';

const REFERENCE = { type: () => String } as const;

@Resolver()
export class DocumentsResolver {
  constructor(private readonly documents: DocumentsService, private readonly reads: DocumentReadsService, private readonly sharing: DocumentSharingService) {}

  @Query(() => [DocumentModel], { description: 'Of a unit of the own agency: of its children, the group and its links.' })
  unitDocuments(@CurrentActor() actor: Actor, @Args('unit', REFERENCE) unit: string): Promise<DocumentView[]> {
    return this.reads.ofUnit(actor, unit);
  }

  @Query(() => [DocumentModel])
  householdDocuments(@CurrentActor() actor: Actor, @Args('household', REFERENCE) household: string): Promise<DocumentView[]> {
    return this.reads.ofHousehold(actor, household);
  }

  @Query(() => [DocumentModel], { description: 'The own agency’s about either side of a link, as far as the viewer’s roles read them.' })
  linkDocuments(@CurrentActor() actor: Actor, @Args('link', REFERENCE) link: string): Promise<DocumentView[]> {
    return this.reads.ofLink(actor, link);
  }

  @Query(() => [GivenDocumentModel], { description: 'What the other side of a link gave the viewer.' })
  givenDocuments(@CurrentActor() actor: Actor, @Args('link', REFERENCE) link: string): Promise<GivenDocument[]> {
    return this.sharing.given(actor, link);
  }

  @Query(() => DocumentModel, { nullable: true, description: 'Null alike for a document that does not exist and for another agency’s.' })
  document(@CurrentActor() actor: Actor, @Args('reference', REFERENCE) reference: string): Promise<DocumentView | null> {
    return this.reads.find(actor, reference);
  }

  @Mutation(() => DocumentStandingModel, { description: 'By somebody else than who added the version.' })
  reviewDocument(@CurrentActor() actor: Actor, @Args('input', { type: () => DocumentReviewInput }, new ZodPipe(reviewRequest)) input: ReviewRequest): Promise<DocumentStanding> {
    return this.documents.review(actor, input);
  }

  @Mutation(() => DocumentStandingModel, { description: 'A person’s judgement of what was flagged in a version.' })
  judgeDocument(@CurrentActor() actor: Actor, @Args('input', { type: () => DocumentJudgementInput }, new ZodPipe(judgementRequest)) input: JudgementRequest): Promise<DocumentStanding> {
    return this.documents.judge(actor, input);
  }

  @Mutation(() => DocumentStandingModel, { description: 'To the other side’s named worker of a link.' })
  giveDocument(@CurrentActor() actor: Actor, @Args('input', { type: () => DocumentGiftInput }, new ZodPipe(giftRequest)) input: GiftRequest): Promise<DocumentStanding> {
    return this.sharing.give(actor, input);
  }

  @Mutation(() => DocumentStandingModel)
  takeBackDocument(@CurrentActor() actor: Actor, @Args('input', { type: () => DocumentGiftInput }, new ZodPipe(giftRequest)) input: GiftRequest): Promise<DocumentStanding> {
    return this.sharing.takeBack(actor, input);
  }
}
