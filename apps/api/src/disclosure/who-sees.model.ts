import type { DisclosureStage } from '@hub/domain/access/actions';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Person } from '@hub/features/agencies/users.queries';
import type { Grant } from '@hub/features/disclosure/grant-view.queries';
import type { Seer, WhoSees } from '@hub/features/disclosure/who-sees.service';
import { Field, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { PersonModel } from '../agencies/person.model';
import { LocalDate } from '../graphql/scalars';
import { StageEnum } from '../graphql/stage.model';
import { GrantModel } from './grant.model';

@ObjectType('Seer', { description: 'An agency, or one person of it, and how far they see the record today.' })
export class SeerModel implements Seer {
  @Field(() => AgencyModel)
  agency!: AgencySummary;

  @Field(() => PersonModel, { nullable: true })
  person!: Person | null;

  @Field(() => StageEnum, { nullable: true, description: 'Null: nothing, though an agreement is live.' })
  stage!: DisclosureStage | null;

  @Field(() => Boolean)
  seesPhoto!: boolean;

  @Field(() => LocalDate, { nullable: true })
  since!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day without.' })
  until!: IsoDate | null;

  @Field(() => GrantModel, { nullable: true })
  grant!: Grant | null;

  @Field(() => String, { nullable: true })
  agreement!: string | null;

  @Field(() => String, { nullable: true, description: 'EARLY_PERMANENCE: the agency has no household approved for it.' })
  hiddenBy!: 'EARLY_PERMANENCE' | 'LOCAL_SEARCH' | null;
}

@ObjectType('WhoSees', { description: "Who can see a record of the own agency, asked of row-level security with each partner's eyes." })
export class WhoSeesModel implements WhoSees {
  @Field(() => Boolean)
  inPool!: boolean;

  @Field(() => [SeerModel])
  seers!: readonly Seer[];

  @Field(() => [PersonModel], { description: "Colleagues whose roles open the agency's own record." })
  ownPeople!: readonly Person[];

  @Field(() => [GrantModel])
  grants!: readonly Grant[];
}
