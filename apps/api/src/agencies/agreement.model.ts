import type { IsoDate } from '@hub/domain/dates/iso-date';
import { Field, ObjectType } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';
import { AgencyModel } from './agency.model';

@ObjectType('Agreement', { description: 'An information-sharing agreement. Without a live one, its parties share nothing.' })
export class AgreementModel {
  @Field(() => String)
  reference!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  legalBasis!: string;

  @Field(() => LocalDate)
  startsOn!: IsoDate;

  @Field(() => LocalDate, { nullable: true, description: 'The first day without it: ending it today stops the sharing today.' })
  endsOn!: IsoDate | null;

  @Field(() => Boolean)
  isLive!: boolean;

  @Field(() => [AgencyModel])
  parties!: AgencyModel[];
}
