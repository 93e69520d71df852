import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { EnquiryState, EnquiryWay } from '@hub/domain/recruitment/enquiries';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { District } from '@hub/features/recruitment/districts.service';
import type { Enquiry, EnquiryRequest, TakenEnquiry } from '@hub/features/recruitment/enquiries.service';
import type { EnquiryTimes } from '@hub/features/recruitment/enquiry-times';
import type { AgencyEnquiries, PassedOnEnquiry } from '@hub/features/recruitment/passed-on.service';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { connectionOf } from '../graphql/page-info.model';
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

@ObjectType({ isAbstract: true })
class EnquiryTimesModel implements EnquiryTimes {
  @Field(() => LocalDate)
  receivedOn!: IsoDate;

  @Field(() => LocalDate, { nullable: true, description: 'The answer: five working days later; null where bank holidays are not known so far.' })
  dueOn!: IsoDate | null;

  @Field(() => Boolean)
  isLate!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which the information pack was sent.' })
  informedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of the information pack: ten working days later.' })
  informationDueOn!: IsoDate | null;

  @Field(() => Boolean)
  isInformationLate!: boolean;
}

@ObjectType('Enquiry', { description: 'Somebody who thinks of adopting, until they are taken up as a household, handed on or answered.' })
export class EnquiryModel extends EnquiryTimesModel implements Omit<Enquiry, 'id'> {
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
}

@ObjectType('PassedOnEnquiry', { description: 'An enquiry that the own agency took for another: where it is, and not who they are.' })
export class PassedOnEnquiryModel extends EnquiryTimesModel implements PassedOnEnquiry {
  @Field(() => String)
  reference!: string;

  @Field(() => AgencyModel, { nullable: true })
  agency!: AgencySummary | null;

  @Field(() => String, { nullable: true })
  district!: string | null;

  @Field(() => String)
  how!: EnquiryWay;

  @Field(() => String, { description: 'NEW, TAKEN_UP, HANDED_ON, CLOSED.' })
  state!: EnquiryState;

  @Field(() => LocalDate, { nullable: true })
  endedOn!: IsoDate | null;
}

@ObjectType('AgencyEnquiries', { description: 'What became of an agency’s.' })
export class AgencyEnquiriesModel implements AgencyEnquiries {
  @Field(() => AgencyModel)
  agency!: AgencySummary;

  @Field(() => Int)
  waiting!: number;

  @Field(() => Int, { description: 'Of those that wait, the ones that are not answered in time.' })
  late!: number;

  @Field(() => Int)
  takenUp!: number;

  @Field(() => Int)
  handedOn!: number;

  @Field(() => Int)
  closed!: number;
}

@ObjectType('PassedOnConnection')
export class PassedOnConnectionModel extends connectionOf(PassedOnEnquiryModel, 'PassedOn') {
  @Field(() => [AgencyEnquiriesModel])
  agencies!: readonly AgencyEnquiries[];
}

@ObjectType('EnquiryDistrict', { description: 'Which agency answers people of an outward postcode district.' })
export class EnquiryDistrictModel implements District {
  @Field(() => String)
  district!: string;

  @Field(() => AgencyModel, { nullable: true })
  agency!: AgencySummary | null;
}
