import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, notFound } from '@hub/domain/errors';
import type { Issue } from '@hub/domain/interchange/issue';
import { parseEngland } from '@hub/domain/performance/england';
import { parseNeighbours, type Closeness } from '@hub/domain/performance/neighbours';
import { UnitOfWork } from '@hub/database/unit-of-work';
import type { Tx } from '@hub/database/tx';
import { agenciesNamed, findAgency, type AgencySummary } from '../agencies/agencies.queries';
import { FileReader } from '../interchange/reading/file-reader';
import { councilNumbered, councils, englandFigures, neighboursOfAgencies, numberCouncil, replaceNeighbours, saveEngland, type PublishedFigure } from './benchmarks.queries';

/** What a file of published figures came to. */
export interface BenchmarkReport {
  readonly rows: number;
  /** Figures that are new or other than before; councils that have neighbours now. */
  readonly taken: number;
  readonly issues: readonly Issue[];
}

export interface Neighbour {
  readonly council: string;
  readonly name: string;
  /** Null: none of the hub's. */
  readonly agency: AgencySummary | null;
  readonly closeness: Closeness;
}

export interface CouncilOfEngland {
  readonly council: string;
  readonly name: string;
  readonly agency: AgencySummary | null;
  /** The closest first; of the hub's agencies alone. */
  readonly neighbours: readonly Neighbour[];
}

export interface Benchmarks {
  readonly england: readonly PublishedFigure[];
  readonly councils: readonly CouncilOfEngland[];
}

export const BENCHMARK_KINDS = ['NEIGHBOURS', 'ENGLAND'] as const;
export type BenchmarkKind = (typeof BENCHMARK_KINDS)[number];

/** The longest name of a file that is kept as a source. */
const MOST_LETTERS = 300;

/** England's published figures, and which councils of England are alike. No case data. */
@Injectable()
export class BenchmarksService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(FileReader) private readonly files: FileReader) {}

  benchmarks(actor: Actor): Promise<Benchmarks> {
    return this.uow.run(actor, 'agencies.list', benchmarksOf);
  }

  /** Takes the good rows of England. A grouping replaces the last whole, so that one with any fault changes nothing. Throws FORBIDDEN before anything is read, and FILE_REFUSED. */
  async load(actor: Actor, kind: BenchmarkKind, fileName: string, bytes: Buffer): Promise<BenchmarkReport> {
    await this.uow.run(actor, 'benchmarks.load', () => Promise.resolve());
    const sheets = await this.files.read(fileName, bytes);
    const [sheet, source] = [sheets[0] ?? { name: fileName, rows: [] }, fileName.slice(0, MOST_LETTERS)];
    if (kind === 'ENGLAND') {
      const { figures, ...told } = parseEngland(sheet);
      return { ...told, taken: await this.uow.run(actor, 'benchmarks.load', (tx) => saveEngland(tx, figures, source)) };
    }
    const { groups, ...told } = parseNeighbours(sheet);
    return { ...told, taken: await this.uow.run(actor, 'benchmarks.load', (tx) => (told.issues.length > 0 || groups.length === 0 ? Promise.resolve(0) : replaceNeighbours(tx, groups, source))) };
  }

  /** Which council of England an agency is; null: none. Throws CONFLICT where that is another agency already. */
  number(actor: Actor, agency: string, council: string | null): Promise<Benchmarks> {
    return this.uow.run(actor, 'benchmarks.load', async (tx) => {
      const found = await findAgency(tx, agency);
      if (found === undefined) throw notFound('agency');
      const standing = council === null ? undefined : await councilNumbered(tx, council);
      if (council !== null && standing === undefined) throw notFound('council in the groupings');
      if (standing != null && standing.agencyId !== null && standing.agencyId !== found.id) throw conflict('CONFLICT', 'Another agency has this number. Take it away there first.');
      await numberCouncil(tx, found.id, council);
      return benchmarksOf(tx);
    });
  }
}

async function benchmarksOf(tx: Tx): Promise<Benchmarks> {
  const [england, all, pairs] = [await englandFigures(tx), await councils(tx), await neighboursOfAgencies(tx)];
  const agencies = await agenciesNamed(tx, all.flatMap(({ agencyId }) => agencyId ?? []));
  const named = new Map(all.map(({ council, name, agencyId }) => [council, { council, name, agency: agencies.get(agencyId ?? '') ?? null }]));
  const neighboursOf = (of: string): Neighbour[] =>
    pairs.filter(({ council }) => council === of).map(({ neighbour, closeness }) => ({ ...(named.get(neighbour) ?? { council: neighbour, name: neighbour, agency: null }), closeness }));
  return { england, councils: [...named.values()].map((council) => ({ ...council, neighbours: neighboursOf(council.council) })) };
}
