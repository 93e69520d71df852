import type { Config } from '@hub/platform/config';
import type { Request } from 'express';

/** Where browsers reach the hub, and what follows from it. */
export class PublicOrigin {
  /** Set behind a proxy with TLS; without it the hub answers on the loopback address alone. */
  private readonly declared: URL | null;

  constructor(config: Pick<Config, 'publicUrl'>) {
    this.declared = config.publicUrl === undefined ? null : new URL(config.publicUrl);
  }

  get isBehindProxy(): boolean {
    return this.declared !== null;
  }

  get isSecure(): boolean {
    return this.declared?.protocol === 'https:';
  }

  /** A page of another site that points its own name at 127.0.0.1 sends that name as Host: refuse it. */
  hasKnownHost(request: Request): boolean {
    const host = request.headers.host ?? '';
    return host === this.declared?.host || isLoopback(host);
  }

  /** trust.md SES-4: a browser names where a request comes from, in one header or both; a contradiction is a refusal. */
  isSameOrigin(request: Request): boolean {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin') return false;
    const origin = request.headers.origin;
    if (origin === undefined) return site === 'same-origin';
    return origin === this.declared?.origin || (this.declared === null && origin === `http://${request.headers.host}`);
  }
}

function isLoopback(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host);
}
