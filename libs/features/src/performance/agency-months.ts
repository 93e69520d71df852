import { adoptedTallies } from '@hub/domain/performance/adopted-rules';
import { childTallies } from '@hub/domain/performance/children';
import { DEFINITIONS } from '@hub/domain/performance/definitions';
import { householdTallies } from '@hub/domain/performance/household-rules';
import { journeysOfChild } from '@hub/domain/performance/hub-journeys';
import { placingsOfChild, type Region } from '@hub/domain/performance/hub-placings';
import { firstDay, lastDay, type Month } from '@hub/domain/performance/periods';
import { placingTallies } from '@hub/domain/performance/placing-rules';
import type { SourceKind } from '@hub/domain/performance/source';
import type { Tally } from '@hub/domain/performance/tally';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { childHistories } from './child-facts.queries';
import type { AgencyMonths, CountedAgency } from './counted';
import { householdJourneys } from './household-facts.queries';
import { monthsOfReturns, sourceInUse } from './returns.queries';

/** What is counted: in which months, and where. */
export interface Span {
  readonly months: readonly Month[];
  readonly region: Region;
}

/** Of every source that an agency has; the one that it chose is used, or the hub's own records where that tells nothing. */
export async function monthsOfSources(tx: Tx, vault: Vault, agency: CountedAgency, span: Span): Promise<readonly AgencyMonths[]> {
  const [chosen, returned] = [await sourceInUse(tx, agency.id), await monthsOfReturns(tx, agency.id)];
  const sources = new Map<SourceKind, AgencyMonths['months']>([['HUB', await monthsOfHub(tx, vault, agency, span)], ...[...returned].map(([source, told]) => [source, only(told, span.months)] as const)]);
  const used = (sources.get(chosen)?.size ?? 0) > 0 ? chosen : 'HUB';
  return [...sources].map(([source, told]) => ({ agencyId: agency.id, source, isUsed: source === used, months: told }));
}

const only = (told: AgencyMonths['months'], months: readonly Month[]): AgencyMonths['months'] => new Map(months.flatMap((month) => (told.has(month) ? [[month, told.get(month) ?? {}] as const] : [])));

/** The indicators that a source does not tell in its last month. */
export const lackedBy = ({ months }: AgencyMonths): readonly string[] => {
  const told = [...months.values()].at(-1) ?? {};
  return DEFINITIONS.map(({ code }) => code).filter((code) => told[code] === undefined);
};

/** A voluntary agency has no children of its own. Who leaves care otherwise than by adoption the hub does not know, so that it cannot tell A4. */
async function monthsOfHub(tx: Tx, vault: Vault, { id, kind }: CountedAgency, { months, region }: Span): Promise<AgencyMonths['months']> {
  const periods = months.map((month) => ({ from: firstDay(month), to: lastDay(month) }));
  const children = kind === 'COUNCIL' ? await childHistories(tx, vault, id) : null;
  const journeys = children?.flatMap(journeysOfChild) ?? [];
  const told = children === null ? [] : [childTallies(journeys, periods), adoptedTallies(journeys, periods), placingTallies(children.flatMap((child) => placingsOfChild(child, region)), periods)];
  const households = householdTallies(await householdJourneys(tx, id), periods);
  return new Map(months.map((month, at) => [month, Object.assign({}, ...told.map((tallies) => tallies[at]), households[at]) as Readonly<Record<string, Tally>>]));
}
