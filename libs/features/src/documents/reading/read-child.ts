import { DomainError } from '@hub/domain/errors';
import { readPdf } from './read-pdf';
import { readWord } from './read-word';

/** Far more than any report has. */
const MOST_CHARACTERS = 2_000_000;

/** The child process: reads one document from its standard input and answers with its words, or with the sentence of a refusal. It has no settings, no keys and no database (trust.md UPL-2). */
async function main(read: (bytes: Buffer) => Promise<string>): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  try {
    answer({ text: (await read(Buffer.concat(chunks))).slice(0, MOST_CHARACTERS) });
  } catch (error) {
    answer(error instanceof DomainError ? { refusal: error.message } : {});
  }
}

function answer(message: object): void {
  process.send?.(message, () => process.exit(0));
}

void main(process.argv[2] === 'DOCX' ? readWord : readPdf);
