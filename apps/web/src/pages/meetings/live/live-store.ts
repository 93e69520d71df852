import { answered, emptyQueue, letGo, putAgain, record, retryAfter, type LiveAnswer, type LiveChange, type LiveQueue } from '@hub/domain/meetings/live-queue';
import type { LivePayload } from './live-payload';

export type Send = (change: LiveChange<LivePayload>) => Promise<LiveAnswer>;

export interface LiveState {
  readonly queue: LiveQueue<LivePayload>;
  /** The network is there, as far as the browser knows and the last try showed. */
  readonly online: boolean;
  /** The network came back, and with it all that had waited was saved. */
  readonly recovered: boolean;
  /** How many changes the hub has confirmed: pages read anew when it grew. */
  readonly saved: number;
}

const NOTHING: LiveState = { queue: emptyQueue, online: true, recovered: false, saved: 0 };

/**
 * What is recorded at meetings and not confirmed yet, for as long as the tab lives: in memory alone, for it tells of cases. It outlives the page
 * and the session, so that whoever is signed out signs in again and nothing is lost; somebody else who signs in finds nothing.
 */
class LiveStore {
  private state: LiveState = NOTHING;
  private owner: string | null = null;
  private send: Send | null = null;
  private running = false;
  private wakeUp: (() => void) | null = null;
  private readonly listeners = new Set<() => void>();

  readonly get = (): LiveState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  };

  /** From now on changes are sent, as this person; the answer ends it. */
  begin(owner: string, send: Send): () => void {
    if (owner !== this.owner) this.change(NOTHING);
    this.owner = owner;
    this.send = send;
    const look = () => this.look();
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    void this.run();
    return () => {
      if (this.send === send) this.send = null;
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }

  /** The key is made here, once, when the button is pressed. */
  record(change: Omit<LiveChange<LivePayload>, 'key'>): void {
    this.change({ ...this.state, recovered: false, queue: record(this.state.queue, { ...change, key: crypto.randomUUID() }) });
    void this.run();
  }

  putAgain(key: string, version: number | null): void {
    this.change({ ...this.state, queue: putAgain(this.state.queue, key, { newKey: crypto.randomUUID(), version }) });
    void this.run();
  }

  letGo(key: string): void {
    this.change({ ...this.state, queue: letGo(this.state.queue, key) });
  }

  private look(): void {
    if (!navigator.onLine) this.change({ ...this.state, online: false });
    else if (this.state.queue.waiting.length === 0) this.change({ ...this.state, online: true });
    this.wakeUp?.();
  }

  /** One after the other, for as long as something waits. */
  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let first = this.state.queue.waiting[0]; first && this.send; first = this.state.queue.waiting[0]) {
      const answer: LiveAnswer = navigator.onLine ? await this.send(first) : { kind: 'AWAY' };
      // Somebody else may have signed in meanwhile.
      if (this.state.queue.waiting[0]?.key !== first.key) continue;
      this.take(answer);
      if (answer.kind === 'AWAY') await this.pause(retryAfter(this.state.queue.failures));
    }
    this.running = false;
  }

  private take(answer: LiveAnswer): void {
    const { online, saved } = this.state;
    const queue = answered(this.state.queue, answer);
    const isAway = answer.kind === 'AWAY';
    this.change({ queue, online: !isAway, saved: saved + (isAway ? 0 : 1), recovered: !isAway && (this.state.recovered || !online) });
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = window.setTimeout(resolve, milliseconds);
      this.wakeUp = () => { window.clearTimeout(timer); resolve(); };
    });
  }

  private change(state: LiveState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

export const liveStore = new LiveStore();
