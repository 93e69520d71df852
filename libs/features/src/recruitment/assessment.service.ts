import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { Vault } from '@hub/database/crypto/vault';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { assessmentOf, type Assessment } from './assessment.queries';

/** How the assessment of one household goes: why it takes longer, its reviews and what approval advised. */
@Injectable()
export class AssessmentService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault) {}

  /** Null alike for a household that does not exist and for another agency's. */
  find(actor: Actor, household: string): Promise<Assessment | null> {
    return this.uow.run(actor, 'recruitment.read', async (tx) => {
      const assessment = (await assessmentOf(tx, this.vault, household)) ?? null;
      shown({ stage: assessment === null ? null : 'OWN', fields: fieldNames(assessment) });
      return assessment;
    }, { type: 'HOUSEHOLD', reference: household });
  }
}
