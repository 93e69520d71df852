import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR, type Actor } from '@hub/domain/access/actor';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { blocksOf } from '@hub/domain/performance/blocks';
import { DEFINITIONS } from '@hub/domain/performance/definitions';
import { settledUntil } from '@hub/domain/performance/former';
import { frozenBlocks } from '@hub/domain/performance/frozen-region';
import { membersOn } from '@hub/domain/performance/membership';
import { monthLater, monthOf, monthsFrom, type Month } from '@hub/domain/performance/periods';
import { PUBLISHED } from '@hub/domain/performance/published';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { enqueue, reckonPerformance } from '@hub/queue/jobs';
import { countedOf, monthsOfSources } from './agency-months';
import type { AgencyMonths } from './counted';
import { findEdition } from './editions.queries';
import { agenciesToCount, agencyKinds, insertBlocks, insertMonths, memberships, replaceEdition, shownBefore } from './roll-up.queries';

/** Three years that end with any of the last two years' months, to begin with. */
const MONTHS = 60;
const APRIL = 4;

/** Counts every agency's children and households by month, from what is known today, and puts the current edition in the place of the last (docs/adr/0031). */
@Injectable()
export class RollUpService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  /** All of it or nothing: one transaction. */
  async reckon(): Promise<void> {
    const today = isoDate(this.clock.today());
    await this.uow.run(SYSTEM_ACTOR, 'performance.reckon', (tx) => rollUp(tx, this.vault, today));
  }

  /** Asks for it before the night, after corrections, say; the worker does it. */
  async reckonAnew(actor: Actor, idempotencyKey: string | null): Promise<void> {
    await this.uow.run(actor, 'performance.refresh', (tx) => once(tx, this.vault, actor, { operation: 'performance.reckonAnew', key: idempotencyKey, body: {} }, async () => {
      await enqueue(tx, reckonPerformance, {});
      return {};
    }));
  }
}

async function rollUp(tx: Tx, vault: Vault, today: IsoDate): Promise<void> {
  const months = wholeMonths((await findEdition(tx, undefined))?.firstMonth, today);
  const region = { kinds: await agencyKinds(tx), memberships: await memberships(tx) };
  const members = membersOn(region.memberships, today);
  const all: AgencyMonths[] = [];
  for (const agency of await agenciesToCount(tx)) all.push(...(await monthsOfSources(tx, vault, agency, { months, region })));
  const used = all.filter(({ isUsed }) => isUsed);
  const counted = Object.fromEntries(used.filter(({ agencyId }) => members.has(agencyId)).map((one) => [one.agencyId, countedOf(one)]));
  const former = await shownBefore(tx, counted);
  const editionId = await replaceEdition(tx, {
    dataDate: today, months, definitions: Object.fromEntries(DEFINITIONS.map(({ code, version }) => [code, version])),
    agencies: counted, settledUntil: settledUntil(Object.keys(counted), former),
  });
  for (const one of all) if (members.has(one.agencyId)) await insertMonths(tx, editionId, one);
  const byAgency = new Map(used.map((one) => [one.agencyId, one.months]));
  const blocks = blocksOf(new Map([...byAgency].filter(([agencyId]) => members.has(agencyId))), PUBLISHED, former);
  await insertBlocks(tx, editionId, 'RESTATED', blocks);
  await insertBlocks(tx, editionId, 'FROZEN', frozenBlocks(byAgency, { memberships: region.memberships, today: members }, blocks, PUBLISHED));
}

/**
 * A month counts once it is over. History begins in an April, and from then on never later: were its first months left out one day, what had been published with
 * them would tell by subtraction what they held (docs/adr/0032).
 */
function wholeMonths(since: IsoDate | undefined, today: IsoDate): readonly Month[] {
  const last = monthLater(monthOf(today), -1);
  const back = monthLater(last, 1 - MONTHS);
  const first = since === undefined ? monthLater(back, -((Number(back.slice(5)) - APRIL + 12) % 12)) : monthOf(since);
  return monthsFrom(first, last);
}
