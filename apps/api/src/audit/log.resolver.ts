import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { ChangeRow } from '@hub/features/audit/changes.queries';
import { logFilter, type LogFilter } from '@hub/features/audit/inputs';
import { LogService, type ShownLook } from '@hub/features/audit/log.service';
import { CurrentActor } from '../graphql/current-actor';
import { connection, pageRequest, type Connection } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { ChangeConnectionModel, LogSearchInput, LookConnectionModel } from './look.model';

const position = ({ id }: { id: number }): string => String(id);

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
  ): Promise<Connection<ShownLook>> {
    return connection(await this.log.whoLooked(actor, { type: 'UNIT', reference }, filter, pageRequest(first, after)), position);
  }

  @Query(() => LookConnectionModel, { description: 'Who has looked at a household of the own agency, the newest first. For its data protection officer and managers.' })
  async whoLookedAtHousehold(
    @CurrentActor() actor: Actor,
    @Args('reference', { type: () => String }) reference: string,
    @Args('filter', { type: () => LogSearchInput, nullable: true }, new ZodPipe(logFilter)) filter: LogFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<ShownLook>> {
    return connection(await this.log.whoLooked(actor, { type: 'HOUSEHOLD', reference }, filter, pageRequest(first, after)), position);
  }

  @Query(() => LookConnectionModel, { description: "What the own agency's people did, and who of any agency looked at its records, the newest first." })
  async accessLog(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => LogSearchInput, nullable: true }, new ZodPipe(logFilter)) filter: LogFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<ShownLook>> {
    return connection(await this.log.accesses(actor, filter, pageRequest(first, after)), position);
  }

  @Query(() => ChangeConnectionModel, { description: "What was changed in the own agency's records, the newest first." })
  async changeLog(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => LogSearchInput, nullable: true }, new ZodPipe(logFilter)) filter: LogFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<ChangeRow>> {
    return connection(await this.log.changes(actor, filter, pageRequest(first, after)), position);
  }
}
