import { childTallies } from '@hub/domain/performance/children';
import { DEFINITIONS } from '@hub/domain/performance/definitions';
import { journeysOfChild } from '@hub/domain/performance/hub-journeys';
import { firstDay, lastDay, type Month } from '@hub/domain/performance/periods';
import type { SourceKind } from '@hub/domain/performance/source';
import type { Tally } from '@hub/domain/performance/tally';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { childHistories } from './child-facts.queries';
import type { CountedAgency } from './roll-up.queries';

/** What one source tells of an agency, month by month. */
export interface AgencyMonths {
  readonly agencyId: string;
  readonly source: SourceKind;
  /** One source of an agency is. */
  readonly isUsed: boolean;
  readonly months: ReadonlyMap<Month, Readonly<Record<string, Tally>>>;
}

/** Of every source that an agency has. */
export async function monthsOfSources(tx: Tx, vault: Vault, agency: CountedAgency, months: readonly Month[]): Promise<readonly AgencyMonths[]> {
  return [{ agencyId: agency.id, source: 'HUB', isUsed: true, months: await monthsOfHub(tx, vault, agency, months) }];
}

/** The indicators that a source does not tell in its last month. */
export const lackedBy = ({ months }: AgencyMonths): readonly string[] => {
  const told = [...months.values()].at(-1) ?? {};
  return DEFINITIONS.map(({ code }) => code).filter((code) => told[code] === undefined);
};

/** A voluntary agency has no children of its own. */
async function monthsOfHub(tx: Tx, vault: Vault, { id, kind }: CountedAgency, months: readonly Month[]): Promise<AgencyMonths['months']> {
  const periods = months.map((month) => ({ from: firstDay(month), to: lastDay(month) }));
  const children = kind === 'COUNCIL' ? childTallies((await childHistories(tx, vault, id)).flatMap(journeysOfChild), periods) : [];
  return new Map(months.map((month, at) => [month, { ...children[at] }]));
}
