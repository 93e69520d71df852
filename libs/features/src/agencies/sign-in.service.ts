import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { deviceOf } from '@hub/domain/access/device';
import { DomainError, invalid } from '@hub/domain/errors';
import { SignInGateway, type Account } from '@hub/database/sign-in.gateway';
import { Clock } from '@hub/platform/clock';
import { hashOfNobody, hashPassword, isWeaker, matchesPassword } from './passwords';
import { passwordIssues } from './password-policy';
import { hashOfSecret, newSecret } from './secrets';
import { SignInThrottle } from './sign-in-throttle';

/** trust.md SES-3: the absolute end; thirty idle minutes end it sooner, in hub.session_actor. */
const WEB_SESSION_MS = 12 * 60 * 60 * 1000;

export type SessionKind = 'WEB' | 'API';

export interface Session {
  readonly id: string;
  readonly kind: SessionKind;
  /** What the cookie or the Authorization header carries; it is never stored. */
  readonly token: string;
  readonly actor: Actor;
  readonly agencyName: string;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  /** The browser's header, if any; of it the session keeps a word or two of ours. */
  readonly userAgent?: string;
}

export interface PasswordChange {
  /** The one that asks. */
  readonly session: Session;
  readonly present: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent?: string;
}

@Injectable()
export class SignInService {
  constructor(
    @Inject(SignInGateway) private readonly gateway: SignInGateway,
    @Inject(SignInThrottle) private readonly throttle: SignInThrottle,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async prepare(): Promise<void> {
    await hashOfNobody();
  }

  /** One answer for an unknown account, a wrong password and an account that is not active (trust.md AUTH-7). */
  async signIn({ email, password, address, userAgent }: Credentials): Promise<Session> {
    const name = email.trim().toLowerCase();
    const session = await this.throttle.guard({ action: 'auth.signIn', account: name, address }, async () => {
      const account = await this.gateway.findAccount(name);
      const isRight = await matchesPassword(account?.passwordHash ?? (await hashOfNobody()), password);
      const admitted = isRight && account?.status === 'ACTIVE' ? await this.open(account, password, deviceOf(userAgent ?? '')) : null;
      return { result: admitted, userId: account?.userId ?? null };
    });
    if (session === null) throw new DomainError('UNAUTHENTICATED', 'The email address or the password is not right.');
    return session;
  }

  /** The live session of a token, or null. A cookie's token is no bearer token, nor the other way round. */
  async session(token: string, kind: SessionKind): Promise<Session | null> {
    const found = await this.gateway.findSession(hashOfSecret(token));
    if (found === undefined || found.kind !== kind) return null;
    const { sessionId: id, userId, displayName, roles, agencyId, agencyCode, agencyKind, agencyName } = found;
    return { id, kind, token, agencyName, actor: { kind: 'user', userId, displayName, roles, agencyId, agencyCode, agencyKind } };
  }

  async end(token: string): Promise<void> {
    await this.gateway.endSession(hashOfSecret(token));
  }

  /** Sets the password. The token works once. */
  async acceptInvitation({ token, password, address }: { token: string; password: string; address: string }): Promise<void> {
    const accepted = await this.throttle.guard({ action: 'auth.acceptInvitation', account: 'invitation', address }, async () => {
      const failure = { result: null, userId: null };
      const invited = await this.gateway.findInvited(hashOfSecret(token));
      if (invited === undefined) return failure;
      const issues = passwordIssues(password, invited);
      if (issues.length > 0) throw invalid(issues);
      const isAccepted = await this.gateway.acceptInvitation(hashOfSecret(token), await hashPassword(password));
      return isAccepted ? { result: true, userId: null } : failure;
    });
    if (accepted === null) throw new DomainError('UNAUTHENTICATED', 'This invitation is not valid any more. Ask your administrator for a new one.');
  }

  /**
   * A person's own new password, for the present one. All that was open under the old one ends, in browsers and programs; the browser that
   * asked gets a session of its own (trust.md SES-2).
   */
  async changePassword({ session, present, password, address, userAgent }: PasswordChange): Promise<Session> {
    const [tokenHash, { actor, agencyName }] = [hashOfSecret(session.token), session];
    const own = await this.gateway.findOwnPassword(tokenHash);
    if (own === undefined) throw new DomainError('UNAUTHENTICATED', 'Sign in with a browser first.');
    const changed = await this.throttle.guard({ action: 'auth.changePassword', account: own.email, address }, async () => {
      const failure = { result: null, userId: actor.userId };
      if (!(await matchesPassword(own.passwordHash, present))) return failure;
      const issues = password === present ? [{ path: 'password', message: 'Choose another than your present password.' }] : passwordIssues(password, { ...own, ...actor, agencyName });
      if (issues.length > 0) throw invalid(issues);
      const isChanged = await this.gateway.changePassword(tokenHash, own.passwordHash, await hashPassword(password));
      return isChanged ? { result: true, userId: actor.userId } : failure;
    });
    if (changed === null) throw invalid([{ path: 'present', message: 'This is not your present password.' }]);
    const opened = await this.open({ userId: actor.userId, passwordHash: null }, password, deviceOf(userAgent ?? ''));
    if (opened === null) throw new DomainError('UNAUTHENTICATED', 'The password is changed. Sign in with it.');
    return opened;
  }

  private async open({ userId, passwordHash }: Pick<Account, 'userId' | 'passwordHash'>, password: string, device: string | null): Promise<Session | null> {
    const token = newSecret();
    const expiresAt = new Date(this.clock.now().getTime() + WEB_SESSION_MS);
    if (!(await this.gateway.openSession(userId, hashOfSecret(token), expiresAt, device))) return null;
    // With the password at hand an older, weaker hash is renewed (trust.md AUTH-1).
    if (passwordHash !== null && isWeaker(passwordHash)) await this.gateway.renewPasswordHash(userId, passwordHash, await hashPassword(password));
    return this.session(token, 'WEB');
  }
}
