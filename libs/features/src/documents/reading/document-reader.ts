import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { documentType, type DocumentType } from '@hub/domain/documents/document-file';
import { DomainError } from '@hub/domain/errors';
import { projectRoot } from '@hub/platform/project-root';
import { tooMuchWork } from './refusal';

const LIMITS = { megabytes: 256, milliseconds: 20_000 } as const;

export interface ReadDocument {
  readonly type: DocumentType;
  /** Its words as they follow each other; empty of a picture. */
  readonly text: string;
}

interface Answer {
  readonly text?: string;
  readonly refusal?: string;
}

/** Looks into documents in a process of its own, one after the other: a hostile one costs no more than that process. */
@Injectable()
export class DocumentReader {
  private last: Promise<unknown> = Promise.resolve();

  /** Throws FILE_REFUSED or LIMIT_EXCEEDED with a sentence. */
  async read(bytes: Buffer): Promise<ReadDocument> {
    const type = documentType(bytes);
    if (type instanceof DomainError) throw type;
    if (type === 'PNG' || type === 'JPEG') return { type, text: '' };
    const next = this.last.then(() => readInChild(type, bytes));
    this.last = next.catch(() => undefined);
    return { type, text: await next };
  }
}

// The built copy, from the sources too: a child process knows nothing of Jest.
const script = (): string => join(projectRoot(), 'dist/libs/features/src/documents/reading/read-child.js');

function readInChild(type: DocumentType, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = fork(script(), [type], { execArgv: [`--max-old-space-size=${LIMITS.megabytes}`], env: { TZ: 'UTC' }, stdio: ['pipe', 'ignore', 'ignore', 'ipc'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMITS.milliseconds);
    let answer: Answer = {};
    child.on('message', (message: Answer) => { answer = message; });
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      if (answer.text !== undefined) resolve(answer.text);
      else reject(answer.refusal === undefined ? tooMuchWork() : new DomainError('FILE_REFUSED', answer.refusal));
    });
    // A child that dies early closes its input; the close event says the rest.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(bytes);
  });
}
