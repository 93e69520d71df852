import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Delivery } from '@hub/domain/audit/delivery';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ChangeRow } from '@hub/features/audit/changes.queries';
import type { ShownLook } from '@hub/features/audit/log.service';
import { connectionOf } from '../graphql/page-info.model';
import { DateTime, LocalDate } from '../graphql/scalars';

export enum DeliveryEnum { DELIVERED = 'DELIVERED', NOT_DELIVERED = 'NOT_DELIVERED', NOT_KNOWN_YET = 'NOT_KNOWN_YET', NOT_SENT = 'NOT_SENT' }
registerEnumType(DeliveryEnum, { name: 'Delivery', description: 'NOT_DELIVERED: recorded, but the answer never left. NOT_SENT: a job inside the hub.' });

export enum LookOutcomeEnum { ALLOWED = 'ALLOWED', REFUSED = 'REFUSED', FAILED = 'FAILED' }
registerEnumType(LookOutcomeEnum, { name: 'LookOutcome' });

@ObjectType('Look', { description: 'One row of the access log. fields are names, never values.' })
export class LookModel {
  @Field(() => DateTime)
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Null for the hub itself.' })
  person!: string | null;

  @Field(() => Boolean)
  isSystem!: boolean;

  @Field(() => String, { nullable: true })
  agencyCode!: string | null;

  @Field(() => String, { nullable: true })
  agencyName!: string | null;

  @Field(() => [String])
  roles!: ShownLook['roles'];

  @Field(() => String)
  action!: string;

  @Field(() => String, { nullable: true })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'In break-glass alone.' })
  reason!: string | null;

  @Field(() => String, { nullable: true })
  stage!: ShownLook['stage'];

  @Field(() => [String])
  fields!: ShownLook['fields'];

  @Field(() => Int, { nullable: true, description: 'How many records a list held.' })
  count!: number | null;

  @Field(() => LookOutcomeEnum)
  outcome!: ShownLook['outcome'];

  @Field(() => String, { nullable: true })
  subjectType!: string | null;

  @Field(() => String, { nullable: true })
  subject!: string | null;

  @Field(() => String, { nullable: true })
  agreement!: string | null;

  @Field(() => String, { nullable: true })
  grant!: string | null;

  @Field(() => String, { nullable: true, description: "Of the own agency's people alone." })
  address!: string | null;

  @Field(() => DeliveryEnum)
  delivery!: Delivery;
}

@ObjectType('LookConnection')
export class LookConnectionModel extends connectionOf(LookModel, 'Look') {
  @Field(() => LocalDate, { nullable: true, description: 'What is older is in the archive of the access log.' })
  archivedBefore!: IsoDate | null;
}

@ObjectType('Change', { description: 'A change to a row of the own agency: which fields, never their values.' })
export class ChangeModel {
  @Field(() => DateTime)
  at!: Date;

  @Field(() => String, { nullable: true })
  person!: string | null;

  @Field(() => Boolean)
  isSystem!: boolean;

  @Field(() => String, { nullable: true })
  agencyCode!: string | null;

  @Field(() => String, { nullable: true })
  action!: string | null;

  @Field(() => String)
  table!: string;

  @Field(() => String)
  operation!: ChangeRow['operation'];

  @Field(() => [String])
  fields!: ChangeRow['fields'];

  @Field(() => String, { nullable: true })
  subject!: string | null;
}

@ObjectType('ChangeConnection')
export class ChangeConnectionModel extends connectionOf(ChangeModel, 'Change') {
  @Field(() => LocalDate, { nullable: true, description: 'What is older is in the archive of the access log.' })
  archivedBefore!: IsoDate | null;
}

@InputType('LogSearchInput', { description: 'person: a part of the name. from, until: days in England, both included.' })
export class LogSearchInput {
  @Field(() => String, { nullable: true })
  person?: string | null;

  @Field(() => String, { nullable: true })
  agency?: string | null;

  @Field(() => LocalDate, { nullable: true })
  from?: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  until?: IsoDate | null;

  @Field(() => String, { nullable: true })
  purpose?: string | null;

  @Field(() => String, { nullable: true })
  action?: string | null;

  @Field(() => String, { nullable: true })
  reference?: string | null;
}
