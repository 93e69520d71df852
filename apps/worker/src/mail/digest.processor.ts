import { Injectable } from '@nestjs/common';
import { DigestService } from '@hub/features/mail/digest.service';
import { digest } from '@hub/queue/jobs';

/** Each morning people are written to of what is new to them. */
@Injectable()
export class DigestProcessor {
  readonly job = digest;

  constructor(private readonly digests: DigestService) {}

  async handle(): Promise<void> {
    await this.digests.round();
  }
}
