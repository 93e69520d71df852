import type { z } from 'zod';

/** Few queues: each worker of one holds a listening connection of its own. */
export const QUEUES = ['matching', 'interchange', 'care'] as const;
export type QueueName = (typeof QUEUES)[number];

export interface Job<P = unknown> {
  readonly name: string;
  readonly queue: QueueName;
  readonly attempts: number;
  /** When a schedule adds the job by itself: a cron pattern, in UTC. */
  readonly nightly?: string;
  parse(payload: unknown): P;
}

export function defineJob<S extends z.ZodType>(name: string, payload: S, options: { queue: QueueName; attempts?: number; nightly?: string }): Job<z.output<S>> {
  return Object.freeze({ name, attempts: 5, ...options, parse: (given: unknown) => payload.parse(given) });
}
