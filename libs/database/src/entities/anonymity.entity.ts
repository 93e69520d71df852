import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'anonymity_setting' })
export class AnonymitySettingEntity {
  @PrimaryColumn({ type: 'boolean', default: true })
  id!: boolean;

  @Column({ type: 'smallint', default: 5 })
  k!: number;

  @Column({ name: 'override_percent', type: 'smallint', default: 10 })
  overridePercent!: number;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'unit_traits' })
export class UnitTraitsEntity {
  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'youngest_band', type: 'text' })
  youngestBand!: string;

  @Column({ name: 'oldest_band', type: 'text' })
  oldestBand!: string;

  @Column({ type: 'text' })
  sex!: string;

  @Column({ type: 'text', array: true })
  heritage!: string[];

  @Column({ name: 'group_size', type: 'smallint' })
  groupSize!: number;

  @Column({ name: 'region_band', type: 'text' })
  regionBand!: string;

  @Column({ type: 'jsonb' })
  needs!: Record<string, unknown>;

  @Column({ name: 'counts_until', type: 'date', nullable: true })
  countsUntil!: IsoDate | null;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
