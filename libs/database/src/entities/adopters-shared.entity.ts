import { Column, Entity, PrimaryColumn } from 'typeorm';
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

  @Column({ name: 'profile_audience', type: 'text', nullable: true })
  profileAudience!: string | null;

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

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  experience!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  about!: Buffer | null;

  @Column({ name: 'heritage_groups', type: 'text', array: true, default: [] })
  heritageGroups!: string[];

  @Column({ name: 'release_id', type: 'uuid', nullable: true })
  releaseId!: string | null;

  @Column({ type: 'boolean', default: false })
  live!: boolean;

  @Column({ name: 'expires_on', type: 'date', nullable: true })
  expiresOn!: IsoDate | null;

  @Column({ type: 'text', default: 'PARTNERS' })
  audience!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
