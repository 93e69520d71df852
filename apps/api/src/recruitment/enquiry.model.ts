import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { EnquiryWay } from '@hub/domain/recruitment/enquiries';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { District, Enquiry, EnquiryRequest, TakenEnquiry } from '@hub/features/recruitment/enquiries.service';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { LocalDate } from '../graphql/scalars';

@InputType('TakeEnquiryInput')
export class TakeEnquiryInput implements Partial<EnquiryRequest> {
  @Field(() => String)
  names!: string;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true })
  words?: string | null;

  @Field(() => String, { description: 'PHONE, WEB, EVENT, OTHER_AGENCY, OTHER.' })
  how!: EnquiryWay;

  @Field(() => LocalDate)
  receivedOn!: IsoDate;

  @Field(() => String, { nullable: true, description: 'The outward postcode district, which says whose the enquiry is.' })
  district?: string | null;

  @Field(() => String, { nullable: true, description: 'Whose it is, by code, whatever the district says.' })
  agency?: string | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType('TakenEnquiry', { description: 'Where an enquiry went. Who took it for another agency is told no more.' })
export class TakenEnquiryModel implements TakenEnquiry {
  @Field(() => String)
  reference!: string;

  @Field(() => AgencyModel, { nullable: true })
  agency!: AgencySummary | null;
}

@ObjectType('Enquiry', { description: 'Somebody who thinks of adopting, until they are taken up as a household, handed on or answered.' })
export class EnquiryModel implements Omit<Enquiry, 'id'> {
  @Field(() => String)
  reference!: string;

  @Field(() => String)
  names!: string;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => String, { nullable: true })
  district!: string | null;

  @Field(() => String)
  how!: EnquiryWay;

  @Field(() => LocalDate)
  receivedOn!: IsoDate;

  @Field(() => LocalDate, { nullable: true, description: 'Five working days later; null where bank holidays are not known so far.' })
  dueOn!: IsoDate | null;

  @Field(() => Boolean)
  isLate!: boolean;
}

@ObjectType('EnquiryDistrict', { description: 'Which agency answers people of an outward postcode district.' })
export class EnquiryDistrictModel implements District {
  @Field(() => String)
  district!: string;

  @Field(() => AgencyModel, { nullable: true })
  agency!: AgencySummary | null;
}
