import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { WideningRequest } from '@hub/features/local-search/local-search.service';
import { Field, InputType, Int } from '@nestjs/graphql';
import { ReleaseSubjectEnum } from '../children/release.model';
import { LocalDate } from '../graphql/scalars';

@InputType('WideningInput')
export class WideningInput implements WideningRequest {
  @Field(() => ReleaseSubjectEnum)
  subjectType!: WideningRequest['subjectType'];

  @Field(() => String)
  reference!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => LocalDate, { description: 'The first day on which the region sees it.' })
  on!: IsoDate;

  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@InputType('LocalSearchPolicyInput')
export class LocalSearchPolicyInput {
  @Field(() => LocalDate)
  startsOn!: IsoDate;

  @Field(() => Int)
  unitDays!: number;

  @Field(() => Int)
  householdDays!: number;
}
