import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { SelectionChangeKind, SelectionOf } from '@hub/domain/search/selection';

@Entity({ schema: 'hub', name: 'selection' })
export class SelectionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  holds!: SelectionOf;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ name: 'household_id', type: 'uuid', nullable: true })
  householdId!: string | null;

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ name: 'share_ids', type: 'uuid', array: true, default: () => "'{}'" })
  shareIds!: string[];

  @Column({ type: 'bytea', nullable: true })
  name!: Buffer | null;

  @Column({ type: 'boolean' })
  shared!: boolean;

  @Column({ name: 'owner_id', type: 'uuid' })
  ownerId!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}

@Entity({ schema: 'hub', name: 'selection_entry' })
export class SelectionEntryEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'selection_id', type: 'uuid' })
  selectionId!: string;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ name: 'household_id', type: 'uuid', nullable: true })
  householdId!: string | null;

  @Column({ name: 'subject_agency_id', type: 'uuid' })
  subjectAgencyId!: string;

  @Column({ type: 'integer' })
  place!: number;

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ name: 'share_ids', type: 'uuid', array: true, default: () => "'{}'" })
  shareIds!: string[];

  @Column({ type: 'bytea', nullable: true })
  note!: Buffer | null;

  @Column({ name: 'kept_by', type: 'uuid' })
  keptBy!: string;

  @Column({ name: 'kept_at', type: 'timestamptz', default: () => 'now()' })
  keptAt!: Date;

  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}

@Entity({ schema: 'hub', name: 'selection_change' })
export class SelectionChangeEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'selection_id', type: 'uuid' })
  selectionId!: string;

  @Column({ type: 'text' })
  what!: SelectionChangeKind;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ name: 'household_id', type: 'uuid', nullable: true })
  householdId!: string | null;

  @Column({ name: 'subject_agency_id', type: 'uuid', nullable: true })
  subjectAgencyId!: string | null;

  @Column({ name: 'changed_by', type: 'uuid' })
  changedBy!: string;

  @Column({ name: 'changed_at', type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;
}
