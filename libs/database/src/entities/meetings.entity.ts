import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ schema: 'hub', name: 'meeting' })
export class MeetingEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  place!: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ type: 'integer' })
  minutes!: number;

  @Column({ name: 'minutes_per_item', type: 'integer' })
  minutesPerItem!: number;

  @Column({ type: 'text', default: 'PLANNED' })
  status!: string;

  @Column({ name: 'max_links', type: 'integer' })
  maxLinks!: number;

  @Column({ name: 'per_unit', type: 'integer' })
  perUnit!: number;

  @Column({ name: 'per_household', type: 'integer' })
  perHousehold!: number;

  @Column({ name: 'agenda_status', type: 'text', default: 'NONE' })
  agendaStatus!: string;

  @Column({ name: 'agenda_wish', type: 'integer', default: 0 })
  agendaWish!: number;

  @Column({ name: 'agenda_run', type: 'text', nullable: true })
  agendaRun!: string | null;

  @Column({ name: 'agenda_value', type: 'double precision', nullable: true })
  agendaValue!: number | null;

  @Column({ name: 'agenda_bound', type: 'double precision', nullable: true })
  agendaBound!: number | null;

  @Column({ name: 'agenda_gap', type: 'double precision', nullable: true })
  agendaGap!: number | null;

  @Column({ name: 'agenda_account', type: 'text', nullable: true })
  agendaAccount!: string | null;

  @Column({ name: 'agenda_error', type: 'text', nullable: true })
  agendaError!: string | null;

  @Column({ type: 'integer', default: 0 })
  sequence!: number;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}

@Entity({ schema: 'hub', name: 'meeting_agency' })
export class MeetingAgencyEntity {
  @PrimaryColumn({ name: 'meeting_id', type: 'uuid' })
  meetingId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @PrimaryColumn({ name: 'invited_id', type: 'uuid' })
  invitedId!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

@Entity({ schema: 'hub', name: 'meeting_person' })
export class MeetingPersonEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'meeting_id', type: 'uuid' })
  meetingId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @Column({ name: 'user_agency_id', type: 'uuid' })
  userAgencyId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'text', default: 'EXPECTED' })
  attendance!: string;

  @Column({ name: 'arrived_at', type: 'timestamptz', nullable: true })
  arrivedAt!: Date | null;

  @Column({ name: 'left_at', type: 'timestamptz', nullable: true })
  leftAt!: Date | null;
}

@Entity({ schema: 'hub', name: 'meeting_item' })
export class MeetingItemEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'meeting_id', type: 'uuid' })
  meetingId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'integer', nullable: true })
  position!: number | null;

  @Column({ name: 'left_out', type: 'boolean', default: false })
  leftOut!: boolean;

  @Column({ type: 'text', default: 'WAITING' })
  status!: string;

  @Column({ type: 'timestamptz', nullable: true })
  since!: Date | null;

  @Column({ name: 'done_at', type: 'timestamptz', nullable: true })
  doneAt!: Date | null;
}
