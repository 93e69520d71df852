import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { TakenStep } from '@hub/domain/links/events';
import type { LinkState, Side } from '@hub/domain/links/states';
import type { HandoverRequest, LinkFilter, MessageRequest } from '@hub/features/links/link-work.service';
import type { InterestRequest, StepRequest } from '@hub/features/links/links.service';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';
import { LinkMoveEnum, LinkSideEnum } from './link.model';

const KEY = { nullable: true, description: 'Made by the client, 8 to 100 letters and digits: the same key never does it twice.' };

@InputType('LinkFilter')
export class LinkFilterInput implements LinkFilter {
  @Field(() => Boolean, { nullable: true, description: 'The viewer is the named worker of a side.' })
  mine?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Without: all that are open.' })
  states?: LinkState[] | null;

  @Field(() => LinkMoveEnum, { nullable: true, description: 'Who acts next.' })
  move?: LinkFilter['move'];

  @Field(() => String, { nullable: true })
  unit?: string | null;

  @Field(() => String, { nullable: true })
  household?: string | null;
}

@InputType('LinkInterestInput')
export class LinkInterestInput implements InterestRequest {
  @Field(() => String)
  unit!: string;

  @Field(() => String)
  household!: string;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('LinkStepInput')
export class LinkStepInput implements StepRequest {
  @Field(() => String)
  link!: string;

  @Field(() => Int, { description: 'The version that the person saw; another one answers STALE_VERSION with both.' })
  version!: number;

  @Field(() => String)
  event!: TakenStep;

  @Field(() => LocalDate, { nullable: true })
  onDate?: IsoDate | null;

  @Field(() => LinkSideEnum, { nullable: true, description: 'Where one agency is both sides.' })
  side?: Side | null;

  @Field(() => String, { nullable: true, description: 'Of an exit: the code of its reason.' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'The reason in the person’s own words; the own agency alone reads them.' })
  words?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Of an exit: leave the pair out of future runs.' })
  ruleOut?: boolean | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('LinkHandoverInput')
export class LinkHandoverInput implements HandoverRequest {
  @Field(() => String)
  link!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ID)
  userId!: string;

  @Field(() => LinkSideEnum, { nullable: true })
  side?: Side | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}

@InputType('LinkMessageInput')
export class LinkMessageInput implements MessageRequest {
  @Field(() => String)
  link!: string;

  @Field(() => String)
  body!: string;

  @Field(() => LinkSideEnum, { nullable: true })
  side?: Side | null;

  @Field(() => String, KEY)
  idempotencyKey?: string | null;
}
