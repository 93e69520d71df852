import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { isoDate } from '@hub/domain/dates/iso-date';
import { invalid, notFound } from '@hub/domain/errors';
import type { SheetRows } from '@hub/domain/interchange/cell';
import { compareSources, type ComparedSources, type MonthTallies } from '@hub/domain/performance/compare-sources';
import { readAnnexAFiles, readReturnFiles } from '@hub/domain/performance/return-files';
import { coveredBy, returnMonths } from '@hub/domain/performance/return-months';
import type { SourceKind } from '@hub/domain/performance/source';
import { UnitOfWork } from '@hub/database/unit-of-work';
import type { Tx } from '@hub/database/tx';
import { Clock } from '@hub/platform/clock';
import { enqueue, reckonPerformance } from '@hub/queue/jobs';
import { FileReader } from '../interchange/reading/file-reader';
import { chooseSource, countedMonths, deleteReturn, insertReturn, monthsOfReturns, returnsOf, sourceInUse, warningsOf, type ReturnKind, type ReturnRow, type ReturnWarning } from './returns.queries';

/** What is uploaded: `year` of a return, `asAt` of Annex A. */
export interface ReturnRequest {
  readonly source: ReturnKind;
  readonly year: number | null;
  readonly asAt: IsoDate | null;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** What an agency is counted from, what it has uploaded, and where its sources tell different figures. */
export interface Sources {
  readonly used: SourceKind;
  readonly returns: readonly ReturnRow[];
  readonly compared: readonly ComparedSources[];
}

/** Files as sources of an agency's figures, beside its records in the hub: read, tallied by month, and not kept. */
@Injectable()
export class ReturnsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(FileReader) private readonly files: FileReader, @Inject(Clock) private readonly clock: Clock) {}

  sources(actor: Actor): Promise<Sources> {
    return this.uow.run(actor, 'returns.read', (tx) => sourcesOf(tx, actor));
  }

  /** Where the rules are broken in one of the own agency's files, in the order of the file. Throws NOT_FOUND. */
  async warnings(actor: Actor, id: string): Promise<readonly ReturnWarning[]> {
    const found = await this.uow.run(actor, 'returns.read', (tx) => warningsOf(tx, id));
    if (found === undefined) throw notFound('file of your agency');
    return found;
  }

  /** Throws FORBIDDEN before anything is read, and FILE_REFUSED or INVALID_INPUT with a sentence. The agency's figures follow with a reckoning, where this source is used. */
  async load(actor: Actor, { source, year, asAt, files }: ReturnRequest): Promise<Sources> {
    await this.uow.run(actor, 'returns.load', () => Promise.resolve());
    const today = isoDate(this.clock.today());
    const on = source === 'SSDA903' ? coveredBy({ year: mustBe(year, 'year', 'Say which year’s return it is.'), asAt: today }).to : mustBe(asAt, 'asAt', 'Say of which day the file is.');
    if (on > today) throw invalid([source === 'SSDA903' ? { path: 'year', message: 'That year is not over yet: the return is of a year to 31 March.' } : { path: 'asAt', message: 'That day lies in the future.' }]);
    const sheets: SheetRows[] = [];
    for (const { name, bytes } of files) sheets.push(...(await this.files.read(name, bytes)));
    const read = year === null || source === 'ANNEX_A' ? readAnnexAFiles(sheets, today) : readReturnFiles(sheets, year);
    const of = { year: source === 'SSDA903' ? year : null, asAt: on };
    const months = returnMonths(read, coveredBy(of));
    return this.uow.run(actor, 'returns.load', async (tx) => {
      await insertReturn(tx, actor, { source, ...of, files: read.files, warnings: read.warnings, months });
      await enqueue(tx, reckonPerformance, {});
      return sourcesOf(tx, actor);
    });
  }

  /** What was told by it is told no more, once it is reckoned anew. */
  remove(actor: Actor, id: string): Promise<Sources> {
    return this.uow.run(actor, 'returns.load', async (tx) => {
      if (!(await deleteReturn(tx, id))) throw notFound('file of your agency');
      await enqueue(tx, reckonPerformance, {});
      return sourcesOf(tx, actor);
    });
  }

  /** From what the agency's figures are reckoned, once that is done anew. */
  choose(actor: Actor, source: SourceKind): Promise<Sources> {
    return this.uow.run(actor, 'returns.choose', async (tx) => {
      if (source !== 'HUB' && !(await returnsOf(tx)).some((one) => one.source === source)) throw invalid([{ path: 'source', message: 'No such file is there yet. Upload one first.' }]);
      await chooseSource(tx, actor, source);
      await enqueue(tx, reckonPerformance, {});
      return sourcesOf(tx, actor);
    });
  }
}

async function sourcesOf(tx: Tx, actor: Actor): Promise<Sources> {
  const [chosen, returns] = [await sourceInUse(tx, actor.agencyId), await returnsOf(tx)];
  const used = returns.some(({ source }) => source === chosen) ? chosen : 'HUB';
  const hub = await countedMonths(tx, actor.agencyId);
  const all = new Map<SourceKind, MonthTallies>([...(hub.size > 0 ? [['HUB', hub] as const] : []), ...(await monthsOfReturns(tx, actor.agencyId))]);
  return { used, returns, compared: compareSources(all) };
}

function mustBe<T>(value: T | null, path: string, message: string): T {
  if (value === null) throw invalid([{ path, message }]);
  return value;
}
