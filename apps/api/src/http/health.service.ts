import { Inject, Injectable } from '@nestjs/common';

/** One thing that must work before the hub takes requests; true when it does. */
export interface Check {
  readonly name: string;
  readonly passes: () => Promise<boolean>;
}

export const CHECKS = 'HEALTH_CHECKS';

/** trust.md REL-12: readiness names what is missing, and nothing more. */
@Injectable()
export class HealthService {
  private isStopping = false;

  constructor(@Inject(CHECKS) private readonly checks: readonly Check[]) {}

  beginStopping(): void {
    this.isStopping = true;
  }

  async readiness(): Promise<{ isReady: boolean; checks: Record<string, 'ok' | 'failed'> }> {
    const outcomes = await Promise.all(this.checks.map(async ({ name, passes }) => [name, (await passes().catch(() => false)) ? 'ok' : 'failed'] as const));
    const checks: Record<string, 'ok' | 'failed'> = Object.fromEntries(outcomes);
    if (this.isStopping) checks['running'] = 'failed';
    return { isReady: Object.values(checks).every((outcome) => outcome === 'ok'), checks };
  }
}
