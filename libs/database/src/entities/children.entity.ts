import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'unit' })
export class UnitEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text', default: 'SINGLE' })
  plan!: string;

  @Column({ name: 'family_finding', type: 'text', default: 'NOT_STARTED' })
  familyFinding!: string;

  @Column({ name: 'family_finding_cause', type: 'text', nullable: true })
  familyFindingCause!: string | null;

  @Column({ name: 'family_finding_reason', type: 'bytea', nullable: true })
  familyFindingReason!: Buffer | null;

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ name: 'share_ids', type: 'uuid', array: true, default: [] })
  shareIds!: string[];

  @Column({ name: 'family_finding_since', type: 'date', nullable: true })
  familyFindingSince!: IsoDate | null;

  @Column({ name: 'search_started_on', type: 'date', nullable: true })
  searchStartedOn!: IsoDate | null;

  @Column({ name: 'widens_on', type: 'date', nullable: true })
  widensOn!: IsoDate | null;

  @Column({ name: 'search_reviewed_on', type: 'date', nullable: true })
  searchReviewedOn!: IsoDate | null;

  @Column({ name: 'named_worker_id', type: 'uuid', nullable: true })
  namedWorkerId!: string | null;

  @Column({ name: 'group_index', type: 'text', nullable: true })
  groupIndex!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'child' })
export class ChildEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text' })
  sex!: string;

  @Column({ type: 'text', nullable: true })
  ethnicity!: string | null;

  @Column({ type: 'boolean', nullable: true })
  disability!: boolean | null;

  @Column({ type: 'text', default: 'LOOKED_AFTER' })
  state!: string;

  @Column({ name: 'entered_care_on', type: 'date', nullable: true })
  enteredCareOn!: IsoDate | null;

  @Column({ name: 'adm_decided_on', type: 'date', nullable: true })
  admDecidedOn!: IsoDate | null;

  @Column({ name: 'authority_on', type: 'date', nullable: true })
  authorityOn!: IsoDate | null;

  @Column({ name: 'authority_type', type: 'text', nullable: true })
  authorityType!: string | null;

  @Column({ name: 'authority_revoked_on', type: 'date', nullable: true })
  authorityRevokedOn!: IsoDate | null;

  @Column({ name: 'matched_on', type: 'date', nullable: true })
  matchedOn!: IsoDate | null;

  @Column({ name: 'introductions_on', type: 'date', nullable: true })
  introductionsOn!: IsoDate | null;

  @Column({ name: 'placed_on', type: 'date', nullable: true })
  placedOn!: IsoDate | null;

  @Column({ name: 'ao_applied_on', type: 'date', nullable: true })
  aoAppliedOn!: IsoDate | null;

  @Column({ name: 'adopted_on', type: 'date', nullable: true })
  adoptedOn!: IsoDate | null;

  @Column({ name: 'disrupted_on', type: 'date', nullable: true })
  disruptedOn!: IsoDate | null;

  @Column({ name: 'decision_reversed_on', type: 'date', nullable: true })
  decisionReversedOn!: IsoDate | null;

  @Column({ name: 'reversal_reason', type: 'text', nullable: true })
  reversalReason!: string | null;

  @Column({ name: 'early_permanence_placed_on', type: 'date', nullable: true })
  earlyPermanencePlacedOn!: IsoDate | null;

  @Column({ name: 'left_care_on', type: 'date', nullable: true })
  leftCareOn!: IsoDate | null;

  @Column({ name: 'matched_household_id', type: 'uuid', nullable: true })
  matchedHouseholdId!: string | null;

  @Column({ name: 'named_worker_id', type: 'uuid', nullable: true })
  namedWorkerId!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'child_event' })
export class ChildEventEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'child_id', type: 'uuid' })
  childId!: string;

  @Column({ type: 'text' })
  event!: string;

  @Column({ name: 'on_date', type: 'date' })
  onDate!: IsoDate;

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  reason!: Buffer | null;

  @Column({ name: 'recorded_by', type: 'uuid', nullable: true })
  recordedBy!: string | null;

  @Column({ type: 'uuid', nullable: true })
  corrects!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

@Entity({ schema: 'hub', name: 'adoption_decision' })
export class AdoptionDecisionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'child_id', type: 'uuid' })
  childId!: string;

  @Column({ name: 'decided_on', type: 'date' })
  decidedOn!: IsoDate;

  @Column({ name: 'reversed_on', type: 'date', nullable: true })
  reversedOn!: IsoDate | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'child_profile' })
export class ChildProfileEntity {
  @PrimaryColumn({ name: 'child_id', type: 'uuid' })
  childId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'jsonb', default: {} })
  needs!: Record<string, unknown>;

  @Column({ type: 'text', array: true, default: [] })
  essential!: string[];

  @Column({ name: 'early_permanence', type: 'boolean', nullable: true })
  earlyPermanence!: boolean | null;

  @Column({ name: 'avoid_areas', type: 'text', array: true, nullable: true })
  avoidAreas!: string[] | null;

  @Column({ type: 'smallint', nullable: true })
  contact!: number | null;

  @Column({ type: 'text', array: true, nullable: true })
  heritage!: string[] | null;

  @Column({ type: 'text', array: true, nullable: true })
  languages!: string[] | null;

  @Column({ type: 'text', nullable: true })
  religion!: string | null;

  @Column({ name: 'pets_risk', type: 'boolean', nullable: true })
  petsRisk!: boolean | null;

  @Column({ name: 'waiting_since', type: 'date', nullable: true })
  waitingSince!: IsoDate | null;

  @Column({ name: 'home_area', type: 'text', nullable: true })
  homeArea!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
