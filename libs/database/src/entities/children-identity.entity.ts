import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'hub', name: 'child_identity' })
export class ChildIdentityEntity {
  @PrimaryColumn({ name: 'child_id', type: 'uuid' })
  childId!: string;

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

  @Column({ type: 'bytea', nullable: true })
  address!: Buffer | null;

  @Column({ name: 'birth_family', type: 'bytea', nullable: true })
  birthFamily!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  notes!: Buffer | null;

  @Column({ name: 'health_summary', type: 'bytea', nullable: true })
  healthSummary!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  about!: Buffer | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'child_birth' })
export class ChildBirthEntity {
  @PrimaryColumn({ name: 'child_id', type: 'uuid' })
  childId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ name: 'date_of_birth', type: 'bytea', nullable: true })
  dateOfBirth!: Buffer | null;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
