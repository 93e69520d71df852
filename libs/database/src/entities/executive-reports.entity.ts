import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ReportSection } from '@hub/domain/performance/executive-report';

abstract class OfAgency {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'share_ids', type: 'uuid', array: true })
  shareIds!: string[];
}

abstract class Words extends OfAgency {
  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ type: 'bytea' })
  words!: Buffer;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;
}

@Entity({ schema: 'hub', name: 'executive_report' })
export class ExecutiveReportEntity extends OfAgency {
  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: IsoDate;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'budget_pence', type: 'integer', nullable: true })
  budgetPence!: number | null;

  @Column({ name: 'spent_pence', type: 'integer', nullable: true })
  spentPence!: number | null;

  @Column({ name: 'begun_by', type: 'uuid' })
  begunBy!: string;

  @Column({ name: 'signed_by', type: 'uuid', nullable: true })
  signedBy!: string | null;

  @Column({ name: 'signed_at', type: 'timestamptz', nullable: true })
  signedAt!: Date | null;

  @Column({ name: 'data_date', type: 'date', nullable: true })
  dataDate!: IsoDate | null;

  @Column({ type: 'text', nullable: true })
  edition!: string | null;

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  content!: Buffer | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt!: Date;
}

@Entity({ schema: 'hub', name: 'executive_section' })
export class ExecutiveSectionEntity extends Words {
  @Column({ name: 'report_id', type: 'uuid' })
  reportId!: string;

  @Column({ type: 'text' })
  section!: ReportSection;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'written_by', type: 'uuid' })
  writtenBy!: string;
}

@Entity({ schema: 'hub', name: 'executive_action' })
export class ExecutiveActionEntity extends Words {
  @Column({ name: 'report_id', type: 'uuid' })
  reportId!: string;

  @Column({ type: 'text' })
  section!: ReportSection;

  @Column({ name: 'owner_id', type: 'uuid' })
  ownerId!: string;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: IsoDate;

  @Column({ name: 'review_on', type: 'date' })
  reviewOn!: IsoDate;

  @Column({ name: 'done_on', type: 'date', nullable: true })
  doneOn!: IsoDate | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'written_by', type: 'uuid' })
  writtenBy!: string;
}

@Entity({ schema: 'hub', name: 'performance_comment' })
export class PerformanceCommentEntity extends Words {
  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'date' })
  month!: IsoDate;

  @Column({ name: 'author_id', type: 'uuid' })
  authorId!: string;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;
}
