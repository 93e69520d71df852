import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ImportKind, ImportStatus } from '@hub/features/interchange/import-records.queries';
import { PersonModel } from '../agencies/person.model';
import { connectionOf } from '../graphql/page-info.model';
import { DateTime } from '../graphql/scalars';

export enum ImportKindEnum { ANNEX_A = 'ANNEX_A', PROFILE_SHEET = 'PROFILE_SHEET' }
registerEnumType(ImportKindEnum, { name: 'ImportKind' });

export enum ImportStatusEnum {
  QUEUED = 'QUEUED', CHECKING = 'CHECKING', CHECKED = 'CHECKED', APPLYING = 'APPLYING', APPLIED = 'APPLIED', FAILED = 'FAILED', DISCARDED = 'DISCARDED',
}
registerEnumType(ImportStatusEnum, { name: 'ImportStatus' });

@ObjectType('ImportCounts', { description: 'Rows of one sheet: rows = added + changed + unchanged + refused.' })
export class ImportCountsModel {
  @Field(() => String)
  sheet!: string;

  @Field(() => Int)
  rows!: number;

  @Field(() => Int)
  added!: number;

  @Field(() => Int)
  changed!: number;

  @Field(() => Int)
  unchanged!: number;

  @Field(() => Int)
  refused!: number;
}

@ObjectType('ImportIssue', { description: 'One thing to put right, at its place as Excel shows it.' })
export class ImportIssueModel {
  @Field(() => String, { description: 'ERROR refuses the row; WARNING lets it pass.' })
  severity!: string;

  @Field(() => String, { nullable: true })
  sheet!: string | null;

  @Field(() => Int, { nullable: true })
  row!: number | null;

  @Field(() => String, { nullable: true })
  column!: string | null;

  @Field(() => String, { nullable: true })
  value!: string | null;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType('ImportDifference', { description: 'One field of a record that is there already and changes.' })
export class ImportDifferenceModel {
  @Field(() => String)
  subject!: string;

  @Field(() => String)
  field!: string;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType('ImportMapping', { description: 'Which heading was taken as which field; none for a heading that the hub does not know.' })
export class ImportMappingModel {
  @Field(() => String)
  sheet!: string;

  @Field(() => String)
  heading!: string;

  @Field(() => String, { nullable: true })
  field!: string | null;
}

@ObjectType('ImportIssueConnection')
export class ImportIssueConnectionModel extends connectionOf(ImportIssueModel, 'ImportIssue') {}

@ObjectType('ImportDifferenceConnection')
export class ImportDifferenceConnectionModel extends connectionOf(ImportDifferenceModel, 'ImportDifference') {}

/** Report fields are resolved one by one (import-batch.resolver.ts): a list of imports opens no report. */
@ObjectType('ImportBatch')
export class ImportBatchModel {
  @Field(() => String)
  reference!: string;

  @Field(() => ImportKindEnum)
  kind!: ImportKind;

  @Field(() => String)
  fileName!: string;

  @Field(() => ImportStatusEnum)
  status!: ImportStatus;

  @Field(() => Int)
  progress!: number;

  @Field(() => String, { nullable: true })
  step!: string | null;

  @Field(() => PersonModel)
  requestedBy!: PersonModel;

  @Field(() => DateTime)
  requestedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  appliedAt!: Date | null;

  @Field(() => String, { nullable: true })
  errorCode!: string | null;

  @Field(() => [ImportCountsModel])
  counts!: ImportCountsModel[];
}

@ObjectType('ImportConnection')
export class ImportConnectionModel extends connectionOf(ImportBatchModel, 'Import') {}
