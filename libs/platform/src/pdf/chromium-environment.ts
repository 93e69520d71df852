import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LIBRARY_FOLDERS = ['/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu', '/lib/aarch64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib'];

const hasNss = (): boolean => LIBRARY_FOLDERS.some((folder) => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('libnss3.so')));

/**
 * What the packaged Chromium needs to be told where it unpacks itself. Where the machine lacks its libraries (libnss3), the
 * package unpacks its own when it takes the machine for a Lambda.
 */
export function chromiumEnvironment(folder: string): Record<string, string> {
  if (process.platform !== 'linux') return {};
  const lambda: Record<string, string> = hasNss() ? {} : { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  return { TMPDIR: folder, HOME: folder, ...lambda };
}
