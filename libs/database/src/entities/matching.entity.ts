import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'ruled_out' })
export class RuledOutEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ name: 'household_id', type: 'uuid' })
  householdId!: string;

  @Column({ name: 'unit_agency_id', type: 'uuid' })
  unitAgencyId!: string;

  @Column({ name: 'household_agency_id', type: 'uuid' })
  householdAgencyId!: string;

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ name: 'share_ids', type: 'uuid', array: true, default: [] })
  shareIds!: string[];

  @Column({ type: 'bytea', nullable: true })
  reason!: Buffer | null;

  @Column({ name: 'ruled_by', type: 'uuid', nullable: true })
  ruledBy!: string | null;

  @Column({ name: 'meeting_id', type: 'uuid', nullable: true })
  meetingId!: string | null;

  @Column({ name: 'ruled_at', type: 'timestamptz', default: () => 'now()' })
  ruledAt!: Date;

  @Column({ name: 'lifted_at', type: 'timestamptz', nullable: true })
  liftedAt!: Date | null;
}

@Entity({ schema: 'hub', name: 'matching_run' })
export class MatchingRunEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'requested_by', type: 'uuid' })
  requestedBy!: string;

  @Column({ type: 'text' })
  scope!: string;

  @Column({ name: 'subject_id', type: 'uuid', nullable: true })
  subjectId!: string | null;

  @Column({ type: 'text', default: 'QUEUED' })
  status!: string;

  @Column({ type: 'smallint', default: 0 })
  progress!: number;

  @Column({ type: 'text', nullable: true })
  step!: string | null;

  @Column({ name: 'as_at', type: 'date' })
  asAt!: IsoDate;

  @Column({ type: 'jsonb' })
  policy!: Record<string, unknown>;

  @Column({ name: 'policy_id', type: 'text' })
  policyId!: string;

  @Column({ name: 'policy_version', type: 'integer' })
  policyVersion!: number;

  @Column({ name: 'data_hash', type: 'text', nullable: true })
  dataHash!: string | null;

  @Column({ type: 'integer', nullable: true })
  units!: number | null;

  @Column({ type: 'integer', nullable: true })
  households!: number | null;

  @Column({ name: 'error_code', type: 'text', nullable: true })
  errorCode!: string | null;

  @Column({ name: 'requested_at', type: 'timestamptz', default: () => 'now()' })
  requestedAt!: Date;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'integer', default: 0 })
  attempt!: number;
}

@Entity({ schema: 'hub', name: 'matching_result' })
export class MatchingResultEntity {
  @PrimaryColumn({ name: 'run_id', type: 'uuid' })
  runId!: string;

  @PrimaryColumn({ name: 'subject_type', type: 'text' })
  subjectType!: string;

  @PrimaryColumn({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'local_only', type: 'boolean', default: false })
  localOnly!: boolean;

  @Column({ type: 'integer' })
  eligible!: number;

  @Column({ type: 'integer' })
  conditional!: number;

  @Column({ type: 'integer' })
  blocked!: number;

  @Column({ name: 'ruled_out', type: 'integer' })
  ruledOut!: number;

  @Column({ type: 'double precision', nullable: true })
  priority!: number | null;

  @Column({ type: 'bytea' })
  evidence!: Buffer;

  @Column({ type: 'text', nullable: true })
  best!: string | null;
}

@Entity({ schema: 'hub', name: 'matching_offers' })
export class MatchingOffersEntity {
  @PrimaryColumn({ name: 'run_id', type: 'uuid' })
  runId!: string;

  @PrimaryColumn({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @PrimaryColumn({ name: 'local_only', type: 'boolean', default: false })
  localOnly!: boolean;

  @Column({ type: 'bytea' })
  evidence!: Buffer;
}
