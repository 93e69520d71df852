import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'local_search_policy' })
export class LocalSearchPolicyEntity {
  @PrimaryColumn({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @PrimaryColumn({ name: 'starts_on', type: 'date' })
  startsOn!: IsoDate;

  @Column({ name: 'unit_days', type: 'integer' })
  unitDays!: number;

  @Column({ name: 'household_days', type: 'integer' })
  householdDays!: number;

  @Column({ name: 'set_by', type: 'uuid' })
  setBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'local_search_change' })
export class LocalSearchChangeEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ name: 'household_id', type: 'uuid', nullable: true })
  householdId!: string | null;

  @Column({ name: 'was_on', type: 'date', nullable: true })
  wasOn!: IsoDate | null;

  @Column({ name: 'widens_on', type: 'date' })
  widensOn!: IsoDate;

  @Column({ name: 'changed_by', type: 'uuid' })
  changedBy!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @Column({ name: 'share_ids', type: 'uuid', array: true, default: [] })
  shareIds!: string[];

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  reason!: Buffer | null;
}

@Entity({ schema: 'hub', name: 'family_finding_event' })
export class FamilyFindingEventEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text', nullable: true })
  cause!: string | null;

  @Column({ name: 'on_date', type: 'date' })
  onDate!: IsoDate;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}
