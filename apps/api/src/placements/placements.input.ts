import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Side } from '@hub/domain/links/states';
import type { PlacementEvent } from '@hub/domain/placements/events';
import type { PlacementState } from '@hub/domain/placements/states';
import type { CorrectionAnswer, PlacementCorrectionRequest } from '@hub/features/placements/corrections.service';
import type { PlacementFilter, PlacementHandoverRequest, PlacementStepRequest } from '@hub/features/placements/placements.service';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';
import { LinkSideEnum } from '../links/link.model';

const KEY = { nullable: true, description: 'Made by the client, 8 to 100 letters and digits: the same key never does it twice.' };
const VERSION = { description: 'The version that the person saw; another one answers STALE_VERSION with both.' };
const SIDE = { nullable: true, description: 'Where one agency is both sides.' };

@InputType('PlacementFilter')
export class PlacementFilterInput implements PlacementFilter {
  @Field(() => Boolean, { nullable: true, description: 'The viewer is the named worker of a side.' })
  mine?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Without: all that are open.' })
  states?: PlacementState[] | null;

  @Field(() => String, { nullable: true })
  unit?: string | null;

  @Field(() => String, { nullable: true })
  household?: string | null;
}

@InputType('PlacementStepInput')
export class PlacementStepInput implements PlacementStepRequest {
  @Field(() => String)
  placement!: string;

  @Field(() => Int, VERSION)
  version!: number;

  @Field(() => String)
  event!: PlacementEvent;

  @Field(() => LinkSideEnum, SIDE)
  side?: Side | null;

  @Field(() => [Int], { nullable: true, description: 'Of a step of each child’s own: whose.' })
  children?: number[] | null;

  @Field(() => LocalDate, { nullable: true })
  onDate?: IsoDate | null;

  @Field(() => String, { nullable: true, description: 'One of the step’s codes.' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'Read by both agencies.' })
  words?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a disruption or a match that fell: a family is sought again for these children from that day on, in their journeys and in family finding.' })
  resumeSearch?: boolean | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('PlacementCorrectionInput')
export class PlacementCorrectionInput implements PlacementCorrectionRequest {
  @Field(() => String)
  placement!: string;

  @Field(() => Int, VERSION)
  version!: number;

  @Field(() => Int, { description: 'The version of the row of history that is wrong.' })
  of!: number;

  @Field(() => Boolean, { nullable: true, description: 'It did not happen at all.' })
  strikeOut?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'The right day; without it the day stays.' })
  onDate?: IsoDate | null;

  @Field(() => String, { nullable: true, description: 'The right one of the step’s codes; left out it stays.' })
  code?: string | null;

  @Field(() => String, { description: 'What was wrong and why; read by both agencies.' })
  why!: string;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('CorrectionAnswerInput')
export class CorrectionAnswerInput implements CorrectionAnswer {
  @Field(() => String)
  placement!: string;

  @Field(() => Int, VERSION)
  version!: number;

  @Field(() => Int, { description: 'The version of the row of history that is to be put right.' })
  of!: number;

  @Field(() => Boolean)
  approve!: boolean;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('PlacementHandoverInput')
export class PlacementHandoverInput implements PlacementHandoverRequest {
  @Field(() => String)
  placement!: string;

  @Field(() => Int, VERSION)
  version!: number;

  @Field(() => ID)
  userId!: string;

  @Field(() => LinkSideEnum, SIDE)
  side?: Side | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}
