import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'panel_item' })
export class PanelItemEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'panel_id', type: 'uuid' })
  panelId!: string;

  @Column({ name: 'panel_agency_id', type: 'uuid' })
  panelAgencyId!: string;

  @Column({ type: 'integer' })
  slot!: number;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'link_id', type: 'uuid', nullable: true })
  linkId!: string | null;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ name: 'household_id', type: 'uuid' })
  householdId!: string;

  @Column({ name: 'household_agency_id', type: 'uuid' })
  householdAgencyId!: string;

  @Column({ name: 'unit_reference', type: 'text', nullable: true })
  unitReference!: string | null;

  @Column({ name: 'household_reference', type: 'text' })
  householdReference!: string;

  @Column({ name: 'papers_in_on', type: 'date', nullable: true })
  papersInOn!: IsoDate | null;

  @Column({ type: 'text', nullable: true })
  recommendation!: string | null;

  @Column({ name: 'minutes_final_on', type: 'date', nullable: true })
  minutesFinalOn!: IsoDate | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'panel_item_event' })
export class PanelItemEventEntity {
  @PrimaryColumn({ name: 'item_id', type: 'uuid' })
  itemId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  event!: string;

  @Column({ name: 'panel_id', type: 'uuid' })
  panelId!: string;

  @Column({ type: 'integer' })
  slot!: number;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'actor_agency_id', type: 'uuid', nullable: true })
  actorAgencyId!: string | null;

  @Column({ type: 'text', nullable: true })
  recommendation!: string | null;

  @Column({ name: 'minutes_final_on', type: 'date', nullable: true })
  minutesFinalOn!: IsoDate | null;

  @Column({ name: 'decided_on', type: 'date', nullable: true })
  decidedOn!: IsoDate | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}

@Entity({ schema: 'hub', name: 'panel_absence' })
export class PanelAbsenceEntity {
  @PrimaryColumn({ name: 'item_id', type: 'uuid' })
  itemId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'panel_id', type: 'uuid' })
  panelId!: string;

  @PrimaryColumn({ name: 'member_id', type: 'uuid' })
  memberId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}

@Entity({ schema: 'hub', name: 'panel_text' })
export class PanelTextEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'item_id', type: 'uuid' })
  itemId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  part!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'share_ids', type: 'uuid', array: true })
  shareIds!: string[];

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ type: 'bytea' })
  words!: Buffer;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}

@Entity({ schema: 'hub', name: 'agency_decision' })
export class AgencyDecisionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'panel_item_id', type: 'uuid' })
  panelItemId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ name: 'decided_on', type: 'date' })
  decidedOn!: IsoDate;

  @Column({ name: 'decided_by', type: 'uuid' })
  decidedBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

@Entity({ schema: 'hub', name: 'decision_notice' })
export class DecisionNoticeEntity {
  @PrimaryColumn({ name: 'decision_id', type: 'uuid' })
  decisionId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @PrimaryColumn({ type: 'text' })
  recipient!: string;

  @PrimaryColumn({ type: 'text' })
  manner!: string;

  @Column({ name: 'told_on', type: 'date' })
  toldOn!: IsoDate;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
