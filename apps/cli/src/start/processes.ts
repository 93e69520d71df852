import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainError } from '@hub/platform/plain-error';
import { processArguments } from '@hub/platform/process-arguments';
import { projectRoot } from '@hub/platform/project-root';

export type App = 'api' | 'worker';

const PATIENCE_MS = 16_000;
const MOST_RESTARTS = 5;
const WINDOW_MS = 60_000;

/** One process of the hub. It is started anew when it dies, unless it keeps dying; it ends when this process ends, however that happens. */
export class Supervised {
  private child: ChildProcess | undefined;
  private stopping = false;
  private readonly deaths: number[] = [];
  private surrender: (error: Error) => void = () => undefined;
  /** Rejects when the process cannot be kept alive. */
  readonly failed = new Promise<never>((_, reject) => { this.surrender = reject; });

  constructor(private readonly app: App, private readonly environment: NodeJS.ProcessEnv, private readonly say: (line: string) => void) {
    this.failed.catch(() => undefined);
  }

  /** Resolves when the process says that it serves. */
  start(): Promise<void> {
    // A session of its own keeps Ctrl-C in the terminal from reaching it directly: this process tells it to end, in order.
    const child = fork(join(projectRoot(), `dist/apps/${this.app}/src/main.js`), [], {
      env: this.environment, detached: true, execArgv: processArguments(this.app), stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.child = child;
    return new Promise((resolve, reject) => {
      let serving = false;
      child.once('message', () => { serving = true; resolve(); });
      child.once('error', () => reject(new PlainError(`The ${this.app} could not be started.`)));
      child.once('exit', (code, signal) => {
        if (serving) void this.revive(signal ?? `exit ${code}`);
        else reject(new PlainError(`The ${this.app} ended while starting (${signal ?? `exit ${code}`}).`));
      });
    });
  }

  private async revive(how: string): Promise<void> {
    if (this.stopping) return;
    const now = Date.now();
    this.deaths.push(now);
    const recent = this.deaths.filter((at) => now - at < WINDOW_MS).length;
    if (recent > MOST_RESTARTS) return this.surrender(new PlainError(`The ${this.app} ended ${recent} times within a minute (${how}).`));
    this.say(`The ${this.app} ended unexpectedly (${how}) and is started again.`);
    await pause(200 * recent);
    if (this.stopping) return;
    await this.start().catch(() => this.revive('it would not start'));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await gone;
    clearTimeout(timer);
  }

  /** At once, finished or not. */
  kill(): void {
    this.stopping = true;
    this.child?.kill('SIGKILL');
  }
}
