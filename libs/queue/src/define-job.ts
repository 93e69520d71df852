import type { z } from 'zod';

/** Few queues: each worker of one holds a listening connection of its own. */
export const QUEUES = ['matching', 'interchange', 'care', 'mail'] as const;
export type QueueName = (typeof QUEUES)[number];

export interface Job<P = unknown> {
  readonly name: string;
  readonly queue: QueueName;
  readonly attempts: number;
  /** Done once a day without anybody asking, within the hour from this one on, in England: 0 is the first hour of the day. */
  readonly daily?: number;
  /** The same, once an hour. */
  readonly hourly?: boolean;
  parse(payload: unknown): P;
}

export function defineJob<S extends z.ZodType>(name: string, payload: S, options: { queue: QueueName; attempts?: number; daily?: number; hourly?: boolean }): Job<z.output<S>> {
  return Object.freeze({ name, attempts: 5, ...options, parse: (given: unknown) => payload.parse(given) });
}
