import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { MailChoice } from '@hub/domain/mail/choices';
import type { MailCounts } from '@hub/domain/mail/letter';

@Entity({ schema: 'hub', name: 'mail_choice' })
export class MailChoiceEntity {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ type: 'text' })
  choice!: MailChoice;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'mail' })
export class MailEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @Column({ type: 'text' })
  kind!: 'NOTICE' | 'DIGEST';

  @Column({ name: 'notice_id', type: 'uuid', nullable: true })
  noticeId!: string | null;

  @Column({ type: 'jsonb' })
  counts!: MailCounts;

  @Column({ name: 'on_date', type: 'date', default: () => 'hub.today()' })
  onDate!: string;

  @Column({ type: 'text', default: 'WAITING' })
  status!: string;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ type: 'text', nullable: true })
  failure!: string | null;

  @Column({ name: 'promised_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  promisedAt!: Date;

  @Column({ name: 'next_try_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  nextTryAt!: Date;

  @Column({ name: 'claimed_at', type: 'timestamptz', nullable: true })
  claimedAt!: Date | null;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;
}
