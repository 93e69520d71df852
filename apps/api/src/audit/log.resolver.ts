import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { ChangeRow } from '@hub/features/audit/changes.queries';
import { logFilter, lookedAt, type LogFilter, type LookedAt } from '@hub/features/audit/inputs';
import { LogService, type ShownLook } from '@hub/features/audit/log.service';
import { CurrentActor } from '../graphql/current-actor';
import { connection, pageRequest, type Connection } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { ChangeConnectionModel, LogFilterInput, LookConnectionModel, LookedAtInput } from './look.model';

const position = ({ id }: { id: number }): string => String(id);

@Resolver()
export class LogResolver {
  constructor(private readonly log: LogService) {}

  @Query(() => LookConnectionModel, { description: 'Who has looked at a record of the own agency, the newest first. For its data protection officer and managers.' })
  async whoLooked(
    @CurrentActor() actor: Actor,
    @Args('subject', { type: () => LookedAtInput }, new ZodPipe(lookedAt)) subject: LookedAt,
    @Args('filter', { type: () => LogFilterInput, nullable: true }, new ZodPipe(logFilter)) filter: LogFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<ShownLook>> {
    return connection(await this.log.whoLooked(actor, subject, filter, pageRequest(first, after)), position);
  }

  @Query(() => LookConnectionModel, { description: "What the own agency's people did, and who of any agency looked at its records, the newest first." })
  async accessLog(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => LogFilterInput, nullable: true }, new ZodPipe(logFilter)) filter: LogFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<ShownLook>> {
    return connection(await this.log.accesses(actor, filter, pageRequest(first, after)), position);
  }

  @Query(() => ChangeConnectionModel, { description: "What was changed in the own agency's records, the newest first." })
  async changeLog(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => LogFilterInput, nullable: true }, new ZodPipe(logFilter)) filter: LogFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<ChangeRow>> {
    return connection(await this.log.changes(actor, filter, pageRequest(first, after)), position);
  }
}
