import { rmSync } from 'node:fs';

export default async function teardown(): Promise<void> {
  const { hubTest } = globalThis as unknown as { hubTest?: { folders: string[]; stop: () => Promise<void> } };
  if (!hubTest) return;
  await hubTest.stop();
  for (const folder of hubTest.folders) rmSync(folder, { recursive: true, force: true });
}
