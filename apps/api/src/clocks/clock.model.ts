import type { Clock, ClockState, Undated } from '@hub/domain/clocks/clock';
import type { ClockCode } from '@hub/domain/clocks/rules';
import type { ClockStanding } from '@hub/domain/clocks/standing';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Person } from '@hub/features/agencies/users.queries';
import type { ClockCounts, ClockSubject } from '@hub/features/clocks/clock-items';
import type { ShownClockItem } from '@hub/features/clocks/clocks.service';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ColleagueModel } from '../agencies/colleague.model';
import { PersonModel } from '../agencies/person.model';
import { connectionOf } from '../graphql/page-info.model';
import { LocalDate } from '../graphql/scalars';

@ObjectType('Clock', { description: 'What one rule of law, standards or practice says of a case today. Days are calendar days.' })
export class ClockModel implements Clock {
  @Field(() => String)
  code!: ClockCode;

  @Field(() => Int, { nullable: true, description: 'Of reviews and visits the how manieth.' })
  nth!: number | null;

  @Field(() => LocalDate)
  startsOn!: IsoDate;

  @Field(() => LocalDate, { nullable: true })
  dueOn!: IsoDate | null;

  @Field(() => String, { nullable: true, description: 'NO_PERIOD: the rule names none. CALENDAR_ENDS: the bank holidays of that time are not known.' })
  undated!: Undated | null;

  @Field(() => String, { description: 'RUNNING, OVERDUE, PAUSED, DONE, DONE_LATE, TOO_EARLY.' })
  state!: ClockState;

  @Field(() => String, { nullable: true })
  pausedBecause!: string | null;

  @Field(() => String, { nullable: true })
  extendedBecause!: string | null;

  @Field(() => LocalDate, { nullable: true })
  doneOn!: IsoDate | null;

  @Field(() => Int, { nullable: true })
  daysLeft!: number | null;

  @Field(() => Int, { nullable: true })
  daysOver!: number | null;
}

@ObjectType('ClockItem', { description: 'A clock on which somebody of the own agency has to act.' })
export class ClockItemModel implements ShownClockItem {
  @Field(() => ClockModel)
  clock!: Clock;

  @Field(() => String, { description: 'OVERDUE, SOON, RUNNING, PAUSED.' })
  standing!: ClockStanding;

  @Field(() => String, { description: 'UNIT, HOUSEHOLD, ENQUIRY, PANEL (the latest), PANEL_ITEM or PLACEMENT.' })
  subjectType!: ClockSubject;

  @Field(() => String)
  subject!: string;

  @Field(() => String, { nullable: true, description: 'Of a unit or placement which child.' })
  member!: string | null;

  @Field(() => PersonModel, { nullable: true })
  worker!: Person | null;
}

@ObjectType('ClockCounts')
export class ClockCountsModel implements ClockCounts {
  @Field(() => Int)
  overdue!: number;

  @Field(() => Int, { description: 'Due within two weeks.' })
  soon!: number;

  @Field(() => Int)
  running!: number;

  @Field(() => Int)
  paused!: number;
}

@ObjectType('ClockConnection')
export class ClockConnectionModel extends connectionOf(ClockItemModel, 'Clock') {
  @Field(() => ClockCountsModel, { description: 'However they stand.' })
  counts!: ClockCounts;

  @Field(() => [ColleagueModel], { description: 'Colleagues who have some of them.' })
  workers!: readonly Person[];
}
