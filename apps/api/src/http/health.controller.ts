import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { HealthService } from './health.service';

@Controller()
export class HealthController {
  constructor(@Inject(HealthService) private readonly health: HealthService) {}

  /** The process alone: it answers, so it lives. */
  @Get('healthz')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ status: 'ok' | 'failed'; checks: Record<string, 'ok' | 'failed'> }> {
    const { isReady, checks } = await this.health.readiness();
    response.status(isReady ? 200 : 503);
    return { status: isReady ? 'ok' : 'failed', checks };
  }
}
