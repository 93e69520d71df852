import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ schema: 'audit', name: 'event' })
export class AuditEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'agency_id', type: 'uuid', nullable: true })
  agencyId!: string | null;

  @Column({ type: 'text', nullable: true })
  action!: string | null;

  @Column({ name: 'table_name', type: 'text' })
  tableName!: string;

  @Column({ name: 'row_id', type: 'text', nullable: true })
  rowId!: string | null;

  @Column({ type: 'text' })
  operation!: string;

  @Column({ type: 'jsonb', nullable: true })
  before!: Record<string, unknown> | null;

  @Column({ type: 'jsonb', nullable: true })
  after!: Record<string, unknown> | null;

  @Column({ name: 'request_id', type: 'text', nullable: true })
  requestId!: string | null;

  @Column({ type: 'bigint', default: () => 'audit.this_transaction()' })
  tx!: number;
}

@Entity({ schema: 'audit', name: 'access' })
export class AuditAccessEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'agency_id', type: 'uuid', nullable: true })
  agencyId!: string | null;

  @Column({ name: 'subject_agency_id', type: 'uuid', nullable: true })
  subjectAgencyId!: string | null;

  @Column({ type: 'text' })
  action!: string;

  @Column({ name: 'subject_type', type: 'text', nullable: true })
  subjectType!: string | null;

  @Column({ name: 'subject_reference', type: 'text', nullable: true })
  subjectReference!: string | null;

  @Column({ type: 'text', nullable: true })
  stage!: string | null;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ name: 'request_id', type: 'text', nullable: true })
  requestId!: string | null;

  @Column({ name: 'actor_roles', type: 'text', array: true, nullable: true })
  actorRoles!: string[] | null;

  @Column({ type: 'text', array: true, nullable: true })
  fields!: string[] | null;

  @Column({ name: 'row_count', type: 'integer', nullable: true })
  rowCount!: number | null;

  @Column({ type: 'text', nullable: true })
  purpose!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'grant_reference', type: 'text', nullable: true })
  grantReference!: string | null;

  @Column({ name: 'agreement_reference', type: 'text', nullable: true })
  agreementReference!: string | null;

  @Column({ name: 'client_address', type: 'inet', nullable: true })
  clientAddress!: string | null;

  @Column({ type: 'bigint', default: () => 'audit.this_transaction()' })
  tx!: number;
}

@Entity({ schema: 'audit', name: 'chain' })
export class AuditChainEntity {
  @PrimaryColumn({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @PrimaryColumn({ type: 'bigint' })
  seq!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'row_id', type: 'bigint' })
  rowId!: number;

  @Column({ type: 'bytea' })
  hash!: Buffer;
}

@Entity({ schema: 'audit', name: 'chain_head' })
export class AuditChainHeadEntity {
  @PrimaryColumn({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'bigint' })
  seq!: number;

  @Column({ type: 'bytea' })
  hash!: Buffer;
}

@Entity({ schema: 'audit', name: 'boundary' })
export class AuditBoundaryEntity {
  @PrimaryColumn({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @PrimaryColumn({ type: 'bigint' })
  seq!: number;

  @Column({ type: 'bytea' })
  hash!: Buffer;

  @Column({ name: 'first_seq', type: 'bigint' })
  firstSeq!: number;

  @Column({ type: 'date' })
  before!: string;

  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  @Column({ name: 'content_hash', type: 'bytea' })
  contentHash!: Buffer;

  @Column({ name: 'signed_at', type: 'timestamptz' })
  signedAt!: Date;

  @Column({ name: 'signing_key', type: 'text' })
  signingKey!: string;

  @Column({ type: 'text' })
  signature!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}

@Entity({ schema: 'audit', name: 'delivery' })
export class AuditDeliveryEntity {
  @PrimaryColumn({ name: 'request_id', type: 'text' })
  requestId!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}

@Entity({ schema: 'hub', name: 'notice' })
export class NoticeEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'user_id', type: 'uuid', nullable: true })
  userId!: string | null;

  @Column({ type: 'text', nullable: true })
  role!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'subject_type', type: 'text', nullable: true })
  subjectType!: string | null;

  @Column({ name: 'subject_reference', type: 'text', nullable: true })
  subjectReference!: string | null;

  @Column({ type: 'integer', nullable: true })
  count!: number | null;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'actor_agency_id', type: 'uuid', nullable: true })
  actorAgencyId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @Column({ name: 'on_date', type: 'date', default: () => 'hub.today()' })
  onDate!: string;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt!: Date | null;

  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn!: string | null;

  @Column({ name: 'days_left', type: 'integer', nullable: true })
  daysLeft!: number | null;
}
