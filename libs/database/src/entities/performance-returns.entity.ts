import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { SourceKind } from '@hub/domain/performance/source';

@Entity({ schema: 'hub', name: 'performance_return' })
export class PerformanceReturnEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  source!: Exclude<SourceKind, 'HUB'>;

  @Column({ type: 'smallint', nullable: true })
  year!: number | null;

  @Column({ name: 'as_at', type: 'date' })
  asAt!: IsoDate;

  @Column({ type: 'jsonb' })
  files!: object;

  @Column({ type: 'jsonb' })
  warnings!: object;

  @Column({ name: 'warning_count', type: 'integer' })
  warningCount!: number;

  @Column({ name: 'uploaded_by', type: 'uuid' })
  uploadedBy!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}

@Entity({ schema: 'hub', name: 'performance_return_month' })
export class PerformanceReturnMonthEntity {
  @PrimaryColumn({ name: 'return_id', type: 'uuid' })
  returnId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @PrimaryColumn({ type: 'date' })
  month!: IsoDate;

  @Column({ type: 'jsonb' })
  tallies!: object;
}

@Entity({ schema: 'hub', name: 'performance_source_choice' })
export class PerformanceSourceChoiceEntity {
  @PrimaryColumn({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  source!: SourceKind;

  @Column({ name: 'chosen_by', type: 'uuid' })
  chosenBy!: string;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
