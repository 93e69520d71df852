import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { projectRoot } from '@hub/platform/project-root';
import type { Next, Part, Work } from './comparison';

/** What the thread is asked. */
export interface Order {
  readonly work: Work;
  readonly next: Next;
}

interface Waiting {
  resolve(part: Part): void;
  reject(error: Error): void;
}

/** A second thread of this process that compares units of a large run: begun when the first one comes, kept for those that follow. */
@Injectable()
export class CompareThread implements OnModuleDestroy {
  private thread: Worker | null = null;
  private waiting: Waiting | null = null;

  /** What the thread found of the units that it took; null where it is at another run. Fails where the thread dies, and with it the attempt. */
  help(work: Work, next: Next): Promise<Part> | null {
    if (this.waiting) return null;
    const part = new Promise<Part>((resolve, reject) => { this.waiting = { resolve, reject }; });
    // A run that was cancelled waits for it no more.
    part.catch(() => undefined);
    this.thread ??= this.start();
    this.thread.postMessage({ work, next } satisfies Order);
    return part;
  }

  async onModuleDestroy(): Promise<void> {
    await this.thread?.terminate();
  }

  private start(): Worker {
    // The built copy, from the sources too: a thread knows nothing of Jest.
    const thread = new Worker(join(projectRoot(), 'dist/libs/features/src/matching/compare.main.js'), { execArgv: [] });
    thread.unref();
    thread.on('message', (part: Part) => { this.waiting?.resolve(part); this.waiting = null; });
    // An error is followed by the end.
    let reason = new Error('The comparing thread ended.');
    thread.on('error', (error) => { reason = error; });
    thread.on('exit', () => { this.thread = null; this.waiting?.reject(reason); this.waiting = null; });
    return thread;
  }
}
