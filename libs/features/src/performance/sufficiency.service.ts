import { Inject, Injectable } from '@nestjs/common';
import type { Action } from '@hub/domain/access/actions';
import { SYSTEM_ACTOR, type Actor } from '@hub/domain/access/actor';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { familiesShort, shortOf, sufficiencyWords, type SufficiencyDimension } from '@hub/domain/performance/sufficiency';
import { regionSufficiency, type ShownSufficiencyRow } from '@hub/domain/performance/sufficiency-shown';
import { Vault } from '@hub/database/crypto/vault';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { countByAgency, countsSeen, keepCounts, regionCountedOn, type SufficiencyCount } from './sufficiency.queries';

/** One kind of children, with the families for them: the own agency's numbers, and the region's as everybody may know them. */
export interface SufficiencyLine {
  readonly dimension: SufficiencyDimension;
  readonly value: string;
  readonly label: string;
  /** Null where the viewer's agency counts no children and no families. */
  readonly own: (ShownSufficiencyRow & { readonly notRecorded: number | null }) | null;
  /** Null before the first count. */
  readonly region: ShownSufficiencyRow | null;
}

export interface Sufficiency {
  readonly ownCountedOn: IsoDate | null;
  readonly regionCountedOn: IsoDate | null;
  readonly lines: readonly SufficiencyLine[];
  /** Kinds of which more wait than there are families, the shortest first, in words. */
  readonly shortHere: readonly string[];
  readonly shortInRegion: readonly string[];
}

/** Whether there are families for the children who wait, and which kind is short (docs/adr/0034). */
@Injectable()
export class SufficiencyService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  read(actor: Actor, action: Extract<Action, 'performance.read' | 'reports.export'> = 'performance.read'): Promise<Sufficiency> {
    return this.uow.run(actor, action, async (tx) => {
      const counts = await countsSeen(tx);
      shown({ count: counts.length });
      return sufficiencyFrom(counts);
    });
  }

  /** Each night. The region's numbers stay for the rest of a month, so that nobody sees one child come or go. */
  count(): Promise<void> {
    const today = isoDate(this.clock.today());
    return this.uow.run(SYSTEM_ACTOR, 'performance.reckon', async (tx) => {
      const byAgency = await countByAgency(tx, this.vault, today);
      await keepCounts(tx, 'AGENCIES', [...byAgency].flatMap(([agencyId, counted]) => counted.map((one) => ({ ...one, agencyId }))), today);
      if ((await regionCountedOn(tx))?.slice(0, 7) === today.slice(0, 7)) return;
      await keepCounts(tx, 'REGION', regionSufficiency([...byAgency.values()]).map((one) => ({ ...one, agencyId: null, notRecorded: null })), today);
    });
  }
}

function sufficiencyFrom(counts: readonly SufficiencyCount[]): Sufficiency {
  const [own, region] = [counts.filter(({ agencyId }) => agencyId !== null), counts.filter(({ agencyId }) => agencyId === null)];
  const labelOf = ({ dimension, value }: Pick<SufficiencyCount, 'dimension' | 'value'>): string => sufficiencyWords(dimension, value);
  const lines = (own.length > 0 ? own : region).map(({ dimension, value }): SufficiencyLine => {
    const same = (list: readonly SufficiencyCount[]) => list.find((one) => one.dimension === dimension && one.value === value) ?? null;
    return { dimension, value, label: labelOf({ dimension, value }), own: same(own), region: same(region) };
  });
  const kinds = (list: readonly SufficiencyCount[]) => shortOf(list).map(({ dimension, value }) => familiesShort(dimension, value));
  return { ownCountedOn: own[0]?.countedOn ?? null, regionCountedOn: region[0]?.countedOn ?? null, lines, shortHere: kinds(own), shortInRegion: kinds(region) };
}
