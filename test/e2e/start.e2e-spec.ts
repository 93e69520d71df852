import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@hub/platform/free-port';
import { GraphQLClient } from '../harness/graphql-client';
import { childrenOf, HubCommand, processesWith } from '../harness/hub-command';
import { testServer } from '../harness/server';

const onLinux = process.platform === 'linux' ? describe : describe.skip;

// Alone on two cores it takes a third of this; here other test files run at the same time.
const FIRST_S = 180;
const NEXT_S = 30;

onLinux('hub start, with nothing but Node', () => {
  const folder = mkdtempSync(join(testServer().folder, 'start-'));
  let environment: Record<string, string>;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    environment = { PORT: String(port), HUB_DATA_DIR: folder };
  });

  const started = async (seconds: number) => {
    const hub = HubCommand.call(['start'], environment);
    await hub.says('Ctrl-C stops it.', seconds);
    return hub;
  };

  async function nothingLeft(hub: HubCommand): Promise<void> {
    for (let i = 0; i < 100 && processesWith(folder).length + childrenOf(hub.pid).length > 0; i++) await pause(50);
    expect([...processesWith(folder), ...childrenOf(hub.pid)]).toEqual([]);
  }

  test('the first start serves the demonstration, and its people can sign in', async () => {
    const hub = await started(FIRST_S);
    const [, email = '', password = ''] = /^ {2}(\S+@\S+) +(\S.*?) {2}/m.exec(hub.said) ?? [];
    expect((await GraphQLClient.signIn(url, email, password)).session?.user.roles.length).toBeGreaterThan(0);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);

    const samePort = HubCommand.call(['start'], environment);
    expect(await samePort.exit()).toBe(1);
    expect(samePort.said).toMatch(/^hub start: Port \d+ is in use\.[^\n]*\n$/);
    const sameFolder = HubCommand.call(['start'], { ...environment, PORT: '0' });
    expect(await sameFolder.exit()).toBe(1);
    expect(sameFolder.said).toMatch(/^hub start: The data folder is in use by another hub[^\n]*\n$/);

    const worker = childrenOf(hub.pid).find(({ command }) => command.includes('apps/worker'));
    process.kill(worker?.pid ?? 0, 'SIGKILL');
    await hub.says('The worker ended unexpectedly (SIGKILL) and is started again.');

    const before = Date.now();
    expect(await hub.end('SIGINT')).toBe(0);
    expect(Date.now() - before).toBeLessThan(15_000);
    await nothingLeft(hub);
  }, 240_000);

  test('the second start is quick and keeps the data; killed outright it leaves no process', async () => {
    const hub = await started(NEXT_S);
    expect(hub.said).not.toContain('Making the demonstration');
    await hub.end('SIGKILL');
    await nothingLeft(hub);
  });

  test('it starts again after that, and SIGTERM ends it', async () => {
    const hub = await started(NEXT_S);
    expect(await hub.end('SIGTERM')).toBe(0);
    await nothingLeft(hub);
  });
});
