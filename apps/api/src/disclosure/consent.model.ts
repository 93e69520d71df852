import type { ConsentScope } from '@hub/domain/disclosure/consent';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Person } from '@hub/features/agencies/users.queries';
import type { Consent, ConsentGiver, ConsentManner, ConsentToRenew } from '@hub/features/disclosure/consents.queries';
import type { AskedConsent } from '@hub/features/disclosure/consents.service';
import { PersonModel } from '../agencies/person.model';
import { DateTime, LocalDate } from '../graphql/scalars';

export enum ConsentScopeEnum { CARD = 'CARD', PROFILE = 'PROFILE', PHOTO_REPORT = 'PHOTO_REPORT' }
registerEnumType(ConsentScopeEnum, { name: 'ConsentScope', description: 'To be shown outside the agency as a card, with a profile, or with photo and report to one named agency.' });

@ObjectType('AdopterConsent', { description: 'One answer of adopters; the latest of a scope counts.' })
export class AdopterConsentModel implements Consent {
  @Field(() => ID)
  id!: string;

  @Field(() => ConsentScopeEnum)
  scope!: ConsentScope;

  @Field(() => Boolean)
  granted!: boolean;

  @Field(() => String, { nullable: true })
  wording!: string | null;

  @Field(() => String, { description: 'WRITTEN, SPOKEN or ELECTRONIC; FILE or FORM where only the answer was handed in.' })
  how!: ConsentManner;

  @Field(() => String, { nullable: true, description: 'ALL_ADULTS or ONE_ADULT.' })
  givenBy!: ConsentGiver | null;

  @Field(() => LocalDate)
  givenOn!: IsoDate;

  @Field(() => LocalDate, { description: 'The first day without.' })
  expiresOn!: IsoDate;

  @Field(() => Boolean)
  isLive!: boolean;

  @Field(() => PersonModel)
  recordedBy!: Person;

  @Field(() => DateTime)
  recordedAt!: Date;

  @Field(() => PersonModel, { nullable: true })
  withdrawnBy!: Person | null;

  @Field(() => DateTime, { nullable: true })
  withdrawnAt!: Date | null;
}

@ObjectType('ConsentToRenew')
export class ConsentToRenewModel implements ConsentToRenew {
  @Field(() => String)
  household!: string;

  @Field(() => LocalDate)
  expiresOn!: IsoDate;
}

@InputType('RecordConsentInput')
export class RecordConsentInput implements AskedConsent {
  @Field(() => String)
  household!: string;

  @Field(() => [ConsentScopeEnum])
  scopes!: readonly ConsentScope[];

  @Field(() => Boolean)
  granted!: boolean;

  @Field(() => String, { description: 'Which wording they were asked with, such as “2026-1”.' })
  wording!: string;

  @Field(() => String, { description: 'WRITTEN, SPOKEN or ELECTRONIC.' })
  how!: ConsentManner;

  @Field(() => String, { description: 'ALL_ADULTS or ONE_ADULT; all have to agree.' })
  givenBy!: ConsentGiver;

  @Field(() => LocalDate)
  givenOn!: IsoDate;
}
