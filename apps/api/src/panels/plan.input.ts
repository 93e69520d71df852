import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { MemberRole } from '@hub/domain/panels/quorum';
import type { AddMemberRequest, BookRequest, CancelPanelRequest, ChangeMemberRequest, ChangePanelRequest, ItemRequest, MoveItemRequest, PanelAttendanceRequest, PlanRequest, SeatRequest } from '@hub/features/panels/inputs';
import type { PanelAttendance } from '@hub/features/panels/panels.queries';
import { Field, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';
import { MemberRoleEnum, PanelAttendanceEnum } from './panel-enums';

export const KEY = { nullable: true, description: 'Made by the client, 8 to 100 letters and digits: the same key never does it twice.' };

/** Day, places and who takes part. */
@InputType({ isAbstract: true })
class PanelTermsInput implements PlanRequest {
  @Field(() => LocalDate)
  meetsOn!: IsoDate;

  @Field(() => String, { description: 'hh:mm.' })
  startsAt!: string;

  @Field(() => Int)
  slotCount!: number;

  @Field(() => Int)
  slotMinutes!: number;

  @Field(() => String)
  place!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Ten working days before where none is given.' })
  papersDueOn?: IsoDate | null;

  @Field(() => [String], { description: 'Codes of other agencies that take part.' })
  parts!: string[];

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('PlanPanelInput')
export class PlanPanelInput extends PanelTermsInput implements PlanRequest {}

@InputType('ChangePanelInput')
export class ChangePanelInput extends PanelTermsInput implements ChangePanelRequest {
  @Field(() => String)
  panel!: string;

  @Field(() => Int, { description: 'The version that the person saw; another one answers STALE_VERSION with both.' })
  version!: number;
}

@InputType('CancelPanelInput')
export class CancelPanelInput implements CancelPanelRequest {
  @Field(() => String)
  panel!: string;

  @Field(() => Int, { description: 'The version that the person saw; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('AddPanelMemberInput')
export class AddPanelMemberInput implements AddMemberRequest {
  @Field(() => String)
  displayName!: string;

  @Field(() => MemberRoleEnum)
  role!: MemberRole;

  @Field(() => Boolean)
  isIndependent!: boolean;

  @Field(() => [String], { description: 'Codes of the agencies at whose panels they sit.' })
  sitsFor!: string[];

  @Field(() => LocalDate, { nullable: true })
  endsOn?: IsoDate | null;

  @Field(() => LocalDate)
  startsOn!: IsoDate;

  @Field(() => String, { nullable: true, description: 'Of the person’s account, where they have one.' })
  email?: string | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('ChangePanelMemberInput')
export class ChangePanelMemberInput implements ChangeMemberRequest {
  @Field(() => String)
  member!: string;

  @Field(() => Int, { description: 'The version that the person saw; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => String)
  displayName!: string;

  @Field(() => MemberRoleEnum)
  role!: MemberRole;

  @Field(() => Boolean)
  isIndependent!: boolean;

  @Field(() => [String], { description: 'Codes of the agencies at whose panels they sit.' })
  sitsFor!: string[];

  @Field(() => LocalDate, { nullable: true })
  endsOn?: IsoDate | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('PanelSeatInput')
export class PanelSeatInput implements SeatRequest {
  @Field(() => String)
  panel!: string;

  @Field(() => String)
  member!: string;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('PanelAttendanceInput')
export class PanelAttendanceInput implements PanelAttendanceRequest {
  @Field(() => String)
  panel!: string;

  @Field(() => String)
  member!: string;

  @Field(() => PanelAttendanceEnum)
  attendance!: PanelAttendance;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('BookPanelInput')
export class BookPanelInput implements BookRequest {
  @Field(() => String, { nullable: true, description: 'Of a match.' })
  link?: string | null;

  @Field(() => String, { nullable: true, description: 'Of an approval.' })
  household?: string | null;

  @Field(() => String)
  panel!: string;

  @Field(() => Int)
  slot!: number;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('MovePanelItemInput')
export class MovePanelItemInput implements MoveItemRequest {
  @Field(() => String)
  item!: string;

  @Field(() => Int, { description: 'The version that the person saw; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => String)
  panel!: string;

  @Field(() => Int)
  slot!: number;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('PanelItemInput')
export class PanelItemInput implements ItemRequest {
  @Field(() => String)
  item!: string;

  @Field(() => Int, { description: 'The version that the person saw; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}
