import type { AgencyKind } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { Field, InputType } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';
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
}
