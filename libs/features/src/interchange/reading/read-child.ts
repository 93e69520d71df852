import { DomainError } from '@hub/domain/errors';
import type { FileType } from './file-type';
import { readFileSheets } from './read-file';

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const TELL_EVERY_ROWS = 5000;

/**
 * The child process: reads one file from its standard input, tells how many rows it has read, and answers with its
 * sheets, or with the sentence of a refusal. It has no settings, no keys and no database; its parent caps its memory and its time (trust.md UPL-2).
 */
async function main(type: FileType): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  let rows = 0;
  const onRow = (): void => {
    rows += 1;
    if (rows % TELL_EVERY_ROWS === 0) process.send?.({ rows });
  };
  try {
    answer({ sheets: await readFileSheets(type, Buffer.concat(chunks), onRow) });
  } catch (error) {
    answer(error instanceof DomainError ? { refusal: error.message } : { failed: true });
  }
}

function answer(message: object): void {
  process.send?.(message, () => process.disconnect());
}

void main(process.argv[2] === 'CSV' ? 'CSV' : 'XLSX');
