import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { EnquiriesService, type District, type Enquiry, type EnquiryRequest, type TakenEnquiry } from '@hub/features/recruitment/enquiries.service';
import { districtsOf, enquiryHandOn, enquiryOf, enquiryRequest } from '@hub/features/recruitment/inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { HandOnEnquiryInput, OneEnquiryInput } from './enquiry.input';
import { EnquiryDistrictModel, EnquiryModel, TakeEnquiryInput, TakenEnquiryModel } from './enquiry.model';

@Resolver()
export class EnquiriesResolver {
  constructor(private readonly service: EnquiriesService) {}

  @Query(() => [EnquiryModel], { description: 'The own agency’s that wait for an answer, the oldest first.' })
  enquiries(@CurrentActor() actor: Actor): Promise<readonly Enquiry[]> {
    return this.service.list(actor);
  }

  @Query(() => [EnquiryDistrictModel])
  enquiryDistricts(@CurrentActor() actor: Actor): Promise<readonly District[]> {
    return this.service.districts(actor);
  }

  @Mutation(() => TakenEnquiryModel, { description: 'For the agency of the district, or the one that is named: it alone can read it.' })
  takeEnquiry(@CurrentActor() actor: Actor, @Args('input', { type: () => TakeEnquiryInput }, new ZodPipe(enquiryRequest)) input: EnquiryRequest): Promise<TakenEnquiry> {
    return this.service.take(actor, input);
  }

  @Mutation(() => String, { description: 'Makes a household of it; its reference.' })
  takeUpEnquiry(@CurrentActor() actor: Actor, @Args('input', { type: () => OneEnquiryInput }, new ZodPipe(enquiryOf)) { enquiry }: OneEnquiryInput): Promise<string> {
    return this.service.takeUp(actor, enquiry);
  }

  @Mutation(() => TakenEnquiryModel)
  handOnEnquiry(@CurrentActor() actor: Actor, @Args('input', { type: () => HandOnEnquiryInput }, new ZodPipe(enquiryHandOn)) { enquiry, agency }: HandOnEnquiryInput): Promise<TakenEnquiry> {
    return this.service.handOn(actor, enquiry, agency);
  }

  @Mutation(() => Boolean)
  closeEnquiry(@CurrentActor() actor: Actor, @Args('input', { type: () => OneEnquiryInput }, new ZodPipe(enquiryOf)) { enquiry }: OneEnquiryInput): Promise<boolean> {
    return this.service.close(actor, enquiry);
  }

  @Mutation(() => [EnquiryDistrictModel], { description: 'The districts in which the own agency answers: these and no others.' })
  setEnquiryDistricts(@CurrentActor() actor: Actor, @Args('districts', { type: () => [String] }, new ZodPipe(districtsOf)) districts: string[]): Promise<readonly District[]> {
    return this.service.route(actor, districts);
  }
}
