import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'disclosure_grant' })
export class DisclosureGrantEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'subject_type', type: 'text' })
  subjectType!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ name: 'share_ids', type: 'uuid', array: true, default: [] })
  shareIds!: string[];

  @Column({ type: 'bytea' })
  purpose!: Buffer;

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

  @Column({ name: 'withdrawal_reason', type: 'bytea', nullable: true })
  withdrawalReason!: Buffer | null;

  @Column({ name: 'withdrawal_cause', type: 'text', nullable: true })
  withdrawalCause!: string | null;

  @Column({ type: 'bytea', nullable: true })
  content!: Buffer | null;

  @Column({ type: 'text', default: 'S1' })
  stage!: string;

  @Column({ type: 'text', default: 'PARTNERS' })
  audience!: string;

  @Column({ name: 'audience_agency_id', type: 'uuid', nullable: true })
  audienceAgencyId!: string | null;

  @Column({ name: 'audience_user_id', type: 'uuid', nullable: true })
  audienceUserId!: string | null;

  @Column({ name: 'agreement_id', type: 'uuid', nullable: true })
  agreementId!: string | null;

  @Column({ type: 'uuid', array: true, nullable: true })
  members!: string[] | null;

  @Column({ type: 'bytea', nullable: true })
  texts!: Buffer | null;

  @Column({ type: 'smallint', nullable: true })
  generalisation!: number | null;

  @Column({ name: 'as_recorded', type: 'boolean', default: false })
  asRecorded!: boolean;

  @Column({ name: 'below_k', type: 'boolean', default: false })
  belowK!: boolean;

  @Column({ name: 'override_reason', type: 'bytea', nullable: true })
  overrideReason!: Buffer | null;

  @Column({ name: 'returned_at', type: 'timestamptz', nullable: true })
  returnedAt!: Date | null;

  @Column({ name: 'returned_cause', type: 'text', nullable: true })
  returnedCause!: string | null;

  @Column({ type: 'text', array: true, nullable: true })
  photos!: string[] | null;

  @Column({ name: 'photos_shown', type: 'boolean', default: false })
  photosShown!: boolean;
}

@Entity({ schema: 'hub', name: 'child_identified' })
export class ChildIdentifiedEntity {
  @PrimaryColumn({ name: 'child_id', type: 'uuid' })
  childId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ name: 'first_name', type: 'bytea', nullable: true })
  firstName!: Buffer | null;

  @Column({ name: 'age_months', type: 'bytea', nullable: true })
  ageMonths!: Buffer | null;

  @Column({ name: 'health_summary', type: 'bytea', nullable: true })
  healthSummary!: Buffer | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'household_identified' })
export class HouseholdIdentifiedEntity {
  @PrimaryColumn({ name: 'household_id', type: 'uuid' })
  householdId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ name: 'first_names', type: 'bytea', nullable: true })
  firstNames!: Buffer | null;

  @Column({ name: 'report_summary', type: 'bytea', nullable: true })
  reportSummary!: Buffer | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'agreement_document' })
export class AgreementDocumentEntity {
  @PrimaryColumn({ name: 'agreement_id', type: 'uuid' })
  agreementId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ type: 'bytea' })
  file!: Buffer;

  @Column({ name: 'size_bytes', type: 'integer' })
  sizeBytes!: number;

  @Column({ name: 'added_by', type: 'uuid' })
  addedBy!: string;

  @Column({ name: 'added_at', type: 'timestamptz', default: () => 'now()' })
  addedAt!: Date;
}
