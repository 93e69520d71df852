import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ schema: 'hub', name: 'import_batch' })
export class ImportBatchEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', default: 'QUEUED' })
  status!: string;

  @Column({ type: 'smallint', default: 0 })
  progress!: number;

  @Column({ type: 'text', nullable: true })
  step!: string | null;

  @Column({ name: 'file_hash', type: 'text' })
  fileHash!: string;

  @Column({ name: 'requested_by', type: 'uuid' })
  requestedBy!: string;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ name: 'file_name', type: 'bytea', nullable: true })
  fileName!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  file!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  report!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  counts!: Buffer | null;

  @Column({ name: 'subject_index', type: 'text', array: true, nullable: true })
  subjectIndex!: string[] | null;

  @Column({ name: 'error_code', type: 'text', nullable: true })
  errorCode!: string | null;

  @Column({ name: 'only_if_all_good', type: 'boolean', default: false })
  onlyIfAllGood!: boolean;

  @Column({ name: 'requested_at', type: 'timestamptz', default: () => 'now()' })
  requestedAt!: Date;

  @Column({ name: 'checked_at', type: 'timestamptz', nullable: true })
  checkedAt!: Date | null;

  @Column({ name: 'applied_at', type: 'timestamptz', nullable: true })
  appliedAt!: Date | null;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'outbox' })
export class OutboxEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  queue!: string;

  @Column({ type: 'jsonb' })
  payload!: Record<string, unknown>;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column({ name: 'handed_over_at', type: 'timestamptz', nullable: true })
  handedOverAt!: Date | null;

  @Column({ name: 'put_in', type: 'bigint', default: () => 'hub.this_transaction()', select: false })
  putIn!: number;
}
