import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'unit_card' })
export class UnitCardEntity {
  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'group_size', type: 'smallint' })
  groupSize!: number;

  @Column({ name: 'youngest_band', type: 'text' })
  youngestBand!: string;

  @Column({ name: 'oldest_band', type: 'text' })
  oldestBand!: string;

  @Column({ type: 'text' })
  sex!: string;

  @Column({ type: 'jsonb', default: {} })
  needs!: Record<string, unknown>;

  @Column({ name: 'highest_need', type: 'smallint', nullable: true })
  highestNeed!: number | null;

  @Column({ name: 'early_permanence', type: 'boolean', default: false })
  earlyPermanence!: boolean;

  @Column({ name: 'region_band', type: 'text' })
  regionBand!: string;

  @Column({ name: 'waiting_band', type: 'text' })
  waitingBand!: string;

  @Column({ type: 'boolean', default: false })
  listed!: boolean;

  @Column({ name: 'profile_until', type: 'date', nullable: true })
  profileUntil!: IsoDate | null;

  @Column({ type: 'smallint', default: 0 })
  generalisation!: number;

  @Column({ name: 'group_open', type: 'boolean', default: false })
  groupOpen!: boolean;

  @Column({ name: 'needs_up_to', type: 'jsonb', default: {} })
  needsUpTo!: Record<string, unknown>;

  @Column({ name: 'profile_audience', type: 'text', nullable: true })
  profileAudience!: string | null;

  @Column({ name: 'refreshed_on', type: 'date' })
  refreshedOn!: IsoDate;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'unit_profile' })
export class UnitProfileEntity {
  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'heritage_groups', type: 'text', array: true, default: [] })
  heritageGroups!: string[];

  @Column({ type: 'smallint', nullable: true })
  contact!: number | null;

  @Column({ type: 'text', nullable: true })
  progress!: string | null;

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ name: 'share_ids', type: 'uuid', array: true, default: [] })
  shareIds!: string[];

  @Column({ type: 'bytea', nullable: true })
  about!: Buffer | null;

  @Column({ name: 'release_id', type: 'uuid', nullable: true })
  releaseId!: string | null;

  @Column({ type: 'boolean', default: false })
  live!: boolean;

  @Column({ name: 'expires_on', type: 'date', nullable: true })
  expiresOn!: IsoDate | null;

  @Column({ type: 'text', default: 'PARTNERS' })
  audience!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
