import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Side } from '@hub/domain/links/states';
import type { Due } from '@hub/domain/placements/course';
import type { Home, PlacedChildState, PlacementState } from '@hub/domain/placements/states';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Person } from '@hub/features/agencies/users.queries';
import type { PlacedChildView, PlacementParty, PlacementSummary } from '@hub/features/placements/placement-view.queries';
import type { PlacementStanding } from '@hub/features/placements/placements.service';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { PersonModel } from '../agencies/person.model';
import { connectionOf } from '../graphql/page-info.model';
import { DateTime, LocalDate } from '../graphql/scalars';
import { LinkSideEnum } from '../links/link.model';

@ObjectType('PlacementParty', { description: 'One of the two sides of a placement.' })
export class PlacementPartyModel implements PlacementParty {
  @Field(() => LinkSideEnum)
  side!: Side;

  @Field(() => Boolean)
  isOwn!: boolean;

  @Field(() => AgencyModel, { nullable: true })
  agency!: AgencySummary | null;

  @Field(() => PersonModel, { nullable: true })
  worker!: Person | null;
}

@ObjectType('PlacedChild', { description: 'A child of a placement, with dates of its own (stage S4).' })
export class PlacedChildModel implements PlacedChildView {
  @Field(() => Int)
  number!: number;

  @Field(() => String, { nullable: true })
  firstName!: string | null;

  @Field(() => String)
  state!: PlacedChildState;

  @Field(() => String, { nullable: true, description: 'EARLY_PERMANENCE or FOSTER_CARERS, where the child lived with them before.' })
  home!: Home | null;

  @Field(() => LocalDate, { nullable: true })
  livesThereSince!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of a child who lived there already the day that the written notice names (AAR 2005 reg 35(5)).' })
  placedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'From when on the adoption order may be applied for.' })
  mayApplyFrom!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  aoAppliedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  adoptedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  disruptedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  fellOn!: IsoDate | null;
}

@ObjectType('PlacementDue', { description: 'What a rule asks for of one child that is not done.' })
export class PlacementDueModel implements Due {
  @Field(() => String)
  code!: Due['code'];

  @Field(() => Int)
  child!: number;

  @Field(() => String)
  label!: string;

  @Field(() => String)
  says!: string;

  @Field(() => LocalDate, { nullable: true })
  dueOn!: IsoDate | null;

  @Field(() => Boolean)
  isOverdue!: boolean;
}

@ObjectType('PlacementSummary', { description: 'A placement as a list shows it.' })
export class PlacementSummaryModel implements PlacementSummary {
  @Field(() => String)
  reference!: string;

  @Field(() => String)
  state!: PlacementState;

  @Field(() => Int)
  version!: number;

  @Field(() => Boolean)
  isOpen!: boolean;

  @Field(() => String)
  unitReference!: string;

  @Field(() => String)
  householdReference!: string;

  @Field(() => LocalDate)
  decidedOn!: IsoDate;

  @Field(() => DateTime, { description: 'Of the latest step.' })
  since!: Date;

  @Field(() => [PlacementPartyModel])
  parties!: PlacementParty[];

  @Field(() => [String], { description: 'First names of the adopters, where they were recorded when the match was approved.' })
  adopterNames!: string[];

  @Field(() => [PlacedChildModel])
  children!: PlacedChildView[];

  @Field(() => String, { nullable: true, description: 'In words, where no clock runs yet.' })
  awaited!: string | null;

  @Field(() => [PlacementDueModel], { description: 'The earliest first.' })
  due!: Due[];
}

@ObjectType('PlacementConnection')
export class PlacementConnectionModel extends connectionOf(PlacementSummaryModel, 'Placement') {}

@ObjectType('PlacementStanding', { description: 'Where a placement stands after a mutation; the same key answers the same again.' })
export class PlacementStandingModel implements PlacementStanding {
  @Field(() => String)
  reference!: string;

  @Field(() => String)
  state!: PlacementState;

  @Field(() => Int)
  version!: number;
}
