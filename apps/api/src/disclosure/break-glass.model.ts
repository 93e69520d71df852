import type { IsoDate } from '@hub/domain/dates/iso-date';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Person } from '@hub/features/agencies/users.queries';
import type { EmergencyIdentity, EmergencyPerson, Opening } from '@hub/features/disclosure/break-glass.queries';
import type { OpeningRequest, OwnOpening } from '@hub/features/disclosure/break-glass.service';
import type { CaseType } from '@hub/features/disclosure/cases.queries';
import { AgencyModel } from '../agencies/agency.model';
import { PersonModel } from '../agencies/person.model';
import { ReleaseSubjectEnum } from '../children/release.model';
import { DateTime, LocalDate } from '../graphql/scalars';

@ObjectType('EmergencyPerson')
export class EmergencyPersonModel implements EmergencyPerson {
  @Field(() => String, { nullable: true })
  firstName!: string | null;

  @Field(() => String, { nullable: true })
  lastName!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of children alone.' })
  dateOfBirth!: IsoDate | null;
}

@ObjectType('EmergencyIdentity', { description: 'The least that serves in an emergency: who it is, how old a child is, and whom to ask.' })
export class EmergencyIdentityModel implements EmergencyIdentity {
  @Field(() => [EmergencyPersonModel])
  people!: readonly EmergencyPerson[];

  @Field(() => String, { nullable: true, description: 'What the agency calls the household.' })
  household!: string | null;

  @Field(() => String, { nullable: true, description: 'The named worker of the case.' })
  contactName!: string | null;

  @Field(() => String, { nullable: true })
  contactEmail!: string | null;
}

@ObjectType('EmergencyOpening', { description: 'That a case was opened in an emergency: who, why, until when, and what the officer made of it.' })
export class EmergencyOpeningModel implements Opening {
  @Field(() => ID)
  id!: string;

  @Field(() => ReleaseSubjectEnum)
  subjectType!: CaseType;

  @Field(() => String)
  subject!: string;

  @Field(() => AgencyModel, { nullable: true, description: 'Whose record it is, and whose officers were told.' })
  agency!: AgencySummary | null;

  @Field(() => PersonModel)
  openedBy!: Person;

  @Field(() => AgencyModel, { nullable: true })
  openerAgency!: AgencySummary | null;

  @Field(() => DateTime)
  openedAt!: Date;

  @Field(() => DateTime)
  until!: Date;

  @Field(() => Boolean)
  isLive!: boolean;

  @Field(() => String)
  reason!: string;

  @Field(() => PersonModel, { nullable: true })
  reviewedBy!: Person | null;

  @Field(() => DateTime, { nullable: true })
  reviewedAt!: Date | null;

  @Field(() => String, { nullable: true })
  reviewNote!: string | null;
}

@ObjectType('OwnEmergencyOpening', { description: 'For its opener: with the identity, while the time lasts.' })
export class OwnEmergencyOpeningModel extends EmergencyOpeningModel implements OwnOpening {
  @Field(() => EmergencyIdentityModel, { nullable: true })
  identity!: EmergencyIdentity | null;
}

@InputType('BreakGlassInput')
export class BreakGlassInput implements OpeningRequest {
  @Field(() => ReleaseSubjectEnum)
  subjectType!: CaseType;

  @Field(() => String)
  subject!: string;

  @Field(() => String, { description: 'A sentence at least. The officers of the record’s agency read it at once.' })
  reason!: string;

  @Field(() => Int, { nullable: true, description: 'For how long; without it as long as the hub allows.' })
  minutes?: number | null;
}
