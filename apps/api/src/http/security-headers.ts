import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

const NOTHING = ["'none'"];
const OURS = ["'self'"];

/** trust.md HDR-1 and HDR-2: no inline code, no frame, no third party; the same set on every answer. */
export function securityHeaders(): (request: Request, response: Response, next: NextFunction) => void {
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: NOTHING, scriptSrc: OURS, styleSrc: OURS, imgSrc: OURS, fontSrc: OURS, connectSrc: OURS, manifestSrc: OURS,
        objectSrc: NOTHING, baseUri: NOTHING, frameAncestors: NOTHING, formAction: OURS,
        requireTrustedTypesFor: ["'script'"], trustedTypes: NOTHING, reportUri: ['/csp-report'],
      },
    },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    xPoweredBy: true,
  });
  return (request, response, next) => {
    response.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    set(request, response, next);
  };
}
