import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { SheetRows } from '@hub/domain/interchange/cell';
import type { DomainError } from '@hub/domain/errors';
import { projectRoot } from '@hub/platform/project-root';
import { fileType } from './file-type';
import type { FileType } from './file-type';
import { LIMITS } from './limits';
import { damaged, refuseFile } from './refusal';

/** Hears how many rows are read so far, now and then. */
export type RowsRead = (rows: number) => Promise<void>;

interface Answer {
  readonly sheets?: readonly SheetRows[];
  readonly refusal?: string;
  /** No answer yet: so many rows so far. */
  readonly rows?: number;
}

/** Reads files in a child process, so that a hostile one can cost no more than that process. */
@Injectable()
export class FileReader {
  /** The sheets of a file; throws FILE_REFUSED with a sentence. */
  async read(fileName: string, bytes: Buffer, onRows: RowsRead = () => Promise.resolve()): Promise<readonly SheetRows[]> {
    const type = fileType(fileName, bytes);
    const sheets = await readInChild(type, bytes, onRows);
    return type === 'CSV' ? sheets.map((sheet) => ({ ...sheet, name: fileName })) : sheets;
  }
}

// The built file, also under jest: a child process has no compiler.
const script = (): string => join(projectRoot(), 'dist', 'libs', 'features', 'src', 'interchange', 'reading', 'read-child.js');

function readInChild(type: FileType, bytes: Buffer, onRows: RowsRead): Promise<readonly SheetRows[]> {
  return new Promise((resolve, reject) => {
    const child = fork(script(), [type], {
      execArgv: [`--max-old-space-size=${LIMITS.childMegabytes}`],
      env: { TZ: 'UTC' },
      stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
      serialization: 'json',
    });
    let answer: Answer | undefined;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, LIMITS.childMilliseconds);
    let telling: Promise<void> | undefined;
    child.on('message', (message: Answer) => {
      if (message.rows === undefined) answer = message;
      // One at a time. What is wrong with telling shows at the import's next step.
      else telling ??= onRows(message.rows).catch(() => undefined).finally(() => (telling = undefined));
    });
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      const end = (): void => (answer?.sheets ? resolve(answer.sheets) : reject(refusal(answer, isLate)));
      void Promise.resolve(telling).then(end);
    });
    // A child that dies early closes its input; the close event says the rest.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(bytes);
  });
}

function refusal(answer: Answer | undefined, isLate: boolean): DomainError {
  if (answer?.refusal) return refuseFile(answer.refusal);
  if (answer) return damaged();
  return refuseFile(isLate ? 'Reading the file took longer than 20 seconds, so it was given up. Split the file.' : 'Reading the file took too much memory, so it was given up. Split the file.');
}
