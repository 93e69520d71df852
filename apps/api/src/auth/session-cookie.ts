import type { Request, Response } from 'express';

/**
 * trust.md SES-1. The `__Host-` prefix binds the cookie to one host over TLS; browsers refuse it on plain http, where
 * the hub serves the loopback address only and the cookie goes by its plain name.
 */
export class SessionCookie {
  private readonly name: string;

  constructor(private readonly isSecure: boolean) {
    this.name = isSecure ? '__Host-sid' : 'sid';
  }

  read(request: Request): string | null {
    for (const part of (request.headers.cookie ?? '').split(';')) {
      const [name, value] = part.trim().split('=', 2);
      if (name === this.name && value) return value;
    }
    return null;
  }

  set(response: Response, token: string): void {
    response.cookie(this.name, token, this.attributes());
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.attributes());
  }

  private attributes(): { secure: boolean; httpOnly: true; sameSite: 'lax'; path: '/' } {
    return { secure: this.isSecure, httpOnly: true, sameSite: 'lax', path: '/' };
  }
}
