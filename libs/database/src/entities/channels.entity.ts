import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'search_channel' })
export class SearchChannelEntity {
  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'outside_agency_id', type: 'uuid', nullable: true })
  outsideAgencyId!: string | null;

  @Column({ name: 'started_on', type: 'date' })
  startedOn!: IsoDate;

  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn!: IsoDate | null;

  @Column({ type: 'text', nullable: true })
  result!: string | null;

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  words!: Buffer | null;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ name: 'share_ids', type: 'uuid', array: true })
  shareIds!: string[];

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

@Entity({ schema: 'hub', name: 'outside_household' })
export class OutsideHouseholdEntity {
  @Column({ name: 'outside_agency_id', type: 'uuid' })
  outsideAgencyId!: string;

  @Column({ name: 'household_kind', type: 'text', nullable: true })
  householdKind!: string | null;

  @Column({ name: 'max_children', type: 'smallint', nullable: true })
  maxChildren!: number | null;

  @Column({ name: 'age_min_months', type: 'smallint', nullable: true })
  ageMinMonths!: number | null;

  @Column({ name: 'age_max_months', type: 'smallint', nullable: true })
  ageMaxMonths!: number | null;

  @Column({ name: 'on_date', type: 'date' })
  onDate!: IsoDate;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ name: 'given_reference', type: 'bytea' })
  givenReference!: Buffer;

  @Column({ type: 'bytea', nullable: true })
  words!: Buffer | null;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ name: 'share_ids', type: 'uuid', array: true })
  shareIds!: string[];

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
