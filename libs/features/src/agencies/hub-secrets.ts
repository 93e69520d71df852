import { readSecretFile } from '@hub/platform/secret-file';

/**
 * The keys of sign-in, one per purpose (trust.md SEC-2). Read when first asked for: the API asks at its start and will
 * not serve without them, while a command that signs nobody in needs none.
 */
export class HubSecrets {
  private keyFor: ReturnType<typeof readSecretFile> | undefined;

  constructor(private readonly file: string) {}

  get csrf(): Buffer {
    return this.key('csrf');
  }

  get throttle(): Buffer {
    return this.key('throttle');
  }

  private key(use: 'csrf' | 'throttle'): Buffer {
    this.keyFor ??= readSecretFile(this.file);
    return this.keyFor(use);
  }
}
