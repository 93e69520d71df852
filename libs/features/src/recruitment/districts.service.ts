import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { invalid } from '@hub/domain/errors';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { agenciesNamed, type AgencySummary } from '../agencies/agencies.queries';
import { listDistricts, setDistricts } from './enquiries.queries';
import { placingAgency } from './enquiry-answers.queries';

export interface District {
  readonly district: string;
  readonly agency: AgencySummary | null;
}

/** Which agency answers people of a postcode district. */
@Injectable()
export class DistrictsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  list(actor: Actor): Promise<readonly District[]> {
    return this.uow.run(actor, 'agencies.list', (tx) => named(tx));
  }

  /** Of the own agency; `code`: of another, which the hub's administrators set. */
  set(actor: Actor, districts: readonly string[], code: string | null = null): Promise<readonly District[]> {
    const isOwn = code === null || code === actor.agencyCode;
    return this.uow.run(actor, isOwn ? 'enquiryDistricts.set' : 'enquiryDistricts.setAny', async (tx) => {
      const elsewhere = await setDistricts(tx, isOwn ? actor.agencyId : (await placingAgency(tx, code)).id, districts);
      if (elsewhere.length > 0) throw invalid([{ path: 'districts', message: `${elsewhere.join(', ')}: another agency answers there. It has to give the district up first.` }]);
      return named(tx);
    });
  }
}

async function named(tx: Tx): Promise<readonly District[]> {
  const found = await listDistricts(tx);
  const agencies = await agenciesNamed(tx, found.map(({ agencyId }) => agencyId));
  return found.map(({ district, agencyId }) => ({ district, agency: agencies.get(agencyId) ?? null }));
}
