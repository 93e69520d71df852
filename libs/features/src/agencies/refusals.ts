import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { networkOf } from '@hub/domain/access/network';
import { clientAddress, requestId } from '@hub/database/request-id';
import { SignInGateway, type RefusalRow } from '@hub/database/sign-in.gateway';
import { Clock } from '@hub/platform/clock';
import { Logger } from '@hub/platform/logger';
import { hashOfSecret } from './secrets';

/**
 * auth.throttled: too many attempts to sign in; auth.forged: a request that no page of the hub sends; auth.noSession: a session or token
 * that has ended or never was; api.refused: over a limit, or not an operation of this API.
 */
export type RefusalAction = 'auth.throttled' | 'auth.forged' | 'auth.noSession' | 'api.refused';

/** In whose name it came, as far as it says. */
export interface Named {
  readonly userId?: string;
  readonly email?: string;
  readonly token?: string;
}

const QUARTER_MS = 15 * 60_000;
const LOOK_MS = 60_000;
/** Rows of one kind in a quarter of an hour; what comes from further people and networks is one more row together. */
const MOST_ROWS = 200;

interface Tally {
  readonly quarter: number;
  readonly row: Omit<RefusalRow, 'count'>;
  /** Since the row that told of the first. */
  more: number;
}

/**
 * Leaves rows in the access log of requests that are refused before any unit of work (trust.md AUD-1): the first of a kind, person, network
 * and quarter of an hour at once, the number of all further ones when the quarter is over, so that nobody can fill the log. Nobody
 * waits for it: a refusal shows nothing, and needs no row to be sent.
 */
@Injectable()
export class Refusals implements BeforeApplicationShutdown {
  private readonly tallies = new Map<string, Tally>();
  private timer: NodeJS.Timeout | undefined;

  constructor(@Inject(SignInGateway) private readonly gateway: SignInGateway, @Inject(Clock) private readonly clock: Clock, @Inject(Logger) private readonly logger: Logger) {}

  note(action: RefusalAction, named: Named): void {
    void this.count(action, named).catch((error: unknown) => this.logger.failure('refusal not recorded', error, { action }));
  }

  private async count(action: RefusalAction, named: Named): Promise<void> {
    const [address, request] = [clientAddress(), requestId()];
    const userId = await this.whom(named);
    const quarter = Math.floor(this.clock.now().getTime() / QUARTER_MS);
    await this.close(quarter);
    const whole = `${quarter} ${action} ${userId ?? ''} ${networkOf(address)}`;
    const isFull = !this.tallies.has(whole) && this.rowsOf(action) >= MOST_ROWS;
    const key = isFull ? `${quarter} ${action} further` : whole;
    const tally = this.tallies.get(key);
    if (tally) {
      tally.more += 1;
      return;
    }
    const row = { action, requestId: request, ...(isFull ? { userId: null, address: null } : { userId, address }) };
    this.tallies.set(key, { quarter, row, more: 0 });
    this.timer ??= setInterval(() => void this.close(Math.floor(this.clock.now().getTime() / QUARTER_MS)).catch((error: unknown) => this.logger.failure('refusals not recorded', error)), LOOK_MS);
    await this.gateway.noteRefusal({ ...row, count: 1 });
  }

  private rowsOf(action: RefusalAction): number {
    return [...this.tallies.values()].filter(({ row }) => row.action === action).length;
  }

  private async whom({ userId, email, token }: Named): Promise<string | null> {
    if (userId !== undefined || (email === undefined && token === undefined)) return userId ?? null;
    return this.gateway.personNamed({ email, tokenHash: token === undefined ? undefined : hashOfSecret(token) });
  }

  /** Tells how many more there were in the quarters before this one. */
  async close(quarter: number): Promise<void> {
    for (const [key, tally] of this.tallies) {
      if (tally.quarter >= quarter) continue;
      this.tallies.delete(key);
      if (tally.more > 0) await this.gateway.noteRefusal({ ...tally.row, count: tally.more });
    }
    if (this.tallies.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.close(Infinity);
  }
}
