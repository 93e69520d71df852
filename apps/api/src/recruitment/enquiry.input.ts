import { Field, InputType } from '@nestjs/graphql';

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
