import { rmSync } from 'node:fs';

export default async function teardown(): Promise<void> {
  const { hubTest } = globalThis as unknown as { hubTest?: { folder: string; stop: () => Promise<void> } };
  if (!hubTest) return;
  await hubTest.stop();
  rmSync(hubTest.folder, { recursive: true, force: true });
}
