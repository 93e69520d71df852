import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { ImportsService, type ImportSummary } from '@hub/features/interchange/imports.service';
import { CurrentActor } from '../graphql/current-actor';
import { offsetConnection, offsetRequest, type Connection } from '../graphql/paging';
import { ImportBatchModel, ImportConnectionModel } from './import.model';

@Resolver()
export class ImportsResolver {
  constructor(private readonly imports: ImportsService) {}

  @Query(() => ImportConnectionModel, { name: 'imports', description: "The own agency's imports, the newest first." })
  async listImports(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<ImportSummary>> {
    const { limit, offset } = offsetRequest(first, after);
    const { imports, totalCount } = await this.imports.list(actor, limit, offset);
    return offsetConnection(imports, totalCount, offset);
  }

  @Query(() => ImportBatchModel, { nullable: true })
  importBatch(@CurrentActor() actor: Actor, @Args('reference', { type: () => String }) reference: string): Promise<ImportSummary | null> {
    return this.imports.find(actor, reference);
  }

  @Mutation(() => ImportBatchModel, { description: 'Puts a checked import into the records, in one transaction; the refused rows stay out. Asking twice is asking once.' })
  applyImport(
    @CurrentActor() actor: Actor,
    @Args('reference', { type: () => String }) reference: string,
    @Args('onlyIfAllGood', { type: () => Boolean, nullable: true, defaultValue: false }) onlyIfAllGood: boolean,
  ): Promise<ImportSummary> {
    return this.imports.requestApply(actor, reference, onlyIfAllGood);
  }

  @Mutation(() => ImportBatchModel, { description: 'Drops a file that was not applied, with its report.' })
  discardImport(@CurrentActor() actor: Actor, @Args('reference', { type: () => String }) reference: string): Promise<ImportSummary> {
    return this.imports.discard(actor, reference);
  }
}
