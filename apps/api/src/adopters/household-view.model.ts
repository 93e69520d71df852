import type { HouseholdKind, RecordedAvailability } from '@hub/domain/adopters/facts';
import type { AdultDetails } from '@hub/domain/adopters/merge';
import type { HouseholdState } from '@hub/domain/adopters/states';
import type { Sex } from '@hub/domain/children/codes';
import type { Clock } from '@hub/domain/clocks/clock';
import type { JourneyEvent } from '@hub/domain/children/journey';
import type { HouseholdIdentified } from '@hub/domain/disclosure/identified';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Contact } from '@hub/domain/matching/pool';
import type { Person } from '@hub/features/agencies/users.queries';
import type { Release } from '@hub/features/children/release-view.queries';
import type { HouseholdRecordView, HouseholdView } from '@hub/features/adopters/household-view.queries';
import type { LocalSearch } from '@hub/features/local-search/local-search.queries';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalSearchModel } from '../local-search/local-search.model';
import { PersonModel } from '../agencies/person.model';
import { JourneyEventModel } from '../children/child.model';
import { ClockModel } from '../clocks/clock.model';
import { ReleaseModel } from '../children/release.model';
import { HouseholdIdentifiedModel } from '../disclosure/identified.model';
import { LocalDate } from '../graphql/scalars';
import { StageEnum } from '../graphql/stage.model';
import { HouseholdCardModel, HouseholdProfileModel } from './household-card.model';

@ObjectType('AdultRecord')
export class AdultRecordModel implements Omit<AdultDetails, 'fosteringForAdoption'> {
  @Field(() => String, { nullable: true })
  externalId!: string;

  @Field(() => String, { nullable: true })
  firstName!: string | null;

  @Field(() => String, { nullable: true })
  lastName!: string | null;

  @Field(() => String, { nullable: true })
  gender!: Sex | null;

  @Field(() => String, { nullable: true })
  ethnicity!: string | null;

  @Field(() => Boolean, { nullable: true })
  disability!: boolean | null;
}

@ObjectType('HouseholdRecord', { description: "The agency's own record." })
export class HouseholdRecordModel implements HouseholdRecordView {
  @Field(() => String)
  state!: HouseholdState;

  @Field(() => String, { description: 'SINGLE or COUPLE.' })
  kind!: HouseholdKind;

  @Field(() => String, { nullable: true, description: 'As people recorded it: AVAILABLE or NOT_AVAILABLE.' })
  availability!: RecordedAvailability | null;

  @Field(() => PersonModel, { nullable: true })
  namedWorker!: Person | null;

  @Field(() => String, { nullable: true })
  familyId!: string | null;

  @Field(() => String, { nullable: true })
  names!: string | null;

  @Field(() => String, { nullable: true })
  address!: string | null;

  @Field(() => String, { nullable: true, description: "What stage S2 shows of the prospective adopter's report." })
  reportSummary!: string | null;

  @Field(() => String, { nullable: true, description: 'The reference of the photo, at /photos/own/household/HOUSEHOLD/PHOTO.' })
  photo!: string | null;

  @Field(() => [AdultRecordModel])
  adults!: readonly AdultDetails[];

  @Field(() => [JourneyEventModel])
  journey!: readonly JourneyEvent[];

  @Field(() => [ClockModel])
  clocks!: readonly Clock[];

  @Field(() => LocalDate, { nullable: true })
  enquiryOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  approvedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  provisionalPanelOn!: IsoDate | null;

  @Field(() => Boolean, { nullable: true, description: 'Consent to be shown outside the agency.' })
  shareConsent!: boolean | null;

  @Field(() => LocalDate, { nullable: true })
  shareConsentOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day on which the consent to be shown is over.' })
  cardConsentUntil!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'The same of the consent to a profile.' })
  profileConsentUntil!: IsoDate | null;

  @Field(() => Int, { nullable: true })
  contact!: Contact | null;

  @Field(() => [String], { nullable: true })
  heritage!: readonly string[] | null;

  @Field(() => [String], { nullable: true })
  languages!: readonly string[] | null;

  @Field(() => String, { nullable: true })
  religion!: string | null;

  @Field(() => String, { nullable: true })
  area!: string | null;

  @Field(() => [String], { nullable: true, description: 'Months of birth, YYYY-MM.' })
  childrenAtHome!: readonly string[] | null;

  @Field(() => Boolean, { nullable: true })
  pets!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  smokers!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Shown to others from a released profile on.' })
  experience!: string | null;

  @Field(() => String, { nullable: true, description: "The agency's text; others read what a release was approved with." })
  about!: string | null;

  @Field(() => [ReleaseModel])
  releases!: readonly Release[];

  @Field(() => LocalSearchModel)
  localSearch!: LocalSearch;

  @Field(() => Int)
  version!: number;
}

@ObjectType('HouseholdView', { description: 'A household as far as the viewer may see it: projections of which the hidden ones are never loaded.' })
export class HouseholdViewModel implements HouseholdView {
  @Field(() => String)
  reference!: string;

  @Field(() => StageEnum)
  stage!: HouseholdView['stage'];

  @Field(() => HouseholdCardModel)
  card!: HouseholdCardModel;

  @Field(() => HouseholdProfileModel, { nullable: true })
  profile!: HouseholdProfileModel | null;

  @Field(() => HouseholdIdentifiedModel, { nullable: true })
  identified!: HouseholdIdentified | null;

  @Field(() => HouseholdRecordModel, { nullable: true })
  record!: HouseholdRecordView | null;
}
