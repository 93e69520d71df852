import { useState } from 'react';
import type { Answer } from './auth';

/** An idempotency key for a form, and what to tell of each answer: the key stays until the hub has answered, so that what is sent again after the network was away is done once. */
export function useOnceKey(): [key: string, answered: (answer: Answer<unknown>) => void] {
  const [key, setKey] = useState(() => crypto.randomUUID());
  return [key, (answer) => { if (answer.ok || answer.error.code !== 'OFFLINE') setKey(crypto.randomUUID()); }];
}
