import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'hub', name: 'drift_limit' })
export class DriftLimitEntity {
  @PrimaryColumn({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'slow_days', type: 'integer' })
  slowDays!: number;

  @Column({ name: 'stuck_days', type: 'integer' })
  stuckDays!: number;

  @Column({ name: 'without_link_days', type: 'integer' })
  withoutLinkDays!: number;

  @Column({ name: 'review_days', type: 'integer' })
  reviewDays!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
