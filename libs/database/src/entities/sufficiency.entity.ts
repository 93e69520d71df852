import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { SufficiencyDimension } from '@hub/domain/performance/sufficiency';

@Entity({ schema: 'hub', name: 'sufficiency_count' })
export class SufficiencyCountEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid', nullable: true })
  agencyId!: string | null;

  @Column({ type: 'text' })
  dimension!: SufficiencyDimension;

  @Column({ type: 'text' })
  value!: string;

  @Column({ type: 'smallint' })
  place!: number;

  @Column({ type: 'integer', nullable: true })
  children!: number | null;

  @Column({ type: 'integer', nullable: true })
  units!: number | null;

  @Column({ type: 'integer', nullable: true })
  available!: number | null;

  @Column({ type: 'integer', nullable: true })
  pipeline!: number | null;

  @Column({ name: 'not_recorded', type: 'integer', nullable: true })
  notRecorded!: number | null;

  @Column({ name: 'counted_on', type: 'date' })
  countedOn!: IsoDate;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
