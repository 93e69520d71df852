import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SignInGateway } from '@hub/database/sign-in.gateway';
import { DomainError } from '@hub/domain/errors';
import { HubSecrets } from './hub-secrets';
import { Refusals } from './refusals';

const WINDOW_MINUTES = 15;
/** Failures in the window. A council's whole office may share one address. */
const MOST = { pair: 10, pairUnderAttack: 2, address: 100, account: 50 } as const;

interface Keys {
  readonly pair: string;
  readonly address: string;
  readonly account: string;
}

/** What is tried: `action` as the log calls it, at which account (an email address, or a word of ours), and from where. */
export interface Attempt {
  readonly action: 'auth.signIn' | 'auth.acceptInvitation' | 'auth.changePassword';
  readonly account: string;
  readonly address: string;
}

/**
 * trust.md AUTH-8. Failures count per account and address, kept in PostgreSQL so that a restart forgets nothing. An
 * account is never closed for everybody: when it is under attack from many addresses each of them gets fewer tries,
 * and its owner still comes in with the right password from an address of their own.
 */
@Injectable()
export class SignInThrottle {
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    @Inject(SignInGateway) private readonly gateway: SignInGateway,
    @Inject(HubSecrets) private readonly secrets: HubSecrets,
    @Inject(Refusals) private readonly refusals: Refusals,
  ) {}

  /** Runs one attempt. `attempt` answers null for a failure, and whose account it was where that is known. */
  async guard<T>({ action, account, address }: Attempt, attempt: () => Promise<{ result: T | null; userId: string | null }>): Promise<T | null> {
    const keys = this.keysOf(account, address);
    // Attempts at one account from one address wait for each other, so that fifty at once count as fifty.
    return this.inTurn(keys.pair, async () => {
      await this.refuseWhenTooMany(keys, account);
      const { result, userId } = await attempt();
      if (result !== null) return result;
      await this.gateway.recordAttempt([keys.pair, keys.address, keys.account], userId, action);
      return null;
    });
  }

  private async refuseWhenTooMany({ pair, address, account }: Keys, email: string): Promise<void> {
    const failures = {
      pair: await this.gateway.countAttempts(pair, WINDOW_MINUTES),
      address: await this.gateway.countAttempts(address, WINDOW_MINUTES),
      account: await this.gateway.countAttempts(account, WINDOW_MINUTES),
    };
    const mostOfPair = failures.account >= MOST.account ? MOST.pairUnderAttack : MOST.pair;
    if (failures.pair < mostOfPair && failures.address < MOST.address) return;
    this.refusals.note('auth.throttled', { email });
    throw new DomainError('TOO_MANY_ATTEMPTS', `Too many attempts. Wait ${WINDOW_MINUTES} minutes and try again.`);
  }

  /** Keyed hashes: the table names neither a person nor an address. */
  private keysOf(account: string, address: string): Keys {
    const keyed = (text: string): string => createHmac('sha256', this.secrets.throttle).update(text).digest('hex');
    return { pair: keyed(`pair|${account}|${address}`), address: keyed(`address|${address}`), account: keyed(`account|${account}`) };
  }

  private async inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.turns.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.then(() => undefined, () => undefined);
    this.turns.set(key, settled);
    try {
      return await mine;
    } finally {
      if (this.turns.get(key) === settled) this.turns.delete(key);
    }
  }
}
