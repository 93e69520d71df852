import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { CLOCK_CODES, type ClockCode } from '@hub/domain/clocks/rules';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { agenciesByIds, type AgencySummary } from '../agencies/agencies.queries';
import type { ClockCounts } from './clock-items';
import { regionCounts, type ClockCount } from './region-clocks.queries';

export interface AgencyClocks {
  readonly agency: AgencySummary;
  readonly counts: ClockCounts;
  /** What is overdue longest, and for how many days; null where nothing is. */
  readonly longestCode: ClockCode | null;
  readonly longestDays: number | null;
}

export interface RuleClocks {
  readonly code: ClockCode;
  readonly counts: ClockCounts;
  /** Whose is overdue longest, and for how many days; null where none is. */
  readonly agency: AgencySummary | null;
  readonly longestDays: number | null;
}

export interface RegionClocks {
  /** Null before the first round. */
  readonly countedOn: IsoDate | null;
  /** Every agency that shares and has an open clock, whatever is asked for. */
  readonly agencies: readonly AgencyClocks[];
  /** In the order of the way of a case; of one agency where it is named. */
  readonly rules: readonly RuleClocks[];
}

/** How the clocks of the region's agencies stand, for the hub's coordinators: numbers, and no case. */
@Injectable()
export class RegionClocksService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  /** `agency`: by code. */
  read(actor: Actor, agency: string | null): Promise<RegionClocks> {
    return this.uow.run(actor, 'clocks.readRegion', async (tx) => {
      const counts = await regionCounts(tx);
      const agencies = await agenciesByIds(tx, [...new Set(counts.map(({ agencyId }) => agencyId))]);
      const byId = new Map(agencies.map((one) => [one.id, one]));
      const meant = counts.filter(({ agencyId }) => agency === null || byId.get(agencyId)?.code === agency);
      shown({ count: agencies.length });
      return {
        countedOn: counts.map(({ countedOn }) => countedOn).sort().at(-1) ?? null,
        agencies: agencies.map((one) => {
          const own = counts.filter(({ agencyId }) => agencyId === one.id);
          const longest = longestOf(own);
          return { agency: one, counts: sumOf(own), longestCode: longest?.code ?? null, longestDays: longest?.longestDays ?? null };
        }),
        rules: CLOCK_CODES.flatMap((code) => {
          const same = meant.filter((count) => count.code === code);
          const longest = longestOf(same);
          return same.length === 0 ? [] : [{ code, counts: sumOf(same), agency: (longest && byId.get(longest.agencyId)) ?? null, longestDays: longest?.longestDays ?? null }];
        }),
      };
    });
  }
}

function sumOf(counts: readonly ClockCount[]): ClockCounts {
  const sum = (standing: keyof ClockCounts): number => counts.reduce((total, count) => total + count[standing], 0);
  return { overdue: sum('overdue'), soon: sum('soon'), running: sum('running'), paused: sum('paused') };
}

const longestOf = (counts: readonly ClockCount[]): ClockCount | undefined =>
  counts.filter(({ longestDays }) => longestDays !== null).sort((a, b) => (b.longestDays ?? 0) - (a.longestDays ?? 0))[0];
