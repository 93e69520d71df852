import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, environmentWith, type Config } from '../config';
import { projectRoot } from '../project-root';
import { chromiumEnvironment } from './chromium-environment';
import type { Sheet } from './pdf.main';

const PATIENCE_MS = 60_000;

/** Prints documents one after the other, each in a process of its own: a browser takes a few hundred megabytes. */
@Injectable()
export class PdfPrinter {
  private last: Promise<unknown> = Promise.resolve();

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'dataDir'>) {}

  /** Tagged PDF of a document that needs nothing from elsewhere, with the words at the foot of each page; `null` where this machine has no browser that works. */
  print(html: string, foot: string): Promise<Buffer | null> {
    const next = this.last.then(() => this.printNow({ html, foot }));
    this.last = next;
    return next;
  }

  private printNow(sheet: Sheet): Promise<Buffer | null> {
    const folder = join(this.config.dataDir, 'chromium');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // The built copy, from the sources too: a child process knows nothing of Jest.
    const child = fork(join(projectRoot(), 'dist/libs/platform/src/pdf/pdf.main.js'), [], {
      env: { ...environmentWith(chromiumEnvironment(folder)), ...NO_SECRETS }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [],
    });
    return new Promise((resolve) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      child.once('message', ({ pdf }: { pdf: string }) => resolve(Buffer.from(pdf, 'base64')));
      child.once('error', () => resolve(null));
      child.once('exit', () => { clearTimeout(timer); resolve(null); });
      child.send(sheet);
    });
  }
}

/** A browser has no business with the database or the keys. */
const NO_SECRETS = { DATABASE_URL: '', DATABASE_OWNER_URL: '', REDIS_URL: '', HUB_KEY_FILE: '', HUB_SECRET_FILE: '' };
