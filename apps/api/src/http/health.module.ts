import { Module } from '@nestjs/common';
import { Readiness } from '@hub/database/readiness';
import { CONFIG, type Config } from '@hub/platform/config';
import { brokerAnswers } from '@hub/queue/broker-health';
import { HealthController } from './health.controller';
import { CHECKS, HealthService, type Check } from './health.service';

function checks(readiness: Readiness, config: Config): Check[] {
  return [
    { name: 'database', passes: () => readiness.databaseAnswers() },
    { name: 'migrations', passes: () => readiness.isMigrated() },
    { name: 'audit', passes: () => readiness.auditIsWritable() },
    { name: 'queue', passes: () => brokerAnswers(config) },
  ];
}

@Module({
  controllers: [HealthController],
  providers: [{ provide: CHECKS, useFactory: checks, inject: [Readiness, CONFIG] }, HealthService],
})
export class HealthModule {}
