import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Agreement } from '@hub/domain/links/events';
import type { LinkState, Side } from '@hub/domain/links/states';
import type { Awaited, Turn } from '@hub/domain/links/who-acts';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Person } from '@hub/features/agencies/users.queries';
import type { LinkParty, LinkSummary } from '@hub/features/links/link-view.queries';
import type { LinkStanding } from '@hub/features/links/links.service';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { HouseholdCardModel } from '../adopters/household-card.model';
import { AgencyModel } from '../agencies/agency.model';
import { PersonModel } from '../agencies/person.model';
import { UnitCardModel } from '../children/unit-card.model';
import { connectionOf } from '../graphql/page-info.model';
import { DateTime, LocalDate } from '../graphql/scalars';

export enum LinkSideEnum { CHILD = 'CHILD', ADOPTERS = 'ADOPTERS' }
registerEnumType(LinkSideEnum, { name: 'LinkSide', description: 'The child’s agency, or the adopters’.' });

export enum LinkMoveEnum { OURS = 'OURS', THEIRS = 'THEIRS' }
registerEnumType(LinkMoveEnum, { name: 'LinkMove' });

@ObjectType('LinkParty', { description: 'One side of a link.' })
export class LinkPartyModel implements LinkParty {
  @Field(() => LinkSideEnum)
  side!: Side;

  @Field(() => Boolean)
  isOwn!: boolean;

  @Field(() => AgencyModel, { nullable: true, description: 'Null while another agency has not acted on the link: a card does not say whose it is.' })
  agency!: AgencySummary | null;

  @Field(() => PersonModel, { nullable: true })
  worker!: Person | null;

  @Field(() => String, { description: 'Of exploring: NONE, ASKED (waits for the second person), LIVE or ENDED.' })
  agreement!: Agreement;
}

@ObjectType('LinkTurn', { description: 'Who acts next. awaited: INTEREST, ANSWER, AGREEMENT, APPROVAL or NEXT_STEP.' })
export class LinkTurnModel implements Turn {
  @Field(() => LinkSideEnum)
  side!: Side;

  @Field(() => String)
  awaited!: Awaited;
}

@ObjectType('LinkSummary', { description: 'A pair under enquiry, as a list shows it.' })
export class LinkSummaryModel implements LinkSummary {
  @Field(() => String)
  reference!: string;

  @Field(() => String)
  state!: LinkState;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  unitReference!: string;

  @Field(() => String)
  householdReference!: string;

  @Field(() => UnitCardModel, { nullable: true, description: 'Null while it is not shown to the viewer.' })
  unit!: LinkSummary['unit'];

  @Field(() => HouseholdCardModel, { nullable: true })
  household!: LinkSummary['household'];

  @Field(() => [LinkPartyModel])
  parties!: LinkParty[];

  @Field(() => [LinkTurnModel])
  turns!: Turn[];

  @Field(() => Boolean, { description: 'It waits for the viewer’s agency.' })
  isOurMove!: boolean;

  @Field(() => DateTime, { description: 'Since when it has waited: the latest step.' })
  since!: Date;

  @Field(() => LocalDate, { nullable: true })
  panelOn!: IsoDate | null;

  @Field(() => Boolean)
  isOpen!: boolean;
}

@ObjectType('LinkConnection')
export class LinkConnectionModel extends connectionOf(LinkSummaryModel, 'Link') {}

@ObjectType('LinkStanding', { description: 'Where a link stands after a mutation; the same key answers the same again.' })
export class LinkStandingModel implements LinkStanding {
  @Field(() => String)
  reference!: string;

  @Field(() => String)
  state!: LinkState;

  @Field(() => Int)
  version!: number;
}

@ObjectType('LinkCaps', { description: 'How many links may be open at once.' })
export class LinkCapsModel {
  @Field(() => Int)
  perUnit!: number;

  @Field(() => Int)
  perHousehold!: number;
}
