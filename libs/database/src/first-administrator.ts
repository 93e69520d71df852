import { DomainError } from '@hub/domain/errors';
import { owning } from './data-source';
import { translate } from './database-error';

/** What an administrator gets to set a password with. */
export interface OneTimeToken {
  /** SHA-256 in hex. */
  readonly tokenHash: string;
  readonly expiresAt: Date;
}

export interface FirstAdministrator extends OneTimeToken {
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly regionBand: string;
  readonly email: string;
  readonly displayName: string;
}

/** The hub's agency and its first administrator, invited. Refused once an administrator is active (trust.md AUTH-10). */
export async function createFirstAdministrator(ownerUrl: string, wish: FirstAdministrator): Promise<string> {
  const made = await asOwner(ownerUrl, 'select hub.create_first_administrator($1, $2, $3, $4, $5, $6, $7) as id', [
    wish.agencyCode, wish.agencyName, wish.regionBand, wish.email, wish.displayName, wish.tokenHash, wish.expiresAt,
  ]).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'CONFLICT' ? new DomainError('CONFLICT', 'There is an administrator already. One who forgot the password: hub admin reinvite.') : error;
  });
  if (made === null) throw new DomainError('INTERNAL_SERVER_ERROR', 'No administrator was made.');
  return made;
}

/** A new invitation for an administrator of the hub; password, sessions, API tokens and any invitation before it end. */
export async function reinviteAdministrator(ownerUrl: string, { email, tokenHash, expiresAt }: OneTimeToken & { readonly email: string }): Promise<void> {
  const invited = await asOwner(ownerUrl, 'select hub.reinvite_administrator($1, $2, $3) as id', [email, tokenHash, expiresAt]);
  if (invited === null) throw new DomainError('NOT_FOUND', 'No administrator of the hub who is not disabled has this address.');
}

async function asOwner(ownerUrl: string, sql: string, params: readonly unknown[]): Promise<string | null> {
  const source = await owning(ownerUrl).initialize();
  try {
    const [answer] = (await source.query(sql, [...params])) as { id: string | null }[];
    return answer?.id ?? null;
  } catch (error) {
    throw translate(error);
  } finally {
    await source.destroy();
  }
}
