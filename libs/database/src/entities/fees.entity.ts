import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'fee' })
export class FeeEntity {
  @PrimaryColumn({ name: 'placement_id', type: 'uuid' })
  placementId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ name: 'placement_reference', type: 'text' })
  placementReference!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'payee_agency_id', type: 'uuid' })
  payeeAgencyId!: string;

  @Column({ name: 'moved_in_on', type: 'date' })
  movedInOn!: IsoDate;

  @Column({ type: 'smallint' })
  children!: number;

  @Column({ type: 'text' })
  provider!: string;

  @Column({ type: 'text' })
  basis!: string;

  @Column({ name: 'partnership_id', type: 'uuid', nullable: true })
  partnershipId!: string | null;

  @Column({ name: 'is_due', type: 'boolean' })
  isDue!: boolean;

  @Column({ name: 'is_london', type: 'boolean' })
  isLondon!: boolean;

  @Column({ name: 'amount_pence', type: 'integer', nullable: true })
  amountPence!: number | null;

  @Column({ type: 'text', nullable: true })
  plan!: string | null;

  @Column({ name: 'rate_id', type: 'uuid', nullable: true })
  rateId!: string | null;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}

@Entity({ schema: 'hub', name: 'fee_item' })
export class FeeItemEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'placement_id', type: 'uuid' })
  placementId!: string;

  @Column({ name: 'placement_reference', type: 'text' })
  placementReference!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'payee_agency_id', type: 'uuid' })
  payeeAgencyId!: string;

  @Column({ type: 'text' })
  trigger!: string;

  @Column({ type: 'smallint' })
  number!: number;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: IsoDate;

  @Column({ name: 'amount_pence', type: 'integer' })
  amountPence!: number;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}

@Entity({ schema: 'hub', name: 'fee_event' })
export class FeeEventEntity {
  @PrimaryColumn({ name: 'item_id', type: 'uuid' })
  itemId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ name: 'placement_id', type: 'uuid' })
  placementId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text', nullable: true })
  side!: string | null;

  @Column({ type: 'text' })
  event!: string;

  @Column({ name: 'on_date', type: 'date' })
  onDate!: IsoDate;

  @Column({ name: 'sum_pence', type: 'integer', nullable: true })
  sumPence!: number | null;

  @Column({ name: 'invoice_number', type: 'text', nullable: true })
  invoiceNumber!: string | null;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}

@Entity({ schema: 'hub', name: 'fee_note' })
export class FeeNoteEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'placement_id', type: 'uuid' })
  placementId!: string;

  @Column({ name: 'item_id', type: 'uuid', nullable: true })
  itemId!: string | null;

  @Column({ type: 'integer', nullable: true })
  version!: number | null;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'author_id', type: 'uuid' })
  authorId!: string;

  @Column({ name: 'share_ids', type: 'uuid', array: true })
  shareIds!: string[];

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ type: 'bytea' })
  words!: Buffer;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}
