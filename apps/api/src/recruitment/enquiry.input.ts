import type { IsoDate } from '@hub/domain/dates/iso-date';
import { Field, InputType } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';

@InputType('OneEnquiryInput')
export class OneEnquiryInput {
  @Field(() => String)
  enquiry!: string;
}

@InputType('HandOnEnquiryInput')
export class HandOnEnquiryInput extends OneEnquiryInput {
  @Field(() => String)
  agency!: string;
}

@InputType('InformEnquiryInput')
export class InformEnquiryInput extends OneEnquiryInput {
  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was sent; today where none is given.' })
  onDate?: IsoDate | null;
}

@InputType('EnquiryDistrictsInput')
export class EnquiryDistrictsInput {
  @Field(() => [String], { description: 'Outward postcode districts: these and no others.' })
  districts!: string[];

  @Field(() => String, { nullable: true, description: 'The code of an agency, for the hub’s administrators; the own one where none is given.' })
  agency?: string | null;
}
