import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AgencyKind, Role } from '@hub/domain/access/actor';
import { translate } from './database-error';
import { requestId } from './request-id';

export interface Account {
  readonly userId: string;
  readonly status: 'INVITED' | 'ACTIVE' | 'DISABLED';
  readonly passwordHash: string | null;
}

export interface SessionRow {
  readonly sessionId: string;
  readonly kind: 'WEB' | 'API';
  readonly expiresAt: Date;
  readonly userId: string;
  readonly displayName: string;
  readonly roles: Role[];
  readonly agencyId: string;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly agencyKind: AgencyKind;
}

export interface InvitedPerson {
  readonly email: string;
  readonly displayName: string;
  readonly agencyName: string;
  readonly agencyCode: string;
}

/**
 * Sign-in happens before any actor exists, so it cannot pass the door: it goes through the audited `security definer`
 * functions of migration 4 and nothing else (docs/adr/0002). Each call is a transaction of its own.
 */
@Injectable()
export class SignInGateway {
  constructor(private readonly source: DataSource) {}

  findAccount(email: string): Promise<Account | undefined> {
    return this.first('select user_id as "userId", status, password_hash as "passwordHash" from hub.find_sign_in($1, $2)', [email, requestId()]);
  }

  /** False when the account is no longer active. */
  async openSession(userId: string, tokenHash: string, expiresAt: Date, device: string | null): Promise<boolean> {
    const opened = await this.first<{ id: string | null }>('select hub.open_session($1, $2, $3, $4, $5, $6) as id', [userId, tokenHash, 'WEB', expiresAt, requestId(), device]);
    return typeof opened?.id === 'string';
  }

  findSession(tokenHash: string): Promise<SessionRow | undefined> {
    return this.first(
      `select session_id as "sessionId", kind, expires_at as "expiresAt", user_id as "userId", display_name as "displayName", roles,
         agency_id as "agencyId", agency_code as "agencyCode", agency_name as "agencyName", agency_kind as "agencyKind"
       from hub.session_actor($1)`, [tokenHash]);
  }

  async endSession(tokenHash: string): Promise<void> {
    await this.first('select hub.end_session($1, $2)', [tokenHash, requestId()]);
  }

  findInvited(tokenHash: string): Promise<InvitedPerson | undefined> {
    return this.first(
      'select email, display_name as "displayName", agency_name as "agencyName", agency_code as "agencyCode" from hub.find_invited($1)', [tokenHash]);
  }

  /** False when there is no such open invitation. */
  async acceptInvitation(tokenHash: string, passwordHash: string): Promise<boolean> {
    const accepted = await this.first<{ id: string | null }>('select hub.accept_invitation($1, $2, $3) as id', [tokenHash, passwordHash, requestId()]);
    return typeof accepted?.id === 'string';
  }

  async renewPasswordHash(userId: string, before: string, after: string): Promise<void> {
    await this.first('select hub.renew_password_hash($1, $2, $3)', [userId, before, after]);
  }

  async recordAttempt(keyHash: string, userId: string | null): Promise<void> {
    await this.first('select hub.record_attempt($1, $2, $3)', [keyHash, userId, requestId()]);
  }

  async countAttempts(keyHash: string, minutes: number): Promise<number> {
    const counted = await this.first<{ count: number }>('select hub.count_attempts($1, make_interval(mins => $2)) as count', [keyHash, minutes]);
    return counted?.count ?? 0;
  }

  private async first<T>(sql: string, params: unknown[]): Promise<T | undefined> {
    try {
      const found: T[] = await this.source.query(sql, params);
      return found[0];
    } catch (error) {
      throw translate(error);
    }
  }
}
