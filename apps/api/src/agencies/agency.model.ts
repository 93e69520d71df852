import type { AgencyKind } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';

export enum AgencyKindEnum { COUNCIL = 'COUNCIL', VOLUNTARY = 'VOLUNTARY', HUB = 'HUB', OUTSIDE = 'OUTSIDE' }
registerEnumType(AgencyKindEnum, { name: 'AgencyKind' });

@ObjectType('Agency')
export class AgencyModel {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => AgencyKindEnum)
  kind!: AgencyKind;

  @Field(() => String)
  regionBand!: string;

  @Field(() => LocalDate, { nullable: true })
  memberSince!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day after the membership; null while it has no end.' })
  memberUntil!: IsoDate | null;
}
