import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'household' })
export class HouseholdEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text', default: 'ENQUIRY' })
  state!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'offered_on', type: 'date', nullable: true })
  offeredOn!: IsoDate | null;

  @Column({ name: 'widens_on', type: 'date', nullable: true })
  widensOn!: IsoDate | null;

  @Column({ name: 'enquiry_on', type: 'date', nullable: true })
  enquiryOn!: IsoDate | null;

  @Column({ name: 'roi_on', type: 'date', nullable: true })
  roiOn!: IsoDate | null;

  @Column({ name: 'stage1_started_on', type: 'date', nullable: true })
  stage1StartedOn!: IsoDate | null;

  @Column({ name: 'stage1_ended_on', type: 'date', nullable: true })
  stage1EndedOn!: IsoDate | null;

  @Column({ name: 'stage2_started_on', type: 'date', nullable: true })
  stage2StartedOn!: IsoDate | null;

  @Column({ name: 'stage2_ended_on', type: 'date', nullable: true })
  stage2EndedOn!: IsoDate | null;

  @Column({ name: 'application_on', type: 'date', nullable: true })
  applicationOn!: IsoDate | null;

  @Column({ name: 'approved_on', type: 'date', nullable: true })
  approvedOn!: IsoDate | null;

  @Column({ name: 'provisional_panel_on', type: 'date', nullable: true })
  provisionalPanelOn!: IsoDate | null;

  @Column({ name: 'matched_on', type: 'date', nullable: true })
  matchedOn!: IsoDate | null;

  @Column({ name: 'placed_on', type: 'date', nullable: true })
  placedOn!: IsoDate | null;

  @Column({ name: 'children_placed', type: 'integer', nullable: true })
  childrenPlaced!: number | null;

  @Column({ name: 'ao_on', type: 'date', nullable: true })
  aoOn!: IsoDate | null;

  @Column({ name: 'left_on', type: 'date', nullable: true })
  leftOn!: IsoDate | null;

  @Column({ name: 'left_reason', type: 'text', nullable: true })
  leftReason!: string | null;

  @Column({ name: 'on_hold_since', type: 'date', nullable: true })
  onHoldSince!: IsoDate | null;

  @Column({ type: 'text', nullable: true })
  availability!: string | null;

  @Column({ name: 'share_consent', type: 'boolean', nullable: true })
  shareConsent!: boolean | null;

  @Column({ name: 'share_consent_on', type: 'date', nullable: true })
  shareConsentOn!: IsoDate | null;

  @Column({ name: 'card_consent_until', type: 'date', nullable: true })
  cardConsentUntil!: IsoDate | null;

  @Column({ name: 'profile_consent_until', type: 'date', nullable: true })
  profileConsentUntil!: IsoDate | null;

  @Column({ name: 'max_children', type: 'smallint', nullable: true })
  maxChildren!: number | null;

  @Column({ name: 'age_min_months', type: 'smallint', nullable: true })
  ageMinMonths!: number | null;

  @Column({ name: 'age_max_months', type: 'smallint', nullable: true })
  ageMaxMonths!: number | null;

  @Column({ name: 'sex_preference', type: 'text', nullable: true })
  sexPreference!: string | null;

  @Column({ type: 'jsonb', default: {} })
  accepts!: Record<string, unknown>;

  @Column({ name: 'early_permanence', type: 'boolean', nullable: true })
  earlyPermanence!: boolean | null;

  @Column({ type: 'text', nullable: true })
  area!: string | null;

  @Column({ type: 'smallint', nullable: true })
  contact!: number | null;

  @Column({ type: 'text', array: true, nullable: true })
  heritage!: string[] | null;

  @Column({ type: 'text', array: true, nullable: true })
  languages!: string[] | null;

  @Column({ type: 'text', nullable: true })
  religion!: string | null;

  @Column({ name: 'children_at_home', type: 'text', array: true, nullable: true })
  childrenAtHome!: string[] | null;

  @Column({ type: 'boolean', nullable: true })
  pets!: boolean | null;

  @Column({ type: 'boolean', nullable: true })
  smokers!: boolean | null;

  @Column({ name: 'named_worker_id', type: 'uuid', nullable: true })
  namedWorkerId!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'household_event' })
export class HouseholdEventEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'household_id', type: 'uuid' })
  householdId!: string;

  @Column({ type: 'text' })
  event!: string;

  @Column({ name: 'on_date', type: 'date' })
  onDate!: IsoDate;

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  reason!: Buffer | null;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ name: 'asked_by', type: 'text', nullable: true })
  askedBy!: string | null;

  @Column({ name: 'until_on', type: 'date', nullable: true })
  untilOn!: IsoDate | null;

  @Column({ name: 'recorded_by', type: 'uuid', nullable: true })
  recordedBy!: string | null;

  @Column({ type: 'uuid', nullable: true })
  corrects!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

@Entity({ schema: 'hub', name: 'adult' })
export class AdultEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'household_id', type: 'uuid' })
  householdId!: string;

  @Column({ type: 'text', nullable: true })
  gender!: string | null;

  @Column({ type: 'text', nullable: true })
  ethnicity!: string | null;

  @Column({ type: 'boolean', nullable: true })
  disability!: boolean | null;

  @Column({ name: 'fostering_for_adoption', type: 'boolean', nullable: true })
  fosteringForAdoption!: boolean | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
