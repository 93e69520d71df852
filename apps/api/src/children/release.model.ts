import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Contact } from '@hub/domain/matching/pool';
import type { Person } from '@hub/features/agencies/users.queries';
import type { Release } from '@hub/features/children/release-view.queries';
import type { ReleaseContent, ReleaseStatus, ReleaseSubject } from '@hub/features/children/releases.queries';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonModel } from '../agencies/person.model';
import { DateTime, LocalDate } from '../graphql/scalars';

export enum ReleaseSubjectEnum { UNIT = 'UNIT', HOUSEHOLD = 'HOUSEHOLD' }
registerEnumType(ReleaseSubjectEnum, { name: 'ReleaseSubject' });

@ObjectType('ReleasePreview', { description: 'Word for word what other agencies read once it is approved.' })
export class ReleasePreviewModel implements ReleaseContent {
  @Field(() => String, { nullable: true })
  about!: string | null;

  @Field(() => [String])
  heritageGroups!: readonly string[];

  @Field(() => Int, { nullable: true })
  contact!: Contact | null;

  @Field(() => String, { nullable: true })
  progress!: string | null;

  @Field(() => String, { nullable: true })
  householdType!: string | null;

  @Field(() => String, { nullable: true })
  experience!: string | null;
}

@ObjectType('Release')
export class ReleaseModel implements Omit<Release, 'subjectId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => ReleaseSubjectEnum)
  subjectType!: ReleaseSubject;

  @Field(() => String)
  subject!: string;

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

  @Field(() => LocalDate, { nullable: true })
  expiresOn!: IsoDate | null;

  @Field(() => DateTime, { nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => String, { description: 'REQUESTED, LIVE, EXPIRED or WITHDRAWN.' })
  status!: ReleaseStatus;

  @Field(() => Boolean)
  canApprove!: boolean;

  @Field(() => ReleasePreviewModel)
  preview!: ReleaseContent;
}

@InputType('RequestReleaseInput')
export class RequestReleaseInput {
  @Field(() => ReleaseSubjectEnum)
  subjectType!: ReleaseSubject;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  about!: string;
}
