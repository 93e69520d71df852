import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { SufficiencyDimension } from '@hub/domain/performance/sufficiency';
import type { Sufficiency, SufficiencyLine } from '@hub/features/performance/sufficiency.service';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';

@ObjectType('SufficiencyNumbers', { description: 'Null where a number could tell of one to five.' })
export class SufficiencyNumbersModel {
  @Field(() => Int, { nullable: true, description: 'Of the region of all and by number placed together alone.' })
  children!: number | null;

  @Field(() => Int, { nullable: true, description: 'Children or groups to be placed together. Of ages it is not told: a group can stand in several.' })
  units!: number | null;

  @Field(() => Int, { nullable: true, description: 'Families that are approved and can be asked, and that no rule of the matching engine keeps from children of this kind.' })
  available!: number | null;

  @Field(() => Int, { nullable: true, description: 'The same of families on their way to approval.' })
  pipeline!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of the own agency: families whose record does not tell.' })
  notRecorded?: number | null;
}

@ObjectType('SufficiencyLine')
export class SufficiencyLineModel implements SufficiencyLine {
  @Field(() => String, { description: 'ALL, AGE, SIZE, KIND, NEED, EARLY_PERMANENCE, HERITAGE.' })
  dimension!: SufficiencyDimension;

  @Field(() => String)
  value!: string;

  @Field(() => String)
  label!: string;

  @Field(() => SufficiencyNumbersModel, { nullable: true })
  own!: SufficiencyLine['own'];

  @Field(() => SufficiencyNumbersModel, { nullable: true })
  region!: SufficiencyLine['region'];
}

@ObjectType('Sufficiency', { description: 'Children who wait against families for them: the own agency’s numbers, and the region’s as everybody may know them.' })
export class SufficiencyModel implements Sufficiency {
  @Field(() => LocalDate, { nullable: true })
  ownCountedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'Once a month.' })
  regionCountedOn!: IsoDate | null;

  @Field(() => [SufficiencyLineModel])
  lines!: readonly SufficiencyLine[];

  @Field(() => [String], { description: 'Kinds of which more wait than there are families, the shortest first.' })
  shortHere!: readonly string[];

  @Field(() => [String])
  shortInRegion!: readonly string[];
}
