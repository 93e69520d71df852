import type { FamilyFinding, UnitPlan } from '@hub/domain/children/codes';
import type { ChildIdentified } from '@hub/domain/disclosure/identified';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Person } from '@hub/features/agencies/users.queries';
import type { Release } from '@hub/features/children/release-view.queries';
import type { UnitClocks } from '@hub/features/drift/clocks-of-unit.queries';
import type { LocalSearch } from '@hub/features/local-search/local-search.queries';
import type { Sharing, ShownChild, UnitRecord, UnitView } from '@hub/features/children/unit-view.queries';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { PersonModel } from '../agencies/person.model';
import { ChildIdentifiedModel } from '../disclosure/identified.model';
import { LocalDate } from '../graphql/scalars';
import { StageEnum } from '../graphql/stage.model';
import { SearchClocksModel } from '../drift/drift.model';
import { LocalSearchModel } from '../local-search/local-search.model';
import { ChildRecordModel } from './child.model';
import { ReleaseModel } from './release.model';
import { UnitCardModel, UnitProfileModel } from './unit-card.model';

export enum FamilyFindingEnum { NOT_STARTED = 'NOT_STARTED', ACTIVE = 'ACTIVE', PAUSED = 'PAUSED', CLOSED = 'CLOSED' }
registerEnumType(FamilyFindingEnum, { name: 'FamilyFinding' });

export enum UnitPlanEnum { SINGLE = 'SINGLE', TOGETHER = 'TOGETHER', APART = 'APART', TOGETHER_PREFERRED = 'TOGETHER_PREFERRED' }
registerEnumType(UnitPlanEnum, { name: 'UnitPlan' });

@ObjectType('Sharing', { description: 'The agencies that see the card and the profile today.' })
export class SharingModel implements Sharing {
  @Field(() => [AgencyModel])
  card!: readonly AgencySummary[];

  @Field(() => [AgencyModel])
  profile!: readonly AgencySummary[];

  @Field(() => LocalDate, { nullable: true })
  profileUntil!: IsoDate | null;
}

@ObjectType('UnitRecord', { description: "The council's own record." })
export class UnitRecordModel implements UnitRecord {
  @Field(() => UnitPlanEnum)
  plan!: UnitPlan;

  @Field(() => FamilyFindingEnum)
  familyFinding!: FamilyFinding;

  @Field(() => String, { nullable: true })
  familyFindingReason!: string | null;

  @Field(() => LocalDate, { nullable: true })
  familyFindingSince!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  waitingSince!: IsoDate | null;

  @Field(() => Int, { nullable: true })
  waitingDays!: number | null;

  @Field(() => PersonModel, { nullable: true })
  namedWorker!: Person | null;

  @Field(() => [ChildRecordModel])
  children!: readonly ShownChild[];

  @Field(() => [ReleaseModel])
  releases!: readonly Release[];

  @Field(() => SharingModel)
  sharedWith!: Sharing;

  @Field(() => LocalSearchModel)
  localSearch!: LocalSearch;

  @Field(() => SearchClocksModel, { nullable: true, description: 'Null where no search is open.' })
  searchClocks!: UnitClocks | null;

  @Field(() => Int)
  version!: number;
}

@ObjectType('UnitView', { description: 'A unit as far as the viewer may see it: projections of which the hidden ones are never loaded.' })
export class UnitViewModel implements UnitView {
  @Field(() => String)
  reference!: string;

  @Field(() => StageEnum)
  stage!: UnitView['stage'];

  @Field(() => UnitCardModel)
  card!: UnitCardModel;

  @Field(() => UnitProfileModel, { nullable: true })
  profile!: UnitProfileModel | null;

  @Field(() => [ChildIdentifiedModel], { nullable: true })
  identified!: readonly ChildIdentified[] | null;

  @Field(() => UnitRecordModel, { nullable: true })
  record!: UnitRecord | null;
}
