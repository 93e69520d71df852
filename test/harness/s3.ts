import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { S3Options } from '@hub/platform/s3/s3-bucket';

export interface TestBucket {
  readonly options: S3Options;
  /** Where the server keeps what it was given. */
  readonly folder: string;
  close(): Promise<void>;
}

/** A server that speaks S3 and checks signatures, with one empty bucket. */
export async function openBucket(): Promise<TestBucket> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-s3-'));
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: 'reports' }] });
  const { port } = await server.run();
  return {
    folder, options: { url: `http://127.0.0.1:${port}/reports`, region: 'eu-west-2', accessKey: 'S3RVER', secretKey: 'S3RVER', timeoutMs: 5_000 },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
