import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'fee_rate' })
export class FeeRateEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  provider!: string;

  @Column({ type: 'smallint' })
  children!: number;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: IsoDate;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: IsoDate | null;

  @Column({ name: 'amount_pence', type: 'integer' })
  amountPence!: number;

  @Column({ type: 'text', nullable: true })
  plan!: string | null;

  @Column({ type: 'text' })
  source!: string;

  @Column({ name: 'entered_by', type: 'uuid' })
  enteredBy!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}

@Entity({ schema: 'hub', name: 'fee_partnership' })
export class FeePartnershipEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  terms!: string;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: IsoDate;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: IsoDate | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'fee_partner' })
export class FeePartnerEntity {
  @PrimaryColumn({ name: 'partnership_id', type: 'uuid' })
  partnershipId!: string;

  @PrimaryColumn({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;
}
