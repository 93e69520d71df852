import { AsyncResource } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { Refusals, type RefusalAction } from '@hub/features/agencies/refusals';
import { SignInService, type SessionKind } from '@hub/features/agencies/sign-in.service';
import type { NextFunction, Response } from 'express';
import type { AuthenticatedRequest } from '../graphql/context';
import { PublicOrigin } from '../http/origin';
import { refuse } from '../http/refuse';
import { CSRF_HEADER, CsrfTokens } from './csrf-tokens';
import { SessionCookie } from './session-cookie';

interface Credential {
  readonly kind: SessionKind;
  readonly token: string;
}

/** Cookie or bearer token to actor. Nothing behind it runs for a caller who is not known. */
@Injectable()
export class Authenticator {
  constructor(
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(CsrfTokens) private readonly csrf: CsrfTokens,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
    @Inject(PublicOrigin) private readonly origin: PublicOrigin,
    @Inject(Refusals) private readonly refusals: Refusals,
  ) {}

  /** Express middleware for the protected paths. */
  readonly guard = (request: AuthenticatedRequest, response: Response, next: NextFunction): void => {
    this.admit(request, response).then((admitted) => { if (admitted) next(); }, next);
  };

  /** Puts the session on the request, or answers the request and says false. */
  async admit(request: AuthenticatedRequest, response: Response): Promise<boolean> {
    response.set('Cache-Control', 'no-store');
    const credentials = this.credentialsOf(request);
    const credential = credentials[0];
    const refused = (status: keyof typeof CODES, message: string, action?: RefusalAction): false => {
      if (action) this.refusals.note(action, credential ? { token: credential.token } : {});
      refuse(request, response, status, CODES[status], message);
      return false;
    };
    if (!this.origin.hasKnownHost(request)) return refused(403, 'This is not an address of the hub.', 'auth.forged');
    if (credentials.length > 1) return refused(400, 'Send a cookie or a bearer token, not both.', 'auth.forged');
    // Nobody tries anything by not being signed in: no row.
    if (credential === undefined) return refused(401, 'Sign in first.');
    if (credential.kind === 'WEB' && !this.isOwnPage(request, credential.token)) return refused(403, 'This request did not come from a page of the hub.', 'auth.forged');
    const session = await this.signIn.session(credential.token, credential.kind);
    if (session === null) return refused(401, 'The session has ended. Sign in again.', 'auth.noSession');
    request.hubSession = session;
    const { userId } = session.actor;
    // What the parsers, Apollo or a limit refuse before any resolver or controller runs.
    response.once('finish', AsyncResource.bind(() => { if (isUntaken(request, response)) this.refusals.note('api.refused', { userId }); }));
    return true;
  }

  private credentialsOf(request: AuthenticatedRequest): Credential[] {
    const found: Credential[] = [];
    const cookie = this.cookie.read(request);
    if (cookie !== null) found.push({ kind: 'WEB', token: cookie });
    const header = request.headers.authorization;
    if (header !== undefined) found.push({ kind: 'API', token: /^Bearer ([\w-]{20,200})$/i.exec(header)?.[1] ?? '' });
    return found;
  }

  private isOwnPage(request: AuthenticatedRequest, token: string): boolean {
    if (request.method === 'GET' || request.method === 'HEAD') return true;
    return this.origin.isSameOrigin(request) && this.csrf.matches(token, request.headers[CSRF_HEADER]);
  }
}

function isUntaken({ originalUrl }: AuthenticatedRequest, { statusCode }: Response): boolean {
  return [413, 415].includes(statusCode) || (originalUrl.startsWith('/graphql') && [400, 405].includes(statusCode));
}

const CODES = { 400: 'INVALID_INPUT', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN' } as const;
