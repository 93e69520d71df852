import type { GrantStatus } from '@hub/domain/disclosure/grant';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Contact } from '@hub/domain/matching/pool';
import type { Person } from '@hub/features/agencies/users.queries';
import type { Release, ReleaseSummary } from '@hub/features/children/release-view.queries';
import type { ReleaseContent, ReleaseSubject, ReleaseText } from '@hub/features/children/releases.queries';
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

@ObjectType('ReleaseText', { description: 'A text as the record has it and as the software would write it.' })
export class ReleaseTextModel implements ReleaseText {
  @Field(() => String, { description: 'ABOUT or EXPERIENCE.' })
  field!: ReleaseText['field'];

  @Field(() => String)
  original!: string;

  @Field(() => String)
  suggestion!: string;
}

@ObjectType('ReleaseSummary', { description: 'A release without what it shows.' })
export class ReleaseSummaryModel implements Omit<ReleaseSummary, 'subjectId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => ReleaseSubjectEnum)
  subjectType!: ReleaseSubject;

  @Field(() => String)
  subject!: string;

  @Field(() => String, { nullable: true, description: 'The code of the agency it is for; null for every partner.' })
  agency!: string | null;

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

  @Field(() => String, { description: 'REQUESTED, LIVE, EXPIRED, AGREEMENT_ENDED, WITHDRAWN, or DRAFT: the record changed under it and nobody else sees it.' })
  status!: GrantStatus;

  @Field(() => Boolean)
  canApprove!: boolean;
}

@ObjectType('Release')
export class ReleaseModel extends ReleaseSummaryModel implements Omit<Release, 'subjectId' | 'generalisation'> {
  @Field(() => ReleasePreviewModel)
  preview!: ReleaseContent;

  @Field(() => [ReleaseTextModel])
  texts!: readonly ReleaseText[];

  @Field(() => [String], { description: 'What of the child or group is not shown because too few of the region look like it, in words.' })
  leftOut!: readonly string[];

  @Field(() => Boolean, { description: 'The facts are to be shown as recorded, whatever the guard says.' })
  asRecorded!: boolean;

  @Field(() => Boolean, { description: 'Too few children of the region look like what is shown: approving needs a reason.' })
  belowK!: boolean;

  @Field(() => String, { nullable: true })
  overrideReason!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is a draft again.' })
  returnedReason!: string | null;
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
  @Field(() => String, { nullable: true, description: 'Of a household.' })
  experience?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'What the software marked as perhaps a name or a place has been looked at and names nobody.' })
  checked?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  asRecorded?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The code of the agency it is for; every partner without.' })
  agency?: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail address at work of one person there, whom alone it is for.' })
  person?: string | null;

  @Field(() => String, { nullable: true })
  agreement?: string | null;
}
