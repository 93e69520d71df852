import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res, type OnModuleInit } from '@nestjs/common';
import { Refusals } from '@hub/features/agencies/refusals';
import { SignInService, type Session } from '@hub/features/agencies/sign-in.service';
import { DomainError } from '@hub/domain/errors';
import type { Response } from 'express';
import { z } from 'zod';
import type { AuthenticatedRequest } from '../graphql/context';
import { CurrentSession } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { PublicOrigin } from '../http/origin';
import { CsrfTokens } from './csrf-tokens';
import { SessionCookie } from './session-cookie';

const credentials = z.strictObject({ email: z.string().max(320), password: z.string().max(1024) });
const change = z.strictObject({ present: z.string().max(1024), password: z.string().max(1024) });
const acceptance = z.strictObject({ token: z.string().max(200), password: z.string().max(1024) });

interface SessionAnswer {
  readonly user: { displayName: string; agencyCode: string; agencyName: string; agencyKind: string; roles: readonly string[] };
  readonly csrfToken: string;
}

/** A second factor (trust.md AUTH-3) will stand between a right password and `openWith`. */
@Controller('auth')
export class AuthController implements OnModuleInit {
  constructor(
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(CsrfTokens) private readonly csrf: CsrfTokens,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
    @Inject(PublicOrigin) private readonly origin: PublicOrigin,
    @Inject(Refusals) private readonly refusals: Refusals,
  ) {}

  /** The first unknown account must not take longer to refuse than the second (trust.md AUTH-7). */
  async onModuleInit(): Promise<void> {
    await this.signIn.prepare();
  }

  @Post('sign-in')
  @HttpCode(200)
  async enter(
    @Body(new ZodPipe(credentials)) { email, password }: z.output<typeof credentials>,
    @Req() request: AuthenticatedRequest, @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    this.refuseForeignPage(request);
    const session = await this.signIn.signIn({ email, password, address: request.ip ?? '', userAgent: request.headers['user-agent'] });
    // A new id at every sign-in, and the one before it ends (trust.md SES-2).
    const before = this.cookie.read(request);
    if (before !== null) await this.signIn.end(before);
    return this.openWith(session, response);
  }

  @Get('session')
  current(@CurrentSession() session: Session): SessionAnswer {
    return this.answer(session);
  }

  @Post('sign-out')
  @HttpCode(204)
  async leave(@CurrentSession() session: Session, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.signIn.end(session.token);
    this.cookie.clear(response);
    response.set('Clear-Site-Data', '"cache", "cookies", "storage"');
  }

  /** Sets the password; the person then signs in with it. */
  @Post('invitation')
  @HttpCode(204)
  async accept(
    @Body(new ZodPipe(acceptance)) { token, password }: z.output<typeof acceptance>,
    @Req() request: AuthenticatedRequest,
  ): Promise<void> {
    this.refuseForeignPage(request);
    await this.signIn.acceptInvitation({ token, password, address: request.ip ?? '' });
  }

  /** For who is signed in with a browser; it goes on under a new session, and all others end. */
  @Post('password')
  @HttpCode(200)
  async changePassword(
    @CurrentSession() session: Session, @Body(new ZodPipe(change)) { present, password }: z.output<typeof change>,
    @Req() request: AuthenticatedRequest, @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    return this.openWith(await this.signIn.changePassword({ session, present, password, address: request.ip ?? '', userAgent: request.headers['user-agent'] }), response);
  }

  private openWith(session: Session, response: Response): SessionAnswer {
    this.cookie.set(response, session.token);
    return this.answer(session);
  }

  private answer({ actor, agencyName, token }: Session): SessionAnswer {
    const { displayName, agencyCode, agencyKind, roles } = actor;
    return { user: { displayName, agencyCode, agencyName, agencyKind, roles }, csrfToken: this.csrf.issue(token) };
  }

  /** Without a session there is no token to ask for, but a browser still says which site a request comes from. */
  private refuseForeignPage(request: AuthenticatedRequest): void {
    const comesFromPage = request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined;
    if (this.origin.hasKnownHost(request) && (!comesFromPage || this.origin.isSameOrigin(request))) return;
    this.refusals.note('auth.forged', {});
    throw new DomainError('FORBIDDEN', 'This request did not come from a page of the hub.');
  }
}
