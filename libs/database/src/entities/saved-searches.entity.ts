import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { SearchTells } from '@hub/domain/search/saved-search';
import type { SelectionOf } from '@hub/domain/search/selection';

@Entity({ schema: 'hub', name: 'search' })
export class SearchEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'owner_id', type: 'uuid' })
  ownerId!: string;

  @Column({ type: 'text' })
  holds!: SelectionOf;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ name: 'share_ids', type: 'uuid', array: true })
  shareIds!: string[];

  @Column({ type: 'bytea' })
  name!: Buffer;

  @Column({ type: 'bytea' })
  filter!: Buffer;

  @Column({ type: 'boolean' })
  shared!: boolean;

  @Column({ type: 'text' })
  tells!: SearchTells;

  @Column({ type: 'boolean', default: false })
  paused!: boolean;

  @Column({ name: 'last_run_at', type: 'timestamptz', default: () => 'now()' })
  lastRunAt!: Date;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

@Entity({ schema: 'hub', name: 'search_find' })
export class SearchFindEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'search_id', type: 'uuid' })
  searchId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ name: 'household_id', type: 'uuid', nullable: true })
  householdId!: string | null;

  @Column({ name: 'subject_agency_id', type: 'uuid' })
  subjectAgencyId!: string;

  @Column({ name: 'first_found_at', type: 'timestamptz', default: () => 'now()' })
  firstFoundAt!: Date;

  @Column({ type: 'boolean' })
  told!: boolean;

  @Column({ name: 'gone_at', type: 'timestamptz', nullable: true })
  goneAt!: Date | null;
}

@Entity({ schema: 'hub', name: 'search_visit' })
export class SearchVisitEntity {
  @PrimaryColumn({ name: 'search_id', type: 'uuid' })
  searchId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
