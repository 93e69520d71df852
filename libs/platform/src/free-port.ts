import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';

function listen(port: number, host = LOOPBACK): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/** A port of the loopback address that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return listen(0);
}

/** Whether a server could listen there now: 'free', 'busy', 'forbidden' (a port below 1024 for an ordinary user), or 'nowhere': not an address of this machine. */
export async function portState(port: number, host: string): Promise<'free' | 'busy' | 'forbidden' | 'nowhere'> {
  try {
    await listen(port, host);
    return 'free';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRNOTAVAIL') return 'nowhere';
    return code === 'EACCES' ? 'forbidden' : 'busy';
  }
}
