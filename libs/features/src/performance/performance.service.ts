import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { invalid, notFound } from '@hub/domain/errors';
import { definitionOf, DEFINITIONS } from '@hub/domain/performance/definitions';
import { withoutValue, type Definition } from '@hub/domain/performance/indicator';
import { firstDay, monthOf, monthsOf, periodEnding, type Month, type PeriodKind } from '@hub/domain/performance/periods';
import type { RegionBasis, ShownFigure } from '@hub/domain/performance/shown';
import type { SourceKind } from '@hub/domain/performance/source';
import { seenOfBlocks, seenOfMonths, type Seen } from '@hub/domain/performance/windows';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { agenciesByIds, mustFindAgencies, type AgencySummary } from '../agencies/agencies.queries';
import { findEdition, listEditions, type EditionRow } from './editions.queries';
import { blockKey, blocksOfAgencies, monthsOfAgency } from './figures.queries';

export interface FiguresQuery {
  readonly codes: readonly string[];
  /** By code; null: the region. ALL: the region, and every agency that was counted, by name. */
  readonly agencies: readonly (string | null)[] | 'ALL';
  readonly kind: PeriodKind;
  /** Months with which the periods end. */
  readonly to: readonly Month[];
  /** Of the region alone. */
  readonly basis: RegionBasis;
  /** By its reference; without it the current one. */
  readonly edition?: string;
}

export type Edition = Omit<EditionRow, 'id' | 'agencies'>;

export interface FiguresAnswer {
  /** Null before the first reckoning. */
  readonly edition: Edition | null;
  /** By indicator, then agency, then period, each in the order of the question. */
  readonly figures: readonly ShownFigure[];
  /** What each agency among them was counted from. */
  readonly sources: readonly { readonly agency: string; readonly source: SourceKind }[];
}

type Whose = Pick<AgencySummary, 'id' | 'code'> | null;

/** So much stands on no page and in no file. */
const MOST = 50_000;

/** THE door to figures, for pages, files, reports and the API: the own agency's in full, everybody else's and the region's from what nobody can be told apart by (docs/adr/0031). */
@Injectable()
export class PerformanceService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  /** In the order in which they are shown. */
  definitions(): readonly Definition[] {
    return DEFINITIONS;
  }

  /** The current edition and those that were published, the latest first. */
  editions(actor: Actor): Promise<readonly Edition[]> {
    return this.uow.run(actor, 'performance.read', async (tx) => (await listEditions(tx)).map(toEdition));
  }

  /** Throws NOT_FOUND for an edition or agency that is not known, INVALID_INPUT for an indicator that is not. */
  figures(actor: Actor, query: FiguresQuery): Promise<FiguresAnswer> {
    return this.uow.run(actor, 'performance.read', (tx) => readFigures(tx, actor, query));
  }
}

/** The same inside a unit of work under an action that reads figures. */
export async function readFigures(tx: Tx, actor: Actor, query: FiguresQuery): Promise<FiguresAnswer> {
  const definitions = query.codes.map((code) => definitionOf(code) ?? unknownCode(code));
  const edition = await findEdition(tx, query.edition);
  if (edition === undefined) {
    if (query.edition !== undefined) throw notFound('reckoning', query.edition);
    return { edition: null, figures: [], sources: [] };
  }
  const whose = await agenciesAsked(tx, edition, query.agencies);
  if (definitions.length * whose.length * query.to.length > MOST) throw invalid([{ path: 'to', message: 'So many figures at once cannot be shown. Ask for fewer indicators, agencies or periods.' }]);
  const seen = await lookUp(tx, actor, edition, query, whose);
  const ends = query.to.map((to) => ({ months: monthsOf(query.kind, to), period: periodEnding(query.kind, to) }));
  const figures = definitions.flatMap((definition) => whose.flatMap((agency) => ends.map(({ months, period }): ShownFigure => {
    const { figure, isHidden } = seen(definition, agency, months);
    return { ...figure, isHidden, code: definition.code, agency: agency?.code ?? null, period };
  })));
  return { edition: toEdition(edition), figures, sources: sourcesOf(edition, whose) };
}

function sourcesOf({ agencies }: EditionRow, whose: readonly Whose[]): FiguresAnswer['sources'] {
  return whose.flatMap((agency) => {
    const counted = agency === null ? undefined : agencies[agency.id];
    return agency === null || counted === undefined ? [] : [{ agency: agency.code, source: counted.source }];
  });
}

async function agenciesAsked(tx: Tx, edition: EditionRow, agencies: FiguresQuery['agencies']): Promise<readonly Whose[]> {
  if (agencies === 'ALL') return [null, ...(await agenciesByIds(tx, Object.keys(edition.agencies)))];
  const found = new Map((await mustFindAgencies(tx, agencies.filter((code) => code !== null))).map((agency) => [agency.code, agency]));
  return agencies.map((code) => (code === null ? null : (found.get(code) ?? null)));
}

type LookUp = (definition: Definition, agency: Whose, months: readonly Month[]) => Seen;

async function lookUp(tx: Tx, actor: Actor, edition: EditionRow, { codes, kind, to, basis }: FiguresQuery, whose: readonly Whose[]): Promise<LookUp> {
  const ends = [...to].sort();
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined) return () => outside;
  const asked = { editionId: edition.id, codes, from: firstDay(monthsOf(kind, first)[0] ?? first), to: firstDay(last) };
  const own = whose.some((agency) => agency?.id === actor.agencyId) ? await monthsOfAgency(tx, actor.agencyId, asked) : new Map<string, ReadonlyMap<Month, never>>();
  const blocks = await blocksOfAgencies(tx, whose.flatMap((agency) => (agency?.id === actor.agencyId ? [] : [agency?.id ?? null])), basis, asked);
  return (definition, agency, months) => {
    if ((months[0] ?? '') < monthOf(edition.firstMonth) || (months.at(-1) ?? '') > monthOf(edition.lastMonth)) return outside;
    if (agency !== null && (edition.agencies[agency.id]?.lacks.includes(definition.code) ?? true)) return lacking;
    return agency?.id === actor.agencyId ? seenOfMonths(definition, months, own.get(definition.code) ?? new Map()) : seenOfBlocks(definition, months, blocks.get(blockKey(agency?.id ?? null, definition.code)) ?? []);
  };
}

const outside: Seen = { figure: withoutValue('The months that were counted do not reach so far.'), isHidden: false };
const lacking: Seen = { figure: withoutValue('The source that this agency is counted from does not tell this.'), isHidden: false };

function unknownCode(code: string): never {
  throw invalid([{ path: 'codes', message: /^[A-Z0-9_.]{1,40}$/.test(code) ? `There is no indicator ${code}.` : 'There is no such indicator.' }]);
}

/** Without what tells agencies by their ids. */
export const toEdition = ({ reference, name, dataDate, reckonedAt, firstMonth, lastMonth, definitions, isCurrent }: EditionRow): Edition => ({ reference, name, dataDate, reckonedAt, firstMonth, lastMonth, definitions, isCurrent });
