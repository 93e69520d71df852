import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClockCode } from '@hub/domain/clocks/rules';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'clock_count' })
export class ClockCountEntity {
  @PrimaryColumn({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @PrimaryColumn({ type: 'text' })
  code!: ClockCode;

  @Column({ type: 'integer' })
  overdue!: number;

  @Column({ type: 'integer' })
  soon!: number;

  @Column({ type: 'integer' })
  running!: number;

  @Column({ type: 'integer' })
  paused!: number;

  @Column({ name: 'longest_days', type: 'integer', nullable: true })
  longestDays!: number | null;

  @Column({ name: 'counted_on', type: 'date' })
  countedOn!: IsoDate;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
