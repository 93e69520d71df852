import type { Actor } from '@hub/domain/access/actor';
import DataLoader from 'dataloader';

/** Answers many keys at once, in a `UnitOfWork.run` of its own. Keys that are missing from the map read as null. */
export type Batch<K, V> = (actor: Actor, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>;

const MOST_KEYS = 100;

/**
 * The loaders of one request. A resolver class keeps its batch function in a field and asks
 * `loaders.load(this.peopleByIds, id)`: the same function object means the same loader.
 */
export class Loaders {
  private readonly loaders = new Map<unknown, DataLoader<unknown, unknown>>();

  constructor(private readonly actor: Actor) {}

  load<K, V>(batch: Batch<K, V>, key: K): Promise<V | null> {
    let loader = this.loaders.get(batch) as DataLoader<K, V | null> | undefined;
    if (loader === undefined) {
      loader = new DataLoader<K, V | null>((keys) => this.answer(batch, keys), { maxBatchSize: MOST_KEYS });
      this.loaders.set(batch, loader as DataLoader<unknown, unknown>);
    }
    return loader.load(key);
  }

  private async answer<K, V>(batch: Batch<K, V>, keys: readonly K[]): Promise<(V | null)[]> {
    const found = await batch(this.actor, keys);
    return keys.map((key) => found.get(key) ?? null);
  }
}
