import { AwsClient } from 'aws4fetch';

export interface S3Options {
  /** The address of the bucket, such as `https://s3.eu-west-2.amazonaws.com/reports`. */
  readonly url: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly timeoutMs: number;
}

/** The store refused, did not answer in time, or does not have the object. Its own words stay out: they may name keys. */
export class BucketError extends Error {
  override readonly name = 'BucketError';

  constructor(what: string, readonly status: number | null) {
    super(`The S3 store could not ${what}${status === null ? '' : ` (status ${status})`}`);
  }
}

/** Objects of an S3-compatible store, whole and by key: what documents need of it, and no more. */
export class S3Bucket {
  private readonly client: AwsClient;

  constructor(private readonly options: S3Options) {
    this.client = new AwsClient({ accessKeyId: options.accessKey, secretAccessKey: options.secretKey, region: options.region, service: 's3', retries: 1 });
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    await (await this.ask('keep an object', key, { method: 'PUT', body: new Uint8Array(bytes), headers: { 'content-type': 'application/octet-stream' } })).arrayBuffer();
  }

  async get(key: string): Promise<Buffer> {
    return Buffer.from(await (await this.ask('give an object', key, { method: 'GET' })).arrayBuffer());
  }

  /** Also where there is none. */
  async delete(key: string): Promise<void> {
    await (await this.ask('forget an object', key, { method: 'DELETE' })).arrayBuffer();
  }

  private async ask(what: string, key: string, init: RequestInit): Promise<Response> {
    const { url, timeoutMs } = this.options;
    const response = await this.client.fetch(`${url}/${key}`, { ...init, signal: AbortSignal.timeout(timeoutMs) }).catch(() => { throw new BucketError(what, null); });
    if (response.ok) return response;
    await response.body?.cancel();
    throw new BucketError(what, response.status);
  }
}
