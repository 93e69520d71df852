import { DomainError } from '@hub/domain/errors';

const LOST = {
  AGENCY_KEY: 'The key that opens this agency’s identity records is not in the key file.',
  SHARE_FILE: 'The file with this agency’s record shares is missing, or belongs to another key file.',
  SHARE: 'The share of this record is not in the agency’s share file: that file is damaged, or an older copy.',
} as const;

export type LostKey = keyof typeof LOST;

/** One agency's loss: what is lost, that nothing else is, and what to do (trust.md BAK-3). */
export function keyUnavailable(what: LostKey, keyId?: Buffer): DomainError {
  return new DomainError('KEY_UNAVAILABLE', `${LOST[what]} No other agency is affected. Whoever runs the hub can put the copy back: docs/operations.md, Keys.`,
    { what, ...(keyId && { key: keyId.toString('hex') }) });
}

export function recordDestroyed(): DomainError {
  return new DomainError('RECORD_DESTROYED', 'The identity in this record was destroyed on request, after two people decided so. Nobody can read it again.');
}

/** For reads over several agencies, which go on without what the loss of one closes. */
export const isKeyLoss = (error: unknown): boolean => error instanceof DomainError && error.code === 'KEY_UNAVAILABLE';
