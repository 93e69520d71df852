import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { DistrictsService, type District } from '@hub/features/recruitment/districts.service';
import { EnquiriesService, type Enquiry, type EnquiryRequest, type TakenEnquiry } from '@hub/features/recruitment/enquiries.service';
import { districtsOf, enquiryHandOn, enquiryInformed, enquiryOf, enquiryRequest } from '@hub/features/recruitment/inputs';
import { PassedOnService } from '@hub/features/recruitment/passed-on.service';
import { CurrentActor } from '../graphql/current-actor';
import { offsetConnection, offsetRequest } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { EnquiryDistrictsInput, HandOnEnquiryInput, InformEnquiryInput, OneEnquiryInput } from './enquiry.input';
import { EnquiryDistrictModel, EnquiryModel, PassedOnConnectionModel, TakeEnquiryInput, TakenEnquiryModel } from './enquiry.model';

@Resolver()
export class EnquiriesResolver {
  constructor(private readonly service: EnquiriesService, private readonly passedOn: PassedOnService, private readonly districts: DistrictsService) {}

  @Query(() => [EnquiryModel], { description: 'The own agency’s that wait for an answer, the oldest first.' })
  enquiries(@CurrentActor() actor: Actor): Promise<readonly Enquiry[]> {
    return this.service.list(actor);
  }

  @Query(() => PassedOnConnectionModel, { description: 'Those of the last year that the own agency took for others, the newest first.' })
  async enquiriesPassedOn(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<PassedOnConnectionModel> {
    const { limit, offset } = offsetRequest(first, after);
    const { items, totalCount, agencies } = await this.passedOn.list(actor, limit, offset);
    return { ...offsetConnection(items, totalCount, offset), agencies } as PassedOnConnectionModel;
  }

  @Query(() => [EnquiryDistrictModel])
  enquiryDistricts(@CurrentActor() actor: Actor): Promise<readonly District[]> {
    return this.districts.list(actor);
  }

  @Mutation(() => TakenEnquiryModel, { description: 'For the agency of the district, or the one that is named: it alone can read it.' })
  takeEnquiry(@CurrentActor() actor: Actor, @Args('input', { type: () => TakeEnquiryInput }, new ZodPipe(enquiryRequest)) input: EnquiryRequest): Promise<TakenEnquiry> {
    return this.service.take(actor, input);
  }

  @Mutation(() => Boolean, { description: 'The information pack was sent.' })
  informEnquiry(@CurrentActor() actor: Actor, @Args('input', { type: () => InformEnquiryInput }, new ZodPipe(enquiryInformed)) { enquiry, onDate }: { enquiry: string; onDate: IsoDate | null }): Promise<boolean> {
    return this.service.inform(actor, enquiry, onDate);
  }

  @Mutation(() => String, { description: 'Makes a household of it, with whoever takes it up; its reference.' })
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

  @Mutation(() => [EnquiryDistrictModel], { description: 'The districts in which an agency answers: these and no others.' })
  setEnquiryDistricts(@CurrentActor() actor: Actor, @Args('input', { type: () => EnquiryDistrictsInput }, new ZodPipe(districtsOf)) { districts, agency }: { districts: string[]; agency: string | null }): Promise<readonly District[]> {
    return this.districts.set(actor, districts, agency);
  }
}
