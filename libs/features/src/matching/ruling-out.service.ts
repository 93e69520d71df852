import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, forbidden, invalid, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { findPair, insertRulingOut, liftRulingOut, type PairIds } from './ruled-out.queries';

const MOST_CHARACTERS = 2000;

/** Pairs that people decide against. Either side's worker may; the reason stays with the agency that gave it. */
@Injectable()
export class RulingOutService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault) {}

  async ruleOut(actor: Actor, unit: string, household: string, reason: string): Promise<boolean> {
    const text = reason.trim();
    if (text === '' || text.length > MOST_CHARACTERS) throw invalid([{ path: 'reason', message: `Give a reason of up to ${MOST_CHARACTERS} characters.` }]);
    return this.uow.run(actor, 'matching.ruleOut', async (tx) => {
      const pair = await ownPair(tx, actor, unit, household);
      if (!(await insertRulingOut(tx, this.vault, actor, pair, text))) throw conflict('CONFLICT', 'Your agency has ruled this pair out already.');
      return true;
    }, { type: 'UNIT', reference: unit });
  }

  async lift(actor: Actor, unit: string, household: string): Promise<boolean> {
    return this.uow.run(actor, 'matching.ruleOut', async (tx) => {
      const pair = await ownPair(tx, actor, unit, household);
      if (!(await liftRulingOut(tx, actor, pair))) throw conflict('CONFLICT', 'Your agency has not ruled this pair out. Only the agency that did can lift it.');
      return true;
    }, { type: 'UNIT', reference: unit });
  }
}

async function ownPair(tx: Tx, actor: Actor, unit: string, household: string): Promise<PairIds> {
  const pair = await findPair(tx, unit, household);
  if (!pair) throw notFound('pair');
  if (pair.unitAgencyId !== actor.agencyId && pair.householdAgencyId !== actor.agencyId) throw forbidden('matching.ruleOut');
  return pair;
}
