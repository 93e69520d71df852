import type { Delay } from '@hub/domain/drift/delays';
import type { LinkState } from '@hub/domain/links/states';
import type { Turn } from '@hub/domain/links/who-acts';
import type { Person } from '@hub/features/agencies/users.queries';
import type { WorkItem } from '@hub/features/drift/work-list.service';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ColleagueModel } from '../agencies/colleague.model';
import { PersonModel } from '../agencies/person.model';
import { connectionOf } from '../graphql/page-info.model';
import { LinkTurnModel } from '../links/link.model';

@ObjectType('WorkItem', { description: 'An open link, or a search without any.' })
export class WorkItemModel implements WorkItem {
  @Field(() => String)
  unit!: string;

  @Field(() => String, { nullable: true })
  household!: string | null;

  @Field(() => String, { nullable: true })
  link!: string | null;

  @Field(() => String, { nullable: true })
  state!: LinkState | null;

  @Field(() => PersonModel, { nullable: true })
  worker!: Person | null;

  @Field(() => Boolean)
  isOurMove!: boolean;

  @Field(() => [LinkTurnModel])
  turns!: readonly Turn[];

  @Field(() => Int, { description: 'Days since anybody moved it, or since there was a link.' })
  idleDays!: number;

  @Field(() => String, { nullable: true })
  delay!: Delay | null;
}

@ObjectType('WorkConnection')
export class WorkConnectionModel extends connectionOf(WorkItemModel, 'Work') {
  @Field(() => [ColleagueModel], { description: 'Colleagues who have work here.' })
  workers!: readonly Person[];
}
