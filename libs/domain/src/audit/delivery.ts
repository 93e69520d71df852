/** What became of an answer after its look was recorded (trust.md AUD-2). */
export type Delivery = 'DELIVERED' | 'NOT_DELIVERED' | 'NOT_KNOWN_YET' | 'NOT_SENT';

/** Receipts are written in batches after the answer; a minute is more than any of them takes. */
const PATIENCE_MS = 60_000;

export interface Sending {
  readonly at: Date;
  /** It came over the network: only such a look has an answer that is sent. */
  readonly isRemote: boolean;
  readonly isReceipted: boolean;
}

export function deliveryOf({ at, isRemote, isReceipted }: Sending, now: Date): Delivery {
  if (!isRemote) return 'NOT_SENT';
  if (isReceipted) return 'DELIVERED';
  return now.getTime() - at.getTime() > PATIENCE_MS ? 'NOT_DELIVERED' : 'NOT_KNOWN_YET';
}
