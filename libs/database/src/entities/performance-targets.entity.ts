import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { EnglandStage, EnglandSymbol } from '@hub/domain/performance/england';
import type { Closeness } from '@hub/domain/performance/neighbours';

@Entity({ schema: 'hub', name: 'performance_target' })
export class PerformanceTargetEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'numeric', precision: 6, scale: 1 })
  value!: string;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: IsoDate;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: IsoDate | null;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'entered_by', type: 'uuid' })
  enteredBy!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;
}

@Entity({ schema: 'hub', name: 'performance_england' })
export class PerformanceEnglandEntity {
  @PrimaryColumn({ type: 'smallint' })
  year!: number;

  @PrimaryColumn({ type: 'text' })
  stage!: EnglandStage;

  @PrimaryColumn({ name: 'age_group', type: 'text' })
  ageGroup!: string;

  @Column({ type: 'integer', nullable: true })
  value!: number | null;

  @Column({ type: 'text', nullable: true })
  symbol!: EnglandSymbol | null;

  @Column({ type: 'text' })
  source!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

@Entity({ schema: 'hub', name: 'performance_council' })
export class PerformanceCouncilEntity {
  @PrimaryColumn({ type: 'text' })
  number!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'agency_id', type: 'uuid', nullable: true })
  agencyId!: string | null;

  @Column({ type: 'text' })
  source!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

@Entity({ schema: 'hub', name: 'performance_neighbour' })
export class PerformanceNeighbourEntity {
  @PrimaryColumn({ type: 'text' })
  council!: string;

  @PrimaryColumn({ type: 'smallint' })
  rank!: number;

  @Column({ type: 'text' })
  neighbour!: string;

  @Column({ type: 'text' })
  closeness!: Closeness;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
