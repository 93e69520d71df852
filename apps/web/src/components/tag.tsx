import type { ReactNode } from 'react';

export type Tone = 'green' | 'amber' | 'blue' | 'grey' | 'red' | 'plum';

/** A status in words; the colour only repeats it. */
export function Tag({ tone = 'grey', children }: { tone?: Tone; children: ReactNode }) {
  return <strong className={`hub-tag hub-tag--${tone}`}>{children}</strong>;
}
