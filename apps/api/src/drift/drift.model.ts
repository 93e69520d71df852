import type { WaitingBand } from '@hub/domain/children/bands';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Pause } from '@hub/domain/drift/clocks';
import type { Delay, DriftLimits } from '@hub/domain/drift/delays';
import type { LinkState, Side } from '@hub/domain/links/states';
import type { Awaited } from '@hub/domain/links/who-acts';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { UnitClocks } from '@hub/features/drift/clocks-of-unit.queries';
import type { DriftCount, DriftLink, DriftRow, DriftStage, DriftTurn } from '@hub/features/drift/drift-rows';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { connectionOf } from '../graphql/page-info.model';
import { LocalDate } from '../graphql/scalars';
import { LinkSideEnum } from '../links/link.model';

@ObjectType('DriftTurn', { description: 'Whose move it is, and what is awaited.' })
export class DriftTurnModel implements DriftTurn {
  @Field(() => LinkSideEnum)
  side!: Side;

  @Field(() => AgencyModel, { nullable: true })
  agency!: AgencySummary | null;

  @Field(() => String)
  awaited!: Awaited;
}

@ObjectType('DriftLink')
export class DriftLinkModel implements DriftLink {
  @Field(() => String, { nullable: true, description: 'Null where the viewer is no party.' })
  link!: string | null;

  @Field(() => String, { nullable: true })
  household!: string | null;

  @Field(() => String)
  state!: LinkState;

  @Field(() => Int, { description: 'Days since anybody moved it.' })
  idleDays!: number;

  @Field(() => [DriftTurnModel])
  turns!: readonly DriftTurn[];

  @Field(() => String, { nullable: true })
  delay!: Delay | null;
}

@ObjectType('DriftRow', { description: 'How one search goes. Days leave pauses out.' })
export class DriftRowModel implements DriftRow {
  @Field(() => String)
  unit!: string;

  @Field(() => AgencyModel)
  agency!: AgencySummary;

  @Field(() => String)
  waitingBand!: WaitingBand;

  @Field(() => Boolean)
  isPaused!: boolean;

  @Field(() => Int, { description: 'Days in which its council alone searched.' })
  localDays!: number;

  @Field(() => LocalDate, { nullable: true, description: 'When the region sees it; null where it does.' })
  widensOn!: IsoDate | null;

  @Field(() => Int, { nullable: true, description: 'Days since anybody moved a link; null while none is open.' })
  idleDays!: number | null;

  @Field(() => Int, { nullable: true })
  withoutLinkDays!: number | null;

  @Field(() => Int)
  reviewDays!: number;

  @Field(() => [DriftLinkModel])
  links!: readonly DriftLink[];

  @Field(() => [String], { description: 'Codes of the agencies whose move it is; empty where nobody acts.' })
  movers!: readonly string[];

  @Field(() => [String], { description: 'STUCK, SLOW, NO_LINK, NOT_REVIEWED.' })
  delays!: readonly Delay[];
}

@ObjectType('DriftCount')
export class DriftCountModel implements DriftCount {
  @Field(() => AgencyModel)
  agency!: AgencySummary;

  @Field(() => Int)
  searches!: number;

  @Field(() => Int)
  stuck!: number;

  @Field(() => Int)
  slow!: number;

  @Field(() => Int)
  withoutLink!: number;

  @Field(() => Int)
  notReviewed!: number;
}

@ObjectType('DriftStage', { description: 'A stage of searches, and which of them nobody has moved for longest.' })
export class DriftStageModel implements DriftStage {
  @Field(() => String, { description: 'The state of the link that has come furthest; NO_LINK where none is open.' })
  stage!: DriftStage['stage'];

  @Field(() => Int)
  searches!: number;

  @Field(() => String)
  unit!: string;

  @Field(() => AgencyModel)
  agency!: AgencySummary;

  @Field(() => Int, { description: 'In which nobody moved it.' })
  days!: number;

  @Field(() => [String], { description: 'Codes of the agencies whose move it is.' })
  movers!: readonly string[];
}

@ObjectType('DriftLimits', { description: 'From how many days on something is held up.' })
export class DriftLimitsModel implements DriftLimits {
  @Field(() => Int)
  slowDays!: number;

  @Field(() => Int)
  stuckDays!: number;

  @Field(() => Int)
  withoutLinkDays!: number;

  @Field(() => Int)
  reviewDays!: number;
}

@ObjectType('DriftConnection')
export class DriftConnectionModel extends connectionOf(DriftRowModel, 'Drift') {
  @Field(() => [DriftCountModel], { description: 'Every council, whatever is filtered.' })
  agencies!: readonly DriftCount[];

  @Field(() => [DriftStageModel], { description: 'In the order of the way to a match, whatever is filtered.' })
  stages!: readonly DriftStage[];

  @Field(() => DriftLimitsModel)
  limits!: DriftLimits;
}

@ObjectType('SearchPause')
export class SearchPauseModel implements Pause {
  @Field(() => LocalDate)
  from!: IsoDate;

  @Field(() => LocalDate, { nullable: true })
  to!: IsoDate | null;

  @Field(() => String, { nullable: true, description: 'What brought it about where no person did.' })
  cause!: string | null;
}

@ObjectType('SearchClocks', { description: 'Whole days, pauses left out.' })
export class SearchClocksModel implements UnitClocks {
  @Field(() => Int)
  searchDays!: number;

  @Field(() => Int)
  localDays!: number;

  @Field(() => Int)
  pausedDays!: number;

  @Field(() => LocalDate, { nullable: true })
  widensOn!: IsoDate | null;

  @Field(() => Int, { nullable: true })
  idleDays!: number | null;

  @Field(() => Int, { nullable: true })
  withoutLinkDays!: number | null;

  @Field(() => Int)
  reviewDays!: number;

  @Field(() => LocalDate, { nullable: true })
  reviewedOn!: IsoDate | null;

  @Field(() => [SearchPauseModel])
  pauses!: readonly Pause[];

  @Field(() => [String])
  delays!: readonly Delay[];
}
