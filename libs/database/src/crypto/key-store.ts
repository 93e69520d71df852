/** What a key is for; each purpose has one of its own (trust.md SEC-2). CSRF and throttling draw theirs from the secret file. */
export type KeyPurpose = 'BLIND_INDEX' | 'AUDIT_SIGNING';

/** One version of an agency's key, which wraps the data keys of its records. */
export interface AgencyKey {
  readonly version: number;
  /** Eight bytes drawn from the key itself: they tell which key wrapped a data key, and nothing about the key. */
  readonly id: Buffer;
  /** 256 bits. */
  readonly key: Buffer;
  /** YYYY-MM-DD. */
  readonly made: string;
}

/** How many records of an agency have their share, and of how many it was destroyed. */
export interface ShareCount {
  readonly held: number;
  readonly destroyed: number;
}

/**
 * Where keys live: outside the database (trust.md FLD-5), in files unless another implementation is given. Whoever loses it
 * loses every identity; whoever steals the database alone learns none. Every call answers from what is true now, whichever
 * process changed it last. A key or share that is missing throws KEY_UNAVAILABLE, one that was destroyed RECORD_DESTROYED.
 */
export abstract class KeyStore {
  abstract purposeKey(purpose: KeyPurpose): Buffer;

  /** The agency's newest key: new data keys are wrapped by it. Made on first use, and never in the place of a lost one. */
  abstract currentKey(agencyId: string): AgencyKey;

  /** The live key with this id; without an id the agency's first. */
  abstract keyOf(agencyId: string, id?: Buffer): AgencyKey;

  /** All live keys, newest first; none where the agency's are lost or were never made. */
  abstract keys(agencyId: string): readonly AgencyKey[];

  abstract addKey(agencyId: string): AgencyKey;

  /** Takes a version out of the store. What it still wraps stays wrapped for ever. */
  abstract retireKey(agencyId: string, version: number): void;

  /** Makes the shares of records that have none, in one go: the part of a record's key that backups of the database lack. */
  abstract addShares(agencyId: string, rowIds: readonly string[]): void;

  /** A record's share: 256 bits. */
  abstract share(agencyId: string, rowId: string): Buffer;

  /** Whether the record's share was destroyed. */
  abstract isDestroyed(agencyId: string, rowId: string): boolean;

  /** Overwrites shares for ever (trust.md FLD-6); answers how many there were. */
  abstract destroyShares(agencyId: string, rowIds: readonly string[]): number;

  abstract countShares(agencyId: string): ShareCount;
}
