import type { Actor } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { monthLater, monthOf } from '@hub/domain/performance/periods';
import type { Services } from './demonstration.module';

/** England of 2025: 1:07, 0:09 and 0:09, which are some 578, 274 and 274 days; invented children lie around them. */
const AROUND = { A1: [400, 700], 'STAGE.EC_ADM': [150, 350], 'STAGE.P_AO': [150, 350] } as const;

/** What is to be seen of performance in the loaded demonstration. */
export const PERFORMANCE_SEEN = { isCurrent: true, around: [true, true, true], areMany: true, published: ['Figures of the demonstration'], files: 1, areCompared: true, differing: [] };

/** For a test: what a manager sees of it. */
export async function performanceSeen({ performance, returns }: Services, manager: Actor): Promise<object> {
  const today = isoDate(new Date().toISOString().slice(0, 10));
  const { edition, figures } = await performance.figures(manager, { codes: Object.keys(AROUND), agencies: [manager.agencyCode], kind: 'THREE_YEARS', to: [monthLater(monthOf(today), -1)], basis: 'RESTATED' });
  const { returns: files, compared } = await returns.sources(manager);
  return {
    isCurrent: edition?.isCurrent, areMany: figures.every(({ n }) => n > 50), files: files.length, areCompared: compared.length > 15, differing: compared.filter(({ differs }) => differs),
    around: figures.map(({ code, value }) => AROUND[code as keyof typeof AROUND][0] < (value ?? 0) && (value ?? 0) < AROUND[code as keyof typeof AROUND][1]), published: (await performance.editions(manager)).flatMap(({ name }) => name ?? []),
  };
}
