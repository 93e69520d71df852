import type { Actor } from '@hub/domain/access/actor';
import type { Request } from 'express';
import type { Session } from '@hub/features/agencies/sign-in.service';
import { Loaders } from './loaders';

/** What every resolver may know. A fresh literal per request: nothing of one caller can reach the next. */
export interface GraphqlContext {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly loaders: Loaders;
}

/** The request after `authenticate` let it through; without a session nothing protected is ever reached. */
export type AuthenticatedRequest = Request & { hubSession?: Session };

export function createContext({ req }: { req: AuthenticatedRequest }): GraphqlContext {
  if (req.hubSession === undefined) throw new Error('A GraphQL request passed without an actor.');
  const { actor, id: sessionId } = req.hubSession;
  return { actor, sessionId, loaders: new Loaders(actor) };
}
