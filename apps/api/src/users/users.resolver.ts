import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { AgenciesService, type ViewerSummary } from '@hub/features/agencies/agencies.service';
import { newUser, tokenLabel, userChange, type NewUser, type UserChange } from '@hub/features/agencies/inputs';
import type { UserSummary } from '@hub/features/agencies/users.queries';
import { UsersService } from '@hub/features/agencies/users.service';
import { CONFIG, type Config } from '@hub/platform/config';
import { CurrentActor } from '../graphql/current-actor';
import { offsetConnection, offsetRequest, type Connection } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { CreatedApiTokenModel, CreatedUserModel, UserConnectionModel, UserModel, ViewerModel } from './user.model';
import { ChangeUserInput, CreateUserInput } from './users.input';

@Resolver()
export class UsersResolver {
  constructor(
    private readonly users: UsersService,
    private readonly agencies: AgenciesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => ViewerModel)
  async viewer(@CurrentActor() actor: Actor): Promise<ViewerSummary & { demonstration: boolean }> {
    return { ...(await this.agencies.viewer(actor)), demonstration: this.config.demo };
  }

  @Query(() => UserConnectionModel, { name: 'users' })
  async listUsers(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<UserSummary>> {
    const { limit, offset } = offsetRequest(first, after);
    const { users, totalCount } = await this.users.list(actor, limit, offset);
    return offsetConnection(users, totalCount, offset);
  }

  @Mutation(() => CreatedUserModel)
  createUser(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => CreateUserInput }, new ZodPipe(newUser)) input: NewUser,
  ): Promise<{ user: UserSummary; invitationToken: string }> {
    return this.users.create(actor, input);
  }

  @Mutation(() => UserModel, { description: 'Disabling ends the sessions and API tokens of the person at once.' })
  changeUser(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => ChangeUserInput }, new ZodPipe(userChange)) input: UserChange,
  ): Promise<UserSummary> {
    return this.users.change(actor, input);
  }

  @Mutation(() => CreatedApiTokenModel)
  createApiToken(
    @CurrentActor() actor: Actor,
    @Args('label', { type: () => String }, new ZodPipe(tokenLabel)) label: string,
  ): Promise<{ label: string; token: string; expiresAt: Date }> {
    return this.users.createApiToken(actor, label);
  }
}
