import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'placement' })
export class PlacementEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'household_agency_id', type: 'uuid' })
  householdAgencyId!: string;

  @Column({ name: 'link_id', type: 'uuid' })
  linkId!: string;

  @Column({ name: 'decision_id', type: 'uuid' })
  decisionId!: string;

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

  @Column({ name: 'decided_on', type: 'date' })
  decidedOn!: IsoDate;

  @Column({ name: 'plan_agreed_on', type: 'date', nullable: true })
  planAgreedOn!: IsoDate | null;

  @Column({ name: 'introductions_on', type: 'date', nullable: true })
  introductionsOn!: IsoDate | null;

  @Column({ name: 'child_worker_id', type: 'uuid', nullable: true })
  childWorkerId!: string | null;

  @Column({ name: 'adopters_worker_id', type: 'uuid', nullable: true })
  adoptersWorkerId!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}

@Entity({ schema: 'hub', name: 'placement_child' })
export class PlacementChildEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'placement_id', type: 'uuid' })
  placementId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'child_id', type: 'uuid' })
  childId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'text', nullable: true })
  home!: string | null;

  @Column({ name: 'lives_there_since', type: 'date', nullable: true })
  livesThereSince!: IsoDate | null;

  @Column({ name: 'placed_on', type: 'date', nullable: true })
  placedOn!: IsoDate | null;

  @Column({ name: 'ao_applied_on', type: 'date', nullable: true })
  aoAppliedOn!: IsoDate | null;

  @Column({ name: 'adopted_on', type: 'date', nullable: true })
  adoptedOn!: IsoDate | null;

  @Column({ name: 'disrupted_on', type: 'date', nullable: true })
  disruptedOn!: IsoDate | null;

  @Column({ name: 'fell_on', type: 'date', nullable: true })
  fellOn!: IsoDate | null;

  @Column({ name: 'share_ids', type: 'uuid', array: true, default: [] })
  shareIds!: string[];

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ name: 'first_name', type: 'bytea', nullable: true })
  firstName!: Buffer | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'placement_adopters' })
export class PlacementAdoptersEntity {
  @PrimaryColumn({ name: 'placement_id', type: 'uuid' })
  placementId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'household_id', type: 'uuid' })
  householdId!: string;

  @Column({ name: 'share_ids', type: 'uuid', array: true })
  shareIds!: string[];

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ name: 'first_names', type: 'bytea' })
  firstNames!: Buffer;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'placement_event' })
export class PlacementEventEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'placement_id', type: 'uuid' })
  placementId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  side!: string;

  @Column({ type: 'text' })
  event!: string;

  @Column({ name: 'child_id', type: 'uuid', nullable: true })
  childId!: string | null;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ name: 'from_state', type: 'text', nullable: true })
  fromState!: string | null;

  @Column({ name: 'to_state', type: 'text' })
  toState!: string;

  @Column({ name: 'on_date', type: 'date' })
  onDate!: IsoDate;

  @Column({ type: 'integer', nullable: true })
  corrects!: number | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @Column({ name: 'actor_id', type: 'uuid' })
  actorId!: string;

  @Column({ type: 'uuid', array: true, default: [] })
  about!: string[];

  @Column({ name: 'share_ids', type: 'uuid', array: true, default: [] })
  shareIds!: string[];

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  words!: Buffer | null;
}
