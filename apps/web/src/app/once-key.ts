import { useState } from 'react';
import type { Answer } from './auth';

/** An idempotency key for a form, and what to tell of each answer: the key stays until the hub says that it is done, so that what is sent again after an answer got lost, at the hub or before it, is done once. */
export function useOnceKey(): [key: string, answered: (answer: Answer<unknown>) => void] {
  const [key, setKey] = useState(() => crypto.randomUUID());
  return [key, (answer) => { if (answer.ok) setKey(crypto.randomUUID()); }];
}
