import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { DataQualityService, type DataQuality } from '@hub/features/performance/data-quality.service';
import { CurrentActor } from '../graphql/current-actor';
import { DataQualityModel } from './data-quality.model';

@Resolver()
export class DataQualityResolver {
  constructor(private readonly quality: DataQualityService) {}

  @Query(() => DataQualityModel, { description: 'Records of the own agency that lack a fact, contradict themselves, or were not moved for long.' })
  dataQuality(@CurrentActor() actor: Actor): Promise<DataQuality> {
    return this.quality.read(actor);
  }
}
