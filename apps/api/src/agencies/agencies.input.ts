import type { AgencyKind } from '@hub/domain/access/actor';
import type { DisclosureStage } from '@hub/domain/access/actions';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { Field, InputType } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';
import { StageEnum } from '../graphql/stage.model';
import { AgencyKindEnum } from './agency.model';

@InputType('CreateAgencyInput')
export class CreateAgencyInput {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => AgencyKindEnum)
  kind!: AgencyKind;

  @Field(() => String)
  regionBand!: string;

  @Field(() => LocalDate, { nullable: true })
  memberSince?: IsoDate | null;
}

@InputType('SignatureInput')
export class SignatureInput {
  @Field(() => String, { description: 'The code of the agency.' })
  agency!: string;

  @Field(() => String, { description: 'Name and office.' })
  signedBy!: string;

  @Field(() => LocalDate)
  signedOn!: IsoDate;
}

@InputType('CreateAgreementInput')
export class CreateAgreementInput {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  legalBasis!: string;

  @Field(() => LocalDate)
  startsOn!: IsoDate;

  @Field(() => LocalDate, { nullable: true })
  endsOn?: IsoDate | null;

  @Field(() => [String], { description: 'Codes of the agencies.' })
  parties!: string[];

  @Field(() => String, { nullable: true })
  version?: string | null;

  @Field(() => StageEnum, { nullable: true, description: 'S1 without.' })
  upToStage?: DisclosureStage | null;

  @Field(() => String, { nullable: true })
  article6?: string | null;

  @Field(() => String, { nullable: true })
  article9?: string | null;

  @Field(() => [String], { nullable: true })
  dataCategories?: string[] | null;

  @Field(() => LocalDate, { nullable: true })
  reviewOn?: IsoDate | null;

  @Field(() => [SignatureInput], { nullable: true })
  signatures?: SignatureInput[] | null;
}
