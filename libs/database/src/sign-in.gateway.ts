import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AgencyKind, Role } from '@hub/domain/access/actor';
import { translate } from './database-error';
import { clientAddress, requestId } from './request-id';

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

/** Requests of one kind, by or in the name of one person, that were refused; as the log keeps them. */
export interface RefusalRow {
  readonly action: string;
  readonly userId: string | null;
  readonly requestId: string;
  readonly address: string | null;
  readonly count: number;
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
    return this.first('select user_id as "userId", status, password_hash as "passwordHash" from hub.find_sign_in($1, $2, $3::inet)', [email, requestId(), clientAddress()]);
  }

  /** False when the account is no longer active. */
  async openSession(userId: string, tokenHash: string, expiresAt: Date, device: string | null): Promise<boolean> {
    const opened = await this.first<{ id: string | null }>('select hub.open_session($1, $2, $3, $4, $5, $6, $7::inet) as id',
      [userId, tokenHash, 'WEB', expiresAt, requestId(), device, clientAddress()]);
    return typeof opened?.id === 'string';
  }

  findSession(tokenHash: string): Promise<SessionRow | undefined> {
    return this.first(
      `select session_id as "sessionId", kind, expires_at as "expiresAt", user_id as "userId", display_name as "displayName", roles,
         agency_id as "agencyId", agency_code as "agencyCode", agency_name as "agencyName", agency_kind as "agencyKind"
       from hub.session_actor($1)`, [tokenHash]);
  }

  async endSession(tokenHash: string): Promise<void> {
    await this.first('select hub.end_session($1, $2, $3::inet)', [tokenHash, requestId(), clientAddress()]);
  }

  findInvited(tokenHash: string): Promise<InvitedPerson | undefined> {
    return this.first(
      'select email, display_name as "displayName", agency_name as "agencyName", agency_code as "agencyCode" from hub.find_invited($1)', [tokenHash]);
  }

  /** False when there is no such open invitation. */
  async acceptInvitation(tokenHash: string, passwordHash: string): Promise<boolean> {
    const accepted = await this.first<{ id: string | null }>('select hub.accept_invitation($1, $2, $3, $4::inet) as id', [tokenHash, passwordHash, requestId(), clientAddress()]);
    return typeof accepted?.id === 'string';
  }

  async renewPasswordHash(userId: string, before: string, after: string): Promise<void> {
    await this.first('select hub.renew_password_hash($1, $2, $3)', [userId, before, after]);
  }

  /** Counts a failure under each key. `action`: what was tried, as the log calls it. */
  async recordAttempt(keyHashes: readonly string[], userId: string | null, action: string): Promise<void> {
    await this.first('select hub.record_attempt($1, $2, $3, $4, $5::inet)', [keyHashes, userId, action, requestId(), clientAddress()]);
  }

  async countAttempts(keyHash: string, minutes: number): Promise<number> {
    const counted = await this.first<{ count: number }>('select hub.count_attempts($1, make_interval(mins => $2)) as count', [keyHash, minutes]);
    return counted?.count ?? 0;
  }

  /** Whom a refused request names, if anybody. */
  async personNamed({ email, tokenHash }: { readonly email?: string; readonly tokenHash?: string }): Promise<string | null> {
    return (await this.first<{ id: string | null }>('select hub.person_named($1, $2) as id', [email ?? null, tokenHash ?? null]))?.id ?? null;
  }

  async noteRefusal({ action, userId, requestId: request, address, count }: RefusalRow): Promise<void> {
    await this.first('select hub.note_refusal($1, $2, $3, $4::inet, $5)', [action, userId, request, address, count]);
  }

  /** Of who is signed in with this token. */
  findOwnPassword(tokenHash: string): Promise<{ readonly email: string; readonly passwordHash: string } | undefined> {
    return this.first('select email, password_hash as "passwordHash" from hub.own_password($1)', [tokenHash]);
  }

  /** Ends every session and API token of the person. False when the session or the old hash is not what it was. */
  async changePassword(tokenHash: string, before: string, after: string): Promise<boolean> {
    const changed = await this.first<{ id: string | null }>('select hub.change_password($1, $2, $3, $4, $5::inet) as id', [tokenHash, before, after, requestId(), clientAddress()]);
    return typeof changed?.id === 'string';
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
