import { DomainError } from '@hub/domain/errors';
import { owning } from './data-source';
import { translate } from './database-error';

export interface FirstAdministrator {
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly regionBand: string;
  readonly email: string;
  readonly displayName: string;
  /** SHA-256 in hex of the one-time token that sets the password. */
  readonly tokenHash: string;
  readonly expiresAt: Date;
}

/** The hub's agency and its first administrator, invited. Refused once an administrator is active (trust.md AUTH-10). */
export async function createFirstAdministrator(ownerUrl: string, wish: FirstAdministrator): Promise<string> {
  const source = await owning(ownerUrl).initialize();
  try {
    const [made] = (await source.query('select hub.create_first_administrator($1, $2, $3, $4, $5, $6, $7) as id', [
      wish.agencyCode, wish.agencyName, wish.regionBand, wish.email, wish.displayName, wish.tokenHash, wish.expiresAt,
    ])) as { id: string }[];
    if (!made) throw new DomainError('INTERNAL_SERVER_ERROR', 'No administrator was made.');
    return made.id;
  } catch (error) {
    const known = translate(error);
    throw known instanceof DomainError && known.code === 'CONFLICT' ? new DomainError('CONFLICT', 'There is an administrator already.') : known;
  } finally {
    await source.destroy();
  }
}
