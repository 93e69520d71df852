import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '../project-root';

/** New pixels, as a JPEG without any metadata; or why there are none. */
export type Encoded = { readonly image: Buffer } | { readonly refused: 'DAMAGED' | 'TOO_MANY_PIXELS' | 'TOO_MUCH_WORK' };

export interface EncodeLimits {
  /** Of the picture that comes in. */
  readonly pixels: number;
  /** The longest side of what comes out. */
  readonly side: number;
  /** Of the process that draws it. */
  readonly memoryBytes: number;
  readonly milliseconds: number;
}

/** Draws pictures anew, one after the other, each in a process of its own: a hostile one costs no more than that process. */
@Injectable()
export class PhotoEncoder {
  private last: Promise<unknown> = Promise.resolve();

  encode(bytes: Buffer, limits: EncodeLimits): Promise<Encoded> {
    const next = this.last.then(() => encodeInChild(bytes, limits));
    this.last = next;
    return next;
  }
}

function encodeInChild(bytes: Buffer, limits: EncodeLimits): Promise<Encoded> {
  // The built copy, from the sources too: a child process knows nothing of Jest. No setting of ours, and no file beside the memory.
  const child = fork(join(projectRoot(), 'dist/libs/platform/src/photos/photo.main.js'), [], {
    env: { TZ: 'UTC', VIPS_DISC_THRESHOLD: '100g' }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: ['--max-old-space-size=128'], serialization: 'advanced',
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), limits.milliseconds);
    child.once('message', (answer: Encoded) => resolve('image' in answer ? { image: Buffer.from(answer.image) } : answer));
    child.on('error', () => resolve({ refused: 'TOO_MUCH_WORK' }));
    child.once('exit', () => { clearTimeout(timer); resolve({ refused: 'TOO_MUCH_WORK' }); });
    child.send({ bytes, limits });
  });
}
