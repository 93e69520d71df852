import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function ascend(folder: string): string {
  if (existsSync(join(folder, 'bin', 'leash.js'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The project folder could not be found.');
  return ascend(parent);
}

let found: string | undefined;

/** The folder of the checkout: the same answer from `libs/…` (tests) and from `dist/libs/…` (built). */
export function projectRoot(): string {
  found ??= ascend(__dirname);
  return found;
}
