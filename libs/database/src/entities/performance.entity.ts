import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Part } from '@hub/domain/performance/indicator';
import type { RegionBasis } from '@hub/domain/performance/shown';
import type { Counted, SourceKind } from '@hub/domain/performance/source';
import type { Tally } from '@hub/domain/performance/tally';

@Entity({ schema: 'hub', name: 'performance_edition' })
export class PerformanceEditionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ name: 'data_date', type: 'date' })
  dataDate!: IsoDate;

  @Column({ name: 'first_month', type: 'date' })
  firstMonth!: IsoDate;

  @Column({ name: 'last_month', type: 'date' })
  lastMonth!: IsoDate;

  @Column({ name: 'settled_until', type: 'date', nullable: true })
  settledUntil!: IsoDate | null;

  @Column({ type: 'jsonb' })
  agencies!: Readonly<Record<string, Counted>>;

  @Column({ type: 'jsonb' })
  definitions!: Readonly<Record<string, number>>;

  @Column({ name: 'is_current', type: 'boolean' })
  isCurrent!: boolean;

  @Column({ name: 'reckoned_at', type: 'timestamptz', default: () => 'now()' })
  reckonedAt!: Date;
}

@Entity({ schema: 'hub', name: 'performance_month' })
export class PerformanceMonthEntity {
  @PrimaryColumn({ name: 'edition_id', type: 'uuid' })
  editionId!: string;

  @PrimaryColumn({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @PrimaryColumn({ type: 'text' })
  source!: SourceKind;

  @PrimaryColumn({ type: 'date' })
  month!: IsoDate;

  @Column({ name: 'is_used', type: 'boolean' })
  isUsed!: boolean;

  @Column({ type: 'jsonb' })
  tallies!: Readonly<Record<string, Tally>>;
}

@Entity({ schema: 'hub', name: 'performance_block' })
export class PerformanceBlockEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId!: string;

  @Column({ name: 'agency_id', type: 'uuid', nullable: true })
  agencyId!: string | null;

  @Column({ type: 'text', nullable: true })
  basis!: RegionBasis | null;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  part!: Part;

  @Column({ name: 'from_month', type: 'date' })
  fromMonth!: IsoDate;

  @Column({ name: 'to_month', type: 'date' })
  toMonth!: IsoDate;

  @Column({ type: 'jsonb' })
  tally!: Tally;
}
