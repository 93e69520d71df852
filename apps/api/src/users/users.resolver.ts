import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { AgenciesService, type ViewerSummary } from '@hub/features/agencies/agencies.service';
import { newUser, userChange, userId, type NewUser, type UserChange } from '@hub/features/agencies/inputs';
import type { UserSummary } from '@hub/features/agencies/users.queries';
import { UsersService, type Invited } from '@hub/features/agencies/users.service';
import { CONFIG, type Config } from '@hub/platform/config';
import { CurrentActor } from '../graphql/current-actor';
import { offsetConnection, offsetRequest, type Connection } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { InvitedUserModel, UserConnectionModel, UserModel, ViewerModel } from './user.model';
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

  @Query(() => UserModel, { name: 'user' })
  findUser(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }, new ZodPipe(userId)) id: string): Promise<UserSummary> {
    return this.users.find(actor, id);
  }

  @Mutation(() => InvitedUserModel)
  createUser(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => CreateUserInput }, new ZodPipe(newUser)) input: NewUser,
  ): Promise<Invited> {
    return this.users.create(actor, input);
  }

  @Mutation(() => UserModel, { description: 'Disabling ends the sessions and API tokens of the person at once.' })
  changeUser(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => ChangeUserInput }, new ZodPipe(userChange)) input: UserChange,
  ): Promise<UserSummary> {
    return this.users.change(actor, input);
  }

  @Mutation(() => InvitedUserModel, { description: 'For a lost invitation or a forgotten password: the one before, the password, sessions and API tokens end at once.' })
  reinviteUser(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }, new ZodPipe(userId)) id: string): Promise<Invited> {
    return this.users.reinvite(actor, id);
  }

  @Mutation(() => Int, { description: 'Signs the person out of every browser; answers of how many.' })
  endUserSessions(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }, new ZodPipe(userId)) id: string): Promise<number> {
    return this.users.endSessions(actor, id);
  }
}
