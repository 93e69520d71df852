import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export const CSRF_HEADER = 'x-hub-csrf';

/** trust.md SES-4: a header that only our own page can send, bound to its session by a MAC; nothing is stored for it. */
export class CsrfTokens {
  constructor(private readonly key: Buffer) {}

  issue(sessionToken: string): string {
    const salt = randomBytes(16).toString('base64url');
    return `${salt}.${this.mac(sessionToken, salt).toString('base64url')}`;
  }

  matches(sessionToken: string, header: unknown): boolean {
    if (typeof header !== 'string' || header.length > 200) return false;
    const [salt, mac] = header.split('.', 2);
    if (!salt || !mac) return false;
    const given = Buffer.from(mac, 'base64url');
    const expected = this.mac(sessionToken, salt);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private mac(sessionToken: string, salt: string): Buffer {
    return createHmac('sha256', this.key).update(`csrf|${salt}|${sessionToken}`).digest();
  }
}
