import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Levels } from '@hub/domain/matching/pool';

@Entity({ schema: 'hub', name: 'approval_range' })
export class ApprovalRangeEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'household_id', type: 'uuid' })
  householdId!: string;

  @Column({ name: 'record_version', type: 'integer' })
  recordVersion!: number;

  @Column({ name: 'age_min_months', type: 'smallint', nullable: true })
  ageMinMonths!: number | null;

  @Column({ name: 'age_max_months', type: 'smallint', nullable: true })
  ageMaxMonths!: number | null;

  @Column({ name: 'max_children', type: 'smallint', nullable: true })
  maxChildren!: number | null;

  @Column({ name: 'sex_preference', type: 'text', nullable: true })
  sexPreference!: string | null;

  @Column({ type: 'jsonb' })
  accepts!: Levels;

  @Column({ name: 'early_permanence', type: 'boolean', nullable: true })
  earlyPermanence!: boolean | null;

  @Column({ name: 'recorded_by', type: 'uuid', nullable: true })
  recordedBy!: string | null;

  @Column({ name: 'from_on', type: 'date' })
  fromOn!: IsoDate;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}

@Entity({ schema: 'hub', name: 'course' })
export class CourseEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  setting!: string;

  @Column({ name: 'venue_agency_id', type: 'uuid' })
  venueAgencyId!: string;

  @Column({ type: 'date', array: true })
  days!: IsoDate[];

  @Column({ name: 'first_on', type: 'date' })
  firstOn!: IsoDate;

  @Column({ name: 'last_on', type: 'date' })
  lastOn!: IsoDate;

  @Column({ type: 'text', default: 'PLANNED' })
  status!: string;

  @Column({ name: 'planned_by', type: 'uuid' })
  plannedBy!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'course_place' })
export class CoursePlaceEntity {
  @PrimaryColumn({ name: 'course_id', type: 'uuid' })
  courseId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @PrimaryColumn({ type: 'smallint' })
  number!: number;
}

@Entity({ schema: 'hub', name: 'course_booking' })
export class CourseBookingEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'course_id', type: 'uuid' })
  courseId!: string;

  @Column({ name: 'household_id', type: 'uuid' })
  householdId!: string;

  @Column({ type: 'smallint', nullable: true })
  place!: number | null;

  @Column({ type: 'text' })
  state!: string;

  @Column({ name: 'booked_by', type: 'uuid' })
  bookedBy!: string;

  @Column({ name: 'booked_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  bookedAt!: Date;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'enquiry_district' })
export class EnquiryDistrictEntity {
  @PrimaryColumn({ type: 'text' })
  district!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

@Entity({ schema: 'hub', name: 'enquiry' })
export class EnquiryEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text', nullable: true })
  district!: string | null;

  @Column({ type: 'text' })
  how!: string;

  @Column({ name: 'received_on', type: 'date' })
  receivedOn!: IsoDate;

  @Column({ name: 'taken_by', type: 'uuid' })
  takenBy!: string;

  @Column({ name: 'taken_by_agency_id', type: 'uuid' })
  takenByAgencyId!: string;

  @Column({ type: 'text', default: 'NEW' })
  state!: string;

  @Column({ name: 'informed_on', type: 'date', nullable: true })
  informedOn!: IsoDate | null;

  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn!: IsoDate | null;

  @Column({ name: 'household_id', type: 'uuid', nullable: true })
  householdId!: string | null;

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  names!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  phone!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  email!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  words!: Buffer | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
