import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { PairOutcome, UnitOutcome } from '@hub/domain/meetings/outcomes';
import type { AbsenceReason, Attendance } from '@hub/domain/meetings/states';
import type { ActionRequest, AttendanceRequest, CorrectionRequest, FinishRequest, OnwardsRequest, PairOutcomeRequest, StepOutRequest, UnitOutcomeRequest } from '@hub/features/meetings/inputs';
import { Field, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';
import { AbsenceReasonEnum, AttendanceEnum, MeetingStepEnum, PairOutcomeEnum, UnitOutcomeEnum } from './meeting-enums';

const KEY = { nullable: true, description: 'Made by the client, 8 to 100 letters and digits: the same key never does it twice.' };

@InputType('AttendanceInput')
export class AttendanceInput implements AttendanceRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => Int, { description: 'Their number at the meeting.' })
  person!: number;

  @Field(() => AttendanceEnum)
  attendance!: Attendance;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('MeetingStepInput')
export class MeetingStepInput implements OnwardsRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => MeetingStepEnum)
  step!: OnwardsRequest['step'];

  @Field(() => Int, { nullable: true, description: 'The position of the item that the person saw before the meeting; null: none. Where another one is by now, STALE_VERSION.' })
  from?: number | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('StepOutInput')
export class StepOutInput implements StepOutRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => Int)
  position!: number;

  @Field(() => Int, { description: 'Their number at the meeting.' })
  person!: number;

  @Field(() => AbsenceReasonEnum)
  reason!: AbsenceReason;

  @Field(() => String, { nullable: true })
  words?: string | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('PairOutcomeInput')
export class PairOutcomeInput implements PairOutcomeRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => String)
  unit!: string;

  @Field(() => String)
  household!: string;

  @Field(() => Int, { description: 'Of the pair, as the person saw it; another one answers STALE_VERSION with both outcomes.' })
  version!: number;

  @Field(() => PairOutcomeEnum)
  outcome!: PairOutcome;

  @Field(() => String, { nullable: true, description: 'Of ruling out: the code of its reason.' })
  reason?: string | null;

  @Field(() => String, { nullable: true })
  words?: string | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('UnitOutcomeInput')
export class UnitOutcomeInput implements UnitOutcomeRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => String)
  unit!: string;

  @Field(() => Int, { description: 'Of the item, as the person saw it.' })
  version!: number;

  @Field(() => UnitOutcomeEnum)
  outcome!: UnitOutcome;

  @Field(() => String, { nullable: true })
  words?: string | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('MeetingActionInput')
export class MeetingActionInput implements ActionRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => String, { nullable: true, description: 'Without: about no item.' })
  unit?: string | null;

  @Field(() => Int, { description: 'The number at the meeting of who does it.' })
  owner!: number;

  @Field(() => LocalDate)
  dueOn!: IsoDate;

  @Field(() => String)
  words!: string;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('FinishActionInput')
export class FinishActionInput implements FinishRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => LocalDate, { nullable: true, description: 'Without: today.' })
  doneOn?: IsoDate | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('CorrectMinutesInput')
export class CorrectMinutesInput implements CorrectionRequest {
  @Field(() => String)
  meeting!: string;

  @Field(() => String, { nullable: true })
  unit?: string | null;

  @Field(() => String, { nullable: true })
  household?: string | null;

  @Field(() => String)
  words!: string;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}
