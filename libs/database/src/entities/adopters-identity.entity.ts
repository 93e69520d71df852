import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'hub', name: 'household_identity' })
export class HouseholdIdentityEntity {
  @PrimaryColumn({ name: 'household_id', type: 'uuid' })
  householdId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'family_id_index', type: 'text', nullable: true })
  familyIdIndex!: string | null;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ name: 'family_id', type: 'bytea', nullable: true })
  familyId!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  names!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  address!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  phone!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  email!: Buffer | null;

  @Column({ name: 'report_summary', type: 'bytea', nullable: true })
  reportSummary!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  experience!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  about!: Buffer | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'adult_identity' })
export class AdultIdentityEntity {
  @PrimaryColumn({ name: 'adult_id', type: 'uuid' })
  adultId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'external_id_index', type: 'text', nullable: true })
  externalIdIndex!: string | null;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ name: 'external_id', type: 'bytea', nullable: true })
  externalId!: Buffer | null;

  @Column({ name: 'first_name', type: 'bytea', nullable: true })
  firstName!: Buffer | null;

  @Column({ name: 'last_name', type: 'bytea', nullable: true })
  lastName!: Buffer | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
