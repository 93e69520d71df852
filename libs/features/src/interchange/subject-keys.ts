import type { ParsedImport } from '@hub/domain/interchange/parsed';
import type { Vault } from '@hub/database/crypto/vault';

/** The blind indexes of the children and families whom a file names. */
export function subjectKeys(vault: Vault, agencyId: string, { children, households }: ParsedImport): string[] {
  return [...new Set([
    ...children.map(({ facts }) => vault.blindIndex(agencyId, 'child', facts.externalId)),
    ...households.map(({ facts }) => vault.blindIndex(agencyId, 'family', facts.familyExternalId)),
  ])];
}
