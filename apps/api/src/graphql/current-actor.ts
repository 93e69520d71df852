import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { Session } from '@hub/features/agencies/sign-in.service';
import type { AuthenticatedRequest, GraphqlContext } from './context';
import type { Loaders } from './loaders';

/** Who asks, in resolvers and in controllers alike. */
export const CurrentActor = createParamDecorator((_: unknown, host: ExecutionContext): Actor => {
  if (host.getType<GqlContextType>() === 'graphql') return contextOf(host).actor;
  return sessionOf(host).actor;
});

/** Which of the actor's sessions asks, in resolvers. */
export const CurrentSessionId = createParamDecorator((_: unknown, host: ExecutionContext): string => contextOf(host).sessionId);

/** The session itself, in controllers of protected paths only. */
export const CurrentSession = createParamDecorator((_: unknown, host: ExecutionContext): Session => sessionOf(host));

/** The loaders of this request: `@CurrentLoaders() loaders: Loaders`. */
export const CurrentLoaders = createParamDecorator((_: unknown, host: ExecutionContext): Loaders => contextOf(host).loaders);

function sessionOf(host: ExecutionContext): Session {
  const session = host.switchToHttp().getRequest<AuthenticatedRequest>().hubSession;
  if (session === undefined) throw new Error('A protected route was reached without an actor.');
  return session;
}

function contextOf(host: ExecutionContext): GraphqlContext {
  return GqlExecutionContext.create(host).getContext<GraphqlContext>();
}
