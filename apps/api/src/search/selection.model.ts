import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { SelectionChangeKind, SelectionOf } from '@hub/domain/search/selection';
import type { HouseholdHit } from '@hub/features/adopters/household-search.queries';
import type { Person } from '@hub/features/agencies/users.queries';
import type { UnitHit } from '@hub/features/children/unit-search.queries';
import type { NewSelection, SelectionSummary } from '@hub/features/search/selections.queries';
import type { Selection, SelectionChange, SelectionEntry } from '@hub/features/search/selections.service';
import { HouseholdCardModel } from '../adopters/household-card.model';
import { PersonModel } from '../agencies/person.model';
import { UnitCardModel } from '../children/unit-card.model';
import { connectionOf } from '../graphql/page-info.model';
import { DateTime } from '../graphql/scalars';

export enum SelectionOfEnum { UNIT = 'UNIT', HOUSEHOLD = 'HOUSEHOLD' }
registerEnumType(SelectionOfEnum, { name: 'SelectionOf', description: 'What a selection holds.' });

@ObjectType('SelectionSummary', { description: 'What people keep by hand, for an own child, group or family or under a name.' })
export class SelectionSummaryModel implements SelectionSummary {
  @Field(() => ID)
  id!: string;

  @Field(() => SelectionOfEnum)
  holds!: SelectionOf;

  @Field(() => String, { nullable: true, description: 'The own unit or household that it is for.' })
  subject!: string | null;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => Boolean, { description: 'Read and changed by everybody of the agency who looks for families; otherwise by its owner alone.' })
  shared!: boolean;

  @Field(() => PersonModel)
  owner!: Person;

  @Field(() => Int)
  size!: number;

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;

  @Field(() => DateTime)
  changedAt!: Date;
}

@ObjectType('SelectionEntry', { description: 'Neither card: it left the pool, or the viewer may not see it by now.' })
export class SelectionEntryModel implements SelectionEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => UnitCardModel, { nullable: true })
  unit!: UnitHit | null;

  @Field(() => HouseholdCardModel, { nullable: true })
  household!: HouseholdHit | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => PersonModel)
  keptBy!: Person;

  @Field(() => DateTime)
  keptAt!: Date;
}

@ObjectType('SelectionChange')
export class SelectionChangeModel implements SelectionChange {
  @Field(() => String, { description: 'CREATED, KEPT, NOTED, MOVED, REMOVED or ENDED.' })
  what!: SelectionChangeKind;

  @Field(() => String, { nullable: true })
  reference!: string | null;

  @Field(() => PersonModel)
  changedBy!: Person;

  @Field(() => DateTime)
  changedAt!: Date;
}

@ObjectType('Selection')
export class SelectionModel extends SelectionSummaryModel implements Selection {
  @Field(() => [SelectionEntryModel])
  entries!: SelectionEntry[];

  @Field(() => [SelectionChangeModel], { description: 'The newest 100, newest first.' })
  changes!: SelectionChange[];
}

@ObjectType('SelectionSummaryConnection')
export class SelectionConnectionModel extends connectionOf(SelectionSummaryModel, 'SelectionSummary') {}

@InputType('CreateSelectionInput')
export class CreateSelectionInput implements NewSelection {
  @Field(() => SelectionOfEnum)
  holds!: SelectionOf;

  @Field(() => String, { nullable: true, description: 'For families: an own unit. For children: an own household.' })
  subject?: string | null;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Boolean)
  shared!: boolean;
}
