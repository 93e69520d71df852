import { stdin, stderr } from 'node:process';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** A line from the terminal without showing it, or from what is piped in: a password in an argument is seen by every user of the machine. */
export function askPassword(question: string): Promise<string> {
  const terminal = stdin.isTTY;
  if (terminal) stderr.write(question);
  const silent = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal });
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('close', () => {
      if (terminal) stderr.write('\n');
      resolve('');
    });
  });
}
