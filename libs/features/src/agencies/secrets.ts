import { createHash, randomBytes } from 'node:crypto';

const DAY_MS = 24 * 60 * 60 * 1000;
export const INVITATION_MS = 7 * DAY_MS;
export const API_TOKEN_MS = 90 * DAY_MS;

/** 256 random bits: what a cookie, an API token or an invitation carries. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of it. The secret is random, so a plain hash cannot be guessed back (trust.md SES-1). */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
