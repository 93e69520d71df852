import type { Type } from '@nestjs/common';
import { AgenciesApiModule } from './agencies/agencies.api.module';

/** One module of resolvers per feature: the API serves these, and schema.gql is made from these. */
export const FEATURE_MODULES: readonly Type[] = [AgenciesApiModule];
