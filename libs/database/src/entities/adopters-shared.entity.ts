import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'household_card' })
export class HouseholdCardEntity {
  @PrimaryColumn({ name: 'household_id', type: 'uuid' })
  householdId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'age_min_months', type: 'smallint', nullable: true })
  ageMinMonths!: number | null;

  @Column({ name: 'age_max_months', type: 'smallint', nullable: true })
  ageMaxMonths!: number | null;

  @Column({ name: 'max_children', type: 'smallint', nullable: true })
  maxChildren!: number | null;

  @Column({ name: 'sex_preference', type: 'text', nullable: true })
  sexPreference!: string | null;

  @Column({ type: 'jsonb', default: {} })
  accepts!: Record<string, unknown>;

  @Column({ name: 'early_permanence', type: 'boolean', nullable: true })
  earlyPermanence!: boolean | null;

  @Column({ name: 'region_band', type: 'text' })
  regionBand!: string;

  @Column({ type: 'text' })
  stage!: string;

  @Column({ type: 'boolean', default: false })
  listed!: boolean;

  @Column({ name: 'profile_until', type: 'date', nullable: true })
  profileUntil!: IsoDate | null;

  @Column({ name: 'consent_until', type: 'date', nullable: true })
  consentUntil!: IsoDate | null;

  @Column({ name: 'profile_consent_until', type: 'date', nullable: true })
  profileConsentUntil!: IsoDate | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'household_profile' })
export class HouseholdProfileEntity {
  @PrimaryColumn({ name: 'household_id', type: 'uuid' })
  householdId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'household_type', type: 'text', nullable: true })
  householdType!: string | null;

  @Column({ type: 'text', nullable: true })
  experience!: string | null;

  @Column({ type: 'text', nullable: true })
  about!: string | null;

  @Column({ name: 'heritage_groups', type: 'text', array: true, default: [] })
  heritageGroups!: string[];

  @Column({ name: 'release_id', type: 'uuid', nullable: true })
  releaseId!: string | null;

  @Column({ type: 'boolean', default: false })
  live!: boolean;

  @Column({ name: 'expires_on', type: 'date', nullable: true })
  expiresOn!: IsoDate | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'profile_release' })
export class ProfileReleaseEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'subject_type', type: 'text' })
  subjectType!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ name: 'requested_by', type: 'uuid' })
  requestedBy!: string;

  @Column({ name: 'requested_at', type: 'timestamptz', default: () => 'now()' })
  requestedAt!: Date;

  @Column({ name: 'approved_by', type: 'uuid', nullable: true })
  approvedBy!: string | null;

  @Column({ name: 'approved_at', type: 'timestamptz', nullable: true })
  approvedAt!: Date | null;

  @Column({ name: 'expires_on', type: 'date', nullable: true })
  expiresOn!: IsoDate | null;

  @Column({ name: 'withdrawn_by', type: 'uuid', nullable: true })
  withdrawnBy!: string | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ name: 'withdrawal_reason', type: 'text', nullable: true })
  withdrawalReason!: string | null;

  @Column({ type: 'jsonb' })
  content!: Record<string, unknown>;

  @Column({ type: 'jsonb', default: [] })
  texts!: readonly unknown[];

  @Column({ type: 'smallint', nullable: true })
  generalisation!: number | null;

  @Column({ name: 'as_recorded', type: 'boolean', default: false })
  asRecorded!: boolean;

  @Column({ name: 'below_k', type: 'boolean', default: false })
  belowK!: boolean;

  @Column({ name: 'override_reason', type: 'text', nullable: true })
  overrideReason!: string | null;

  @Column({ name: 'returned_at', type: 'timestamptz', nullable: true })
  returnedAt!: Date | null;

  @Column({ name: 'returned_reason', type: 'text', nullable: true })
  returnedReason!: string | null;
}
