import type { DisclosureStage } from '@hub/domain/access/actions';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Signature } from '@hub/features/agencies/agreements.queries';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';
import { StageEnum } from '../graphql/stage.model';
import { AgencyModel } from './agency.model';

@ObjectType('Signature')
export class SignatureModel implements Signature {
  @Field(() => AgencyModel)
  agency!: AgencySummary;

  @Field(() => String)
  signedBy!: string;

  @Field(() => LocalDate)
  signedOn!: IsoDate;
}

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

  @Field(() => String)
  version!: string;

  @Field(() => StageEnum, { description: 'The highest step of the ladder that it allows.' })
  upToStage!: DisclosureStage;

  @Field(() => String, { nullable: true, description: 'The basis under Article 6 of the UK GDPR.' })
  article6!: string | null;

  @Field(() => String, { nullable: true, description: 'The condition under Article 9 and Schedule 1.' })
  article9!: string | null;

  @Field(() => [String])
  dataCategories!: readonly string[];

  @Field(() => LocalDate, { nullable: true })
  reviewOn!: IsoDate | null;

  @Field(() => Int, { nullable: true, description: 'The reminder that has begun: 60, 30 or 7 days ahead of the review, 0 from its day on.' })
  reviewReminder!: number | null;

  @Field(() => [SignatureModel])
  signatures!: readonly Signature[];

  @Field(() => Boolean, { description: 'At /agreement-documents/REFERENCE, for its parties.' })
  hasDocument!: boolean;
}
