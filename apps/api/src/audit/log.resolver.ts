import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { ChangeRow } from '@hub/features/audit/changes.queries';
import { logFilter, type LogFilter } from '@hub/features/audit/inputs';
import { LogService, type LogPage, type ShownLook } from '@hub/features/audit/log.service';
import { CurrentActor } from '../graphql/current-actor';
import { connection, pageRequest, type Connection } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { ChangeConnectionModel, LogSearchInput, LookConnectionModel } from './look.model';

type LogConnection<T> = Connection<T> & Pick<LogPage<T>, 'archivedBefore'>;

const logConnection = <T extends { readonly id: number }>(page: LogPage<T>): LogConnection<T> => ({ ...connection(page, ({ id }) => String(id)), archivedBefore: page.archivedBefore });

@Resolver()
export class LogResolver {
  constructor(private readonly log: LogService) {}

  @Query(() => LookConnectionModel, { description: 'Who has looked at a child or group of the own agency, the newest first. For its data protection officer and managers.' })
  async whoLookedAtUnit(
    @CurrentActor() actor: Actor,
    @Args('reference', { type: () => String }) reference: string,
    @Args('filter', { type: () => LogSearchInput, nullable: true }, new ZodPipe(logFilter)) filter: LogFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<LogConnection<ShownLook>> {
    return logConnection(await this.log.whoLooked(actor, { type: 'UNIT', reference }, filter, pageRequest(first, after)));
  }

  @Query(() => LookConnectionModel, { description: 'Who has looked at a household of the own agency, the newest first. For its data protection officer and managers.' })
  async whoLookedAtHousehold(
    @CurrentActor() actor: Actor,
    @Args('reference', { type: () => String }) reference: string,
    @Args('filter', { type: () => LogSearchInput, nullable: true }, new ZodPipe(logFilter)) filter: LogFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<LogConnection<ShownLook>> {
    return logConnection(await this.log.whoLooked(actor, { type: 'HOUSEHOLD', reference }, filter, pageRequest(first, after)));
  }

  @Query(() => LookConnectionModel, { description: "What the own agency's people did, and who of any agency looked at its records, the newest first." })
  async accessLog(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => LogSearchInput, nullable: true }, new ZodPipe(logFilter)) filter: LogFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<LogConnection<ShownLook>> {
    return logConnection(await this.log.accesses(actor, filter, pageRequest(first, after)));
  }

  @Query(() => ChangeConnectionModel, { description: "What was changed in the own agency's records, the newest first." })
  async changeLog(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => LogSearchInput, nullable: true }, new ZodPipe(logFilter)) filter: LogFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<LogConnection<ChangeRow>> {
    return logConnection(await this.log.changes(actor, filter, pageRequest(first, after)));
  }
}
