import { Redis } from 'ioredis';
import type { Config } from '@hub/platform/config';

const PATIENCE_MS = 1500;

/**
 * Whether the backend that `connectBroker` would choose answers. On PostgreSQL that is the hub's own database, which is
 * checked by itself; on Redis a short-lived connection asks.
 */
export async function brokerAnswers({ redisUrl }: Pick<Config, 'redisUrl'>): Promise<boolean> {
  if (!redisUrl) return true;
  const redis = new Redis(redisUrl, { lazyConnect: true, connectTimeout: PATIENCE_MS, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}
