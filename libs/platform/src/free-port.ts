import { createServer } from 'node:net';

const HOST = '127.0.0.1';

function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: HOST, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/** A port of the loopback address that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return listen(0);
}

/** Whether a server could listen on this loopback port now: 'free', 'busy', or 'forbidden' (below 1024 for an ordinary user). */
export async function portState(port: number): Promise<'free' | 'busy' | 'forbidden'> {
  try {
    await listen(port);
    return 'free';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'forbidden' : 'busy';
  }
}
