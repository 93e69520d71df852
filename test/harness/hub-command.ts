import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(__dirname, '../..');

/** The `hub` command as a process of its own, as people call it. */
export class HubCommand {
  private readonly output: string[] = [];
  private readonly ended: Promise<number | null>;
  private constructor(readonly process: ChildProcess) {
    for (const stream of [process.stdout, process.stderr]) stream?.on('data', (piece: Buffer) => void this.output.push(piece.toString()));
    this.ended = new Promise((resolve) => process.once('exit', (code) => resolve(code)));
  }

  static call(args: readonly string[], environment: Readonly<Record<string, string>> = {}): HubCommand {
    // Settings of the test run itself must not reach the command.
    const clean = { NODE_ENV: 'development', DATABASE_URL: '', DATABASE_OWNER_URL: '', REDIS_URL: '', HUB_KEY_FILE: '', HUB_SECRET_FILE: '' };
    return new HubCommand(spawn(process.execPath, [join(root, 'bin/hub.js'), ...args], { env: { ...process.env, ...clean, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  get said(): string {
    return this.output.join('');
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** Waits until it has said something; fails when it ends before. */
  async says(text: string | RegExp, seconds = 60): Promise<void> {
    for (const until = Date.now() + seconds * 1000; Date.now() < until; await pause(25)) {
      if (typeof text === 'string' ? this.said.includes(text) : text.test(this.said)) return;
      if (this.process.exitCode !== null) throw new Error(`hub ended with ${this.process.exitCode}:\n${this.said}`);
    }
    throw new Error(`hub did not say ${String(text)} within ${seconds} seconds:\n${this.said}`);
  }

  exit(): Promise<number | null> {
    return this.ended;
  }

  end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.process.kill(signal);
    return this.ended;
  }
}

/** Every process whose command line holds the text (Linux only): what a stopped hub must not leave behind. */
export function processesWith(text: string): { pid: number; command: string }[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return command.includes(text) ? [{ pid: Number(name), command }] : [];
    } catch {
      return [];
    }
  });
}

/** The children of a process (Linux only). */
export function childrenOf(parent: number): { pid: number; command: string }[] {
  return processesWith('').filter(({ pid }) => {
    try {
      return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) === parent;
    } catch {
      return false;
    }
  });
}
