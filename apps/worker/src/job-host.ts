import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { CONFIG, requireDatabaseUrl, type Config } from '@hub/platform/config';
import { Logger } from '@hub/platform/logger';
import { connectBroker, type Broker, type BrokerQueue, type BrokerWorker } from '@hub/queue/backend';
import { QUEUES, type QueueName } from '@hub/queue/define-job';
import { JOBS } from '@hub/queue/jobs';
import { Outbox } from '@hub/queue/outbox';
import { OutboxSignal } from '@hub/queue/outbox-signal';
import { checkProcessors, JobRunner, type JobProcessor } from '@hub/queue/run-jobs';
import { OutboxRelay } from './outbox-relay';
import { addScheduledJobs } from './schedules';

export const PROCESSORS = 'PROCESSORS';

const HOUR = 3_600_000;

/** Holds the queues, the relay and the workers of this process, and opens and closes them in the right order. */
@Injectable()
export class JobHost {
  private readonly broker: Broker;
  private readonly queues: Map<QueueName, BrokerQueue>;
  private readonly runner: JobRunner;
  private readonly relay: OutboxRelay;
  private readonly signal: OutboxSignal;
  private workers: BrokerWorker[] = [];
  private hourly: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(PROCESSORS) processors: readonly JobProcessor[],
    door: UnitOfWork,
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {
    this.broker = connectBroker(config);
    this.queues = new Map(QUEUES.map((name) => [name, this.broker.queue(name)]));
    for (const queue of this.queues.values()) queue.on('error', (error) => logger.failure('queue trouble', error, { queue: queue.name }));
    const outbox = new Outbox(door);
    this.runner = new JobRunner(checkProcessors(JOBS, processors), outbox, logger);
    this.relay = new OutboxRelay(outbox, this.queues, this.runner, logger, config.queue.recheckMs);
    this.signal = new OutboxSignal(requireDatabaseUrl(config), this.relay.wake);
  }

  get kind(): string {
    return this.broker.kind;
  }

  async start(): Promise<void> {
    this.workers = this.runner.start(this.broker);
    await Promise.all([...this.workers, ...this.queues.values()].map((part) => part.waitUntilReady()));
    await this.signal.open();
    this.relay.start();
    await this.addScheduledJobs();
    this.hourly = setInterval(() => void this.addScheduledJobs().catch((error: unknown) => this.logger.failure('scheduled jobs not added', error)), HOUR);
  }

  private addScheduledJobs(): Promise<void> {
    return addScheduledJobs(this.queues, { today: this.clock.today(), hour: this.clock.hour() });
  }

  /** Takes nothing new, finishes what is in hand, then lets go of the connections. */
  async stop(): Promise<void> {
    clearInterval(this.hourly);
    await this.signal.close();
    await this.relay.stop();
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.broker.close();
  }
}
