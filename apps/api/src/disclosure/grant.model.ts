import type { DisclosureStage } from '@hub/domain/access/actions';
import type { Audience, GrantPhotos, GrantStage, GrantStatus } from '@hub/domain/disclosure/grant';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Person } from '@hub/features/agencies/users.queries';
import type { Grant } from '@hub/features/disclosure/grant-view.queries';
import type { GrantRequest } from '@hub/features/disclosure/grants.service';
import type { GrantSubject } from '@hub/features/disclosure/grants.queries';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { PersonModel } from '../agencies/person.model';
import { ReleaseSubjectEnum } from '../children/release.model';
import { DateTime, LocalDate } from '../graphql/scalars';
import { StageEnum } from '../graphql/stage.model';

export enum AudienceEnum { PARTNERS = 'PARTNERS', AGENCY = 'AGENCY', PERSON = 'PERSON' }
registerEnumType(AudienceEnum, { name: 'Audience', description: 'Every partner, one agency, or one person of it.' });

export enum GrantStatusEnum { DRAFT = 'DRAFT', REQUESTED = 'REQUESTED', LIVE = 'LIVE', EXPIRED = 'EXPIRED', AGREEMENT_ENDED = 'AGREEMENT_ENDED', WITHDRAWN = 'WITHDRAWN' }
registerEnumType(GrantStatusEnum, { name: 'GrantStatus' });

export enum GrantPhotosEnum { ASKED = 'ASKED', SHOWN = 'SHOWN', NOT_SHOWN = 'NOT_SHOWN' }
registerEnumType(GrantPhotosEnum, { name: 'GrantPhotos', description: 'Asked for with the stage; decided to be shown; refused or withdrawn.' });

@ObjectType('Grant', { description: 'What raises a record of the own agency to a stage, for an audience, until a day.' })
export class GrantModel implements Omit<Grant, 'subjectId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => ReleaseSubjectEnum)
  subjectType!: GrantSubject;

  @Field(() => String)
  subject!: string;

  @Field(() => StageEnum)
  stage!: GrantStage;

  @Field(() => AudienceEnum)
  audience!: Audience;

  @Field(() => AgencyModel, { nullable: true, description: 'Null for every partner.' })
  agency!: AgencySummary | null;

  @Field(() => PersonModel, { nullable: true })
  person!: Person | null;

  @Field(() => String, { nullable: true, description: 'The reference of the agreement it rests on; null for every live one.' })
  agreement!: string | null;

  @Field(() => String)
  purpose!: string;

  @Field(() => PersonModel)
  requestedBy!: Person;

  @Field(() => DateTime)
  requestedAt!: Date;

  @Field(() => PersonModel, { nullable: true })
  approvedBy!: Person | null;

  @Field(() => DateTime, { nullable: true })
  approvedAt!: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day without.' })
  expiresOn!: IsoDate | null;

  @Field(() => DateTime, { nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true })
  withdrawalReason!: string | null;

  @Field(() => GrantStatusEnum)
  status!: GrantStatus;

  @Field(() => Boolean)
  canApprove!: boolean;

  @Field(() => GrantPhotosEnum, { nullable: true, description: 'Null where no photo was asked for.' })
  photos!: GrantPhotos | null;
}

@InputType('RequestGrantInput')
export class RequestGrantInput implements GrantRequest {
  @Field(() => ReleaseSubjectEnum)
  subjectType!: GrantSubject;

  @Field(() => String)
  subject!: string;

  @Field(() => StageEnum, { description: 'S2; the profile (S1) is released with its text, and the later stages come with their documents.' })
  stage!: DisclosureStage;

  @Field(() => String)
  purpose!: string;

  @Field(() => String, { description: 'The code of the agency.' })
  agency!: string;

  @Field(() => String, { nullable: true, description: 'The e-mail address at work of one person there, whom alone it is for.' })
  person?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'With the photos that stand in the record now.' })
  photos?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The reference of the agreement; the one that lasts longest without.' })
  agreement?: string | null;
}
