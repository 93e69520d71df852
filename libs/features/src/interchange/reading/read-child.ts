import { DomainError } from '@hub/domain/errors';
import type { FileType } from './file-type';
import { readFileSheets } from './read-file';

/**
 * The child process: reads one file from its standard input and answers with its sheets, or with the sentence of a
 * refusal. It has no settings, no keys and no database; its parent caps its memory and its time (trust.md UPL-2).
 */
async function main(type: FileType): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  try {
    answer({ sheets: await readFileSheets(type, Buffer.concat(chunks)) });
  } catch (error) {
    answer(error instanceof DomainError ? { refusal: error.message } : { failed: true });
  }
}

function answer(message: object): void {
  process.send?.(message, () => process.disconnect());
}

void main(process.argv[2] === 'CSV' ? 'CSV' : 'XLSX');
