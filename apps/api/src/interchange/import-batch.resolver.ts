import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Issue } from '@hub/domain/interchange/issue';
import type { Mapping } from '@hub/domain/interchange/headings';
import type { ImportDifference, ImportReport } from '@hub/domain/interchange/report';
import type { Person } from '@hub/features/agencies/users.queries';
import { ImportsService, type ImportSummary } from '@hub/features/interchange/imports.service';
import { CurrentLoaders } from '../graphql/current-actor';
import type { Batch, Loaders } from '../graphql/loaders';
import { offsetConnection, offsetRequest, type Connection } from '../graphql/paging';
import { PersonModel } from '../agencies/person.model';
import { ImportBatchModel, ImportDifferenceConnectionModel, ImportIssueConnectionModel, ImportMappingModel } from './import.model';

/** What only the report knows, opened once for all fields of a request. */
@Resolver(() => ImportBatchModel)
export class ImportBatchResolver {
  private readonly reports: Batch<string, ImportReport>;

  constructor(imports: ImportsService) {
    this.reports = (actor, references) => imports.reports(actor, references);
  }

  @ResolveField(() => PersonModel)
  requestedBy(@Parent() batch: ImportSummary): Person {
    return { id: batch.requestedById, displayName: batch.requestedByName };
  }

  @ResolveField(() => String, { nullable: true, description: 'Why nothing could be done, in a sentence.' })
  async errorMessage(@Parent() batch: ImportSummary, @CurrentLoaders() loaders: Loaders): Promise<string | null> {
    return batch.errorCode === null ? null : ((await loaders.load(this.reports, batch.reference))?.failure ?? null);
  }

  @ResolveField(() => ImportIssueConnectionModel)
  async issues(
    @Parent() batch: ImportSummary, @CurrentLoaders() loaders: Loaders,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<Issue>> {
    const report = await loaders.load(this.reports, batch.reference);
    return page(report?.issues ?? [], first, after);
  }

  @ResolveField(() => ImportDifferenceConnectionModel)
  async differences(
    @Parent() batch: ImportSummary, @CurrentLoaders() loaders: Loaders,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<ImportDifference>> {
    const report = await loaders.load(this.reports, batch.reference);
    return page(report?.differences ?? [], first, after);
  }

  @ResolveField(() => [ImportMappingModel])
  async mapping(@Parent() batch: ImportSummary, @CurrentLoaders() loaders: Loaders): Promise<readonly Mapping[]> {
    return (await loaders.load(this.reports, batch.reference))?.mapping ?? [];
  }
}

function page<T>(items: readonly T[], first: number, after?: string): Connection<T> {
  const { limit, offset } = offsetRequest(first, after);
  return offsetConnection(items.slice(offset, offset + limit), items.length, offset);
}
