import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'panel' })
export class PanelEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'meets_on', type: 'date' })
  meetsOn!: IsoDate;

  @Column({ name: 'starts_at', type: 'text' })
  startsAt!: string;

  @Column({ name: 'slot_count', type: 'integer' })
  slotCount!: number;

  @Column({ name: 'slot_minutes', type: 'integer' })
  slotMinutes!: number;

  @Column({ type: 'text' })
  place!: string;

  @Column({ name: 'papers_due_on', type: 'date' })
  papersDueOn!: IsoDate;

  @Column({ name: 'part_ids', type: 'uuid', array: true, default: [] })
  partIds!: string[];

  @Column({ type: 'text', default: 'PLANNED' })
  status!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'panel_member' })
export class PanelMemberEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'user_id', type: 'uuid', nullable: true })
  userId!: string | null;

  @Column({ name: 'display_name', type: 'text' })
  displayName!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ name: 'is_independent', type: 'boolean' })
  isIndependent!: boolean;

  @Column({ name: 'sits_for', type: 'uuid', array: true })
  sitsFor!: string[];

  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: IsoDate;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: IsoDate | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'panel_attendance' })
export class PanelAttendanceEntity {
  @PrimaryColumn({ name: 'panel_id', type: 'uuid' })
  panelId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @PrimaryColumn({ name: 'member_id', type: 'uuid' })
  memberId!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ name: 'is_independent', type: 'boolean' })
  isIndependent!: boolean;

  @Column({ type: 'text', default: 'EXPECTED' })
  attendance!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
