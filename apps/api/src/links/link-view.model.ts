import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { LinkEvent, TakenStep } from '@hub/domain/links/events';
import type { LinkState, Side } from '@hub/domain/links/states';
import type { Person } from '@hub/features/agencies/users.queries';
import type { LinkHistoryRow, LinkMessage, LinkView, OpenStep } from '@hub/features/links/link-view.queries';
import type { RulingOut } from '@hub/features/matching/ruled-out.queries';
import { Field, ObjectType } from '@nestjs/graphql';
import { PersonModel } from '../agencies/person.model';
import { DateTime, LocalDate } from '../graphql/scalars';
import { RulingOutModel } from '../matching/ruling-out.model';
import { LinkSideEnum, LinkSummaryModel } from './link.model';

@ObjectType('LinkHistoryRow')
export class LinkHistoryRowModel implements LinkHistoryRow {
  @Field(() => String)
  event!: LinkEvent;

  @Field(() => String)
  label!: string;

  @Field(() => LinkSideEnum, { nullable: true })
  side!: Side | null;

  @Field(() => PersonModel, { nullable: true })
  person!: Person | null;

  @Field(() => String, { nullable: true })
  from!: LinkState | null;

  @Field(() => String)
  to!: LinkState;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType('LinkStep', { description: 'What the viewer can do next, for one side.' })
export class LinkStepModel implements OpenStep {
  @Field(() => String)
  event!: TakenStep;

  @Field(() => String)
  label!: string;

  @Field(() => LinkSideEnum)
  side!: Side;

  @Field(() => String, { nullable: true, description: 'REASON where it ends the link.' })
  needs!: OpenStep['needs'];
}

@ObjectType('LinkMessage')
export class LinkMessageModel implements Omit<LinkMessage, 'id'> {
  @Field(() => LinkSideEnum)
  side!: Side;

  @Field(() => PersonModel, { nullable: true })
  author!: Person | null;

  @Field(() => Boolean)
  isOwn!: boolean;

  @Field(() => String, { nullable: true, description: 'Null where it was destroyed with a record.' })
  body!: string | null;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType('Link', { description: 'A pair under enquiry in full, as either of its agencies reads it.' })
export class LinkModel extends LinkSummaryModel implements LinkView {
  @Field(() => [LinkHistoryRowModel])
  history!: LinkHistoryRow[];

  @Field(() => [LinkMessageModel], { description: 'The newest last, 200 at most.' })
  messages!: LinkMessage[];

  @Field(() => [LinkStepModel])
  steps!: OpenStep[];

  @Field(() => String, { nullable: true, description: 'Why the own agency ended it; no other reads it.' })
  exitReason!: string | null;

  @Field(() => String, { nullable: true })
  exitWords!: string | null;

  @Field(() => [RulingOutModel])
  rulingsOut!: RulingOut[];
}
