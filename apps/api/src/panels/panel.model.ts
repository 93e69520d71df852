import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { MemberRole, Quorum } from '@hub/domain/panels/quorum';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { AgencyGap, PanelCalendar, PanelItemSummary, PanelMember, PanelPlace, PanelSeat, PanelSummary, PanelView } from '@hub/features/panels/panel-view';
import type { PanelStanding } from '@hub/features/panels/plan.service';
import type { PanelAttendance } from '@hub/features/panels/panels.queries';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { LocalDate } from '../graphql/scalars';
import { MemberRoleEnum, PanelAttendanceEnum, PanelPlaceStatusEnum, PanelStatusEnum } from './panel-enums';
import { PanelItemSummaryModel } from './panel-item-summary.model';

@ObjectType('PanelPlace')
export class PanelPlaceModel implements PanelPlace {
  @Field(() => Int)
  slot!: number;

  @Field(() => String, { description: 'hh:mm.' })
  time!: string;

  @Field(() => PanelPlaceStatusEnum)
  status!: PanelPlace['status'];
}

@ObjectType('PanelSummary', { description: 'A panel of the region’s calendar. It names no case.' })
export class PanelSummaryModel implements PanelSummary {
  @Field(() => String)
  reference!: string;

  @Field(() => AgencyModel, { description: 'Its host.' })
  agency!: AgencySummary;

  @Field(() => [AgencyModel], { description: 'Other agencies that take part: a joint panel.' })
  parts!: AgencySummary[];

  @Field(() => Boolean)
  isHost!: boolean;

  @Field(() => Boolean, { description: 'The viewer’s agency can take places on it.' })
  takesPart!: boolean;

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

  @Field(() => LocalDate)
  papersDueOn!: IsoDate;

  @Field(() => PanelStatusEnum)
  status!: PanelSummary['status'];

  @Field(() => Int)
  version!: number;

  @Field(() => [PanelPlaceModel])
  places!: PanelPlace[];
}

@ObjectType('PanelGap', { description: 'More than a month without a panel.' })
export class PanelGapModel implements AgencyGap {
  @Field(() => AgencyModel)
  agency!: AgencySummary;

  @Field(() => LocalDate)
  from!: IsoDate;

  @Field(() => LocalDate, { nullable: true, description: 'The panel that ends it; null where none is planned.' })
  to!: IsoDate | null;
}

@ObjectType('PanelCalendar')
export class PanelCalendarModel implements PanelCalendar {
  @Field(() => [PanelSummaryModel])
  panels!: PanelSummary[];

  @Field(() => [PanelGapModel])
  gaps!: AgencyGap[];

  @Field(() => Boolean)
  mayPlan!: boolean;
}

@ObjectType('PanelSeat')
export class PanelSeatModel implements PanelSeat {
  @Field(() => String)
  member!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => MemberRoleEnum)
  role!: MemberRole;

  @Field(() => Boolean)
  isIndependent!: boolean;

  @Field(() => PanelAttendanceEnum)
  attendance!: PanelAttendance;

  @Field(() => Boolean)
  isYou!: boolean;
}

@ObjectType('Quorum', { description: 'AAR 2005 reg 6.' })
export class QuorumModel implements Quorum {
  @Field(() => Boolean)
  isMet!: boolean;

  @Field(() => Int)
  present!: number;

  @Field(() => Int)
  needed!: number;

  @Field(() => [String])
  missing!: string[];
}

@ObjectType('Panel')
export class PanelModel extends PanelSummaryModel implements PanelView {
  @Field(() => [PanelSeatModel])
  seats!: PanelSeat[];

  @Field(() => QuorumModel)
  quorum!: Quorum;

  @Field(() => [PanelItemSummaryModel], { description: 'Those to which the viewer’s agency is a party.' })
  items!: PanelItemSummary[];

  @Field(() => Boolean)
  mayPlan!: boolean;

  @Field(() => Boolean)
  mayRecord!: boolean;
}

@ObjectType('PanelMember', { description: 'Somebody on the central list.' })
export class PanelMemberModel implements PanelMember {
  @Field(() => String)
  reference!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => MemberRoleEnum)
  role!: MemberRole;

  @Field(() => Boolean)
  isIndependent!: boolean;

  @Field(() => AgencyModel)
  keptBy!: AgencySummary;

  @Field(() => Boolean)
  isOwn!: boolean;

  @Field(() => Boolean)
  hasAccount!: boolean;

  @Field(() => [AgencyModel])
  sitsFor!: AgencySummary[];

  @Field(() => LocalDate)
  startsOn!: IsoDate;

  @Field(() => LocalDate, { nullable: true, description: 'The first day without.' })
  endsOn!: IsoDate | null;

  @Field(() => Int)
  version!: number;
}

@ObjectType('PanelStanding', { description: 'Where a panel, an item or an entry stands after a mutation.' })
export class PanelStandingModel implements PanelStanding {
  @Field(() => String)
  reference!: string;

  @Field(() => Int)
  version!: number;
}
