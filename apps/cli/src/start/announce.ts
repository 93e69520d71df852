import type { CliIo } from '../command';
import { DEMO_SIGN_INS } from '../demo/sign-ins';

interface Started {
  readonly url: string;
  readonly isDemo: boolean;
  readonly seconds: number;
}

/** What whoever started the hub needs to know; the demonstration's people are invented and so are their passwords. */
export function announce(io: CliIo, { url, isDemo, seconds }: Started): void {
  io.out(`The hub is ready after ${seconds.toFixed(1)} s: ${url}`);
  if (isDemo) {
    const width = Math.max(...DEMO_SIGN_INS.map(({ email }) => email.length));
    io.out('Demonstration sign-ins (everybody is invented):');
    for (const { email, password, who } of DEMO_SIGN_INS) io.out(`  ${email.padEnd(width)}  ${password}  ${who}`);
  }
  io.out('Ctrl-C stops it.');
}
