import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'bar' })
export class BarEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ name: 'household_id', type: 'uuid', nullable: true })
  householdId!: string | null;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ type: 'bytea' })
  email!: Buffer;

  @Column({ type: 'bytea' })
  salt!: Buffer;

  @Column({ name: 'email_hash', type: 'text' })
  emailHash!: string;

  @Column({ type: 'bytea' })
  reason!: Buffer;

  @Column({ name: 'barred_by', type: 'uuid' })
  barredBy!: string;

  @Column({ name: 'barred_at', type: 'timestamptz', default: () => 'now()' })
  barredAt!: Date;

  @Column({ name: 'lifted_by', type: 'uuid', nullable: true })
  liftedBy!: string | null;

  @Column({ name: 'lifted_at', type: 'timestamptz', nullable: true })
  liftedAt!: Date | null;

  @Column({ name: 'lifting_reason', type: 'bytea', nullable: true })
  liftingReason!: Buffer | null;
}

@Entity({ schema: 'hub', name: 'barred_unit' })
export class BarredUnitEntity {
  @PrimaryColumn({ name: 'bar_id', type: 'uuid' })
  barId!: string;

  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;
}

@Entity({ schema: 'hub', name: 'barred_person' })
export class BarredPersonEntity {
  @PrimaryColumn({ name: 'bar_id', type: 'uuid' })
  barId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId!: string;
}

@Entity({ schema: 'hub', name: 'break_glass' })
export class BreakGlassEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'subject_type', type: 'text' })
  subjectType!: string;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ name: 'household_id', type: 'uuid', nullable: true })
  householdId!: string | null;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'opened_by', type: 'uuid' })
  openedBy!: string;

  @Column({ name: 'opener_agency_id', type: 'uuid' })
  openerAgencyId!: string;

  @Column({ name: 'opener_name', type: 'text' })
  openerName!: string;

  @Column({ name: 'share_ids', type: 'uuid', array: true, default: [] })
  shareIds!: string[];

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ type: 'bytea' })
  reason!: Buffer;

  @Column({ name: 'opened_at', type: 'timestamptz', default: () => 'now()' })
  openedAt!: Date;

  @Column({ type: 'timestamptz' })
  until!: Date;

  @Column({ name: 'reviewed_by', type: 'uuid', nullable: true })
  reviewedBy!: string | null;

  @Column({ name: 'reviewed_at', type: 'timestamptz', nullable: true })
  reviewedAt!: Date | null;

  @Column({ name: 'review_note', type: 'bytea', nullable: true })
  reviewNote!: Buffer | null;
}

@Entity({ schema: 'hub', name: 'adopter_consent' })
export class AdopterConsentEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'household_id', type: 'uuid' })
  householdId!: string;

  @Column({ type: 'text' })
  scope!: string;

  @Column({ type: 'boolean' })
  granted!: boolean;

  @Column({ type: 'text', nullable: true })
  wording!: string | null;

  @Column({ type: 'text' })
  how!: string;

  @Column({ name: 'given_by', type: 'text', nullable: true })
  givenBy!: string | null;

  @Column({ name: 'given_on', type: 'date' })
  givenOn!: IsoDate;

  @Column({ name: 'expires_on', type: 'date' })
  expiresOn!: IsoDate;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  recordedAt!: Date;

  @Column({ name: 'withdrawn_by', type: 'uuid', nullable: true })
  withdrawnBy!: string | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;
}

@Entity({ schema: 'hub', name: 'withholding' })
export class WithholdingEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'child_id', type: 'uuid' })
  childId!: string;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ name: 'with_whom', type: 'bytea' })
  withWhom!: Buffer;

  @Column({ type: 'bytea' })
  what!: Buffer;

  @Column({ type: 'bytea' })
  reason!: Buffer;

  @Column({ name: 'decided_on', type: 'date' })
  decidedOn!: IsoDate;

  @Column({ name: 'decided_by', type: 'uuid' })
  decidedBy!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ name: 'settled_by', type: 'uuid', nullable: true })
  settledBy!: string | null;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt!: Date | null;
}
