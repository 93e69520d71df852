import type { QualityKind } from '@hub/domain/performance/data-quality';
import type { DataQuality, QualityFinding } from '@hub/features/performance/data-quality.service';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('FaultyRecord')
export class FaultyRecordModel {
  @Field(() => String, { description: 'Of the record that a person opens: of a child its group’s.' })
  record!: string;

  @Field(() => String)
  reference!: string;
}

@ObjectType('QualityFinding', { description: 'A rule that records of the own agency break.' })
export class QualityFindingModel implements QualityFinding {
  @Field(() => String, { description: 'CHILD, HOUSEHOLD.' })
  subject!: QualityFinding['subject'];

  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'MISSING, CONTRADICTS, STALE.' })
  kind!: QualityKind;

  @Field(() => String)
  says!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => [FaultyRecordModel], { description: 'For who may open them; else empty.' })
  records!: QualityFinding['records'];
}

@ObjectType('DataQuality')
export class DataQualityModel implements DataQuality {
  @Field(() => Int, { description: 'How many children’s records were looked at.' })
  children!: number;

  @Field(() => Int)
  households!: number;

  @Field(() => [QualityFindingModel])
  findings!: readonly QualityFinding[];
}
