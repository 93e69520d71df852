import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';

/** Where an import happens: whose records, on which day, and whether anything is written. */
export interface ImportRun {
  readonly tx: Tx;
  readonly vault: Vault;
  readonly actor: Actor;
  readonly today: IsoDate;
  /** False is the dry run. */
  readonly writes: boolean;
}
