declare module '@20minutes/s3rver' {
  import type { AddressInfo } from 'node:net';

  /** What the tests use of it; the package has no types of its own. */
  export default class S3rver {
    constructor(options: object);
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }
}
