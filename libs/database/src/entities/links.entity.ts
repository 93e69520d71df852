import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'link' })
export class LinkEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'household_agency_id', type: 'uuid' })
  householdAgencyId!: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ name: 'household_id', type: 'uuid' })
  householdId!: string;

  @Column({ name: 'unit_reference', type: 'text' })
  unitReference!: string;

  @Column({ name: 'household_reference', type: 'text' })
  householdReference!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ name: 'interest_by', type: 'text', nullable: true })
  interestBy!: string | null;

  @Column({ name: 'suggested_by', type: 'uuid', nullable: true })
  suggestedBy!: string | null;

  @Column({ name: 'child_worker_id', type: 'uuid', nullable: true })
  childWorkerId!: string | null;

  @Column({ name: 'adopters_worker_id', type: 'uuid', nullable: true })
  adoptersWorkerId!: string | null;

  @Column({ name: 'child_agreed', type: 'boolean', default: false })
  childAgreed!: boolean;

  @Column({ name: 'adopters_agreed', type: 'boolean', default: false })
  adoptersAgreed!: boolean;

  @Column({ name: 'child_grant_id', type: 'uuid', nullable: true })
  childGrantId!: string | null;

  @Column({ name: 'adopters_grant_id', type: 'uuid', nullable: true })
  adoptersGrantId!: string | null;

  @Column({ name: 'panel_on', type: 'date', nullable: true })
  panelOn!: IsoDate | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}

@Entity({ schema: 'hub', name: 'link_event' })
export class LinkEventEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'link_id', type: 'uuid' })
  linkId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text', nullable: true })
  side!: string | null;

  @Column({ type: 'text' })
  event!: string;

  @Column({ name: 'from_state', type: 'text', nullable: true })
  fromState!: string | null;

  @Column({ name: 'to_state', type: 'text' })
  toState!: string;

  @Column({ name: 'on_date', type: 'date' })
  onDate!: IsoDate;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'panel_on', type: 'date', nullable: true })
  panelOn!: IsoDate | null;

  @Column({ name: 'child_worker_id', type: 'uuid', nullable: true })
  childWorkerId!: string | null;

  @Column({ name: 'adopters_worker_id', type: 'uuid', nullable: true })
  adoptersWorkerId!: string | null;
}

@Entity({ schema: 'hub', name: 'link_reason' })
export class LinkReasonEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'link_id', type: 'uuid' })
  linkId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  code!: string;

  @Column({ name: 'share_ids', type: 'uuid', array: true, default: [] })
  shareIds!: string[];

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  words!: Buffer | null;
}

@Entity({ schema: 'hub', name: 'link_message' })
export class LinkMessageEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'link_id', type: 'uuid' })
  linkId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  side!: string;

  @Column({ name: 'author_id', type: 'uuid' })
  authorId!: string;

  @Column({ name: 'share_ids', type: 'uuid', array: true })
  shareIds!: string[];

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ type: 'bytea' })
  body!: Buffer;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}

@Entity({ schema: 'hub', name: 'link_cap' })
export class LinkCapEntity {
  @PrimaryColumn({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'per_unit', type: 'integer' })
  perUnit!: number;

  @Column({ name: 'per_household', type: 'integer' })
  perHousehold!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
