import { DEFINITIONS } from '@hub/domain/performance/definitions';
import { householdTallies } from '@hub/domain/performance/household-rules';
import type { Region } from '@hub/domain/performance/hub-placings';
import type { Period } from '@hub/domain/performance/indicator';
import { firstDay, lastDay, type Month } from '@hub/domain/performance/periods';
import { recordTallies } from '@hub/domain/performance/record-tallies';
import type { Counted, SourceKind } from '@hub/domain/performance/source';
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

type Told = AgencyMonths['months'];

/** Of every source that an agency has; the one that it chose is used, or the hub's own records where that tells of no month. Households are the hub's in every month of each: no file tells of them. */
export async function monthsOfSources(tx: Tx, vault: Vault, agency: CountedAgency, span: Span): Promise<readonly AgencyMonths[]> {
  const [chosen, returned] = [await sourceInUse(tx, agency.id), await monthsOfReturns(tx, agency.id)];
  const households = householdTallies(await householdJourneys(tx, agency.id), periodsOf(span));
  const beside = (told: Told): Told => new Map(span.months.map((month, at) => [month, { ...households[at], ...told.get(month) }]));
  const files = [...returned].filter(([, told]) => span.months.some((month) => told.has(month)));
  const sources = new Map<SourceKind, Told>([['HUB', beside(await childrenOfHub(tx, vault, agency, span))], ...files.map(([source, told]) => [source, beside(told)] as const)]);
  const used = sources.has(chosen) ? chosen : 'HUB';
  return [...sources].map(([source, months]) => ({ agencyId: agency.id, source, isUsed: source === used, months }));
}

const periodsOf = ({ months }: Span): readonly Period[] => months.map((month) => ({ from: firstDay(month), to: lastDay(month) }));

/** From what an agency is counted: with the indicators that its source tells in no month, and the months of which it tells fewer than of others. */
export function countedOf({ source, months }: AgencyMonths): Counted {
  const told = new Set([...months.values()].flatMap((tallies) => Object.keys(tallies)));
  const untold = [...months].flatMap(([month, tallies]) => (Object.keys(tallies).length < told.size ? [month] : []));
  return { source, lacks: DEFINITIONS.map(({ code }) => code).filter((code) => !told.has(code)), untold };
}

/** A voluntary agency has no children of its own. Who leaves care otherwise than by adoption the hub does not know, so that it cannot tell A4. */
async function childrenOfHub(tx: Tx, vault: Vault, { id, kind }: CountedAgency, span: Span): Promise<Told> {
  const told = kind === 'COUNCIL' ? recordTallies(await childHistories(tx, vault, id), periodsOf(span), span.region) : [];
  return new Map(span.months.map((month, at) => [month, Object.assign({}, ...told.map((tallies) => tallies[at])) as Readonly<Record<string, Tally>>]));
}
