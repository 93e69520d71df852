import loadHighs from 'highs';
import { isoDate } from '@hub/domain/dates/iso-date';
import { agendaOf } from '@hub/domain/matching/agenda/agenda';
import type { Agenda } from '@hub/domain/matching/agenda/agenda';
import { greedyLinks } from '@hub/domain/matching/agenda/greedy';
import { agendaProblem } from '@hub/domain/matching/agenda/problem';
import type { AgendaRequest } from '@hub/domain/matching/agenda/request';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import { generatePool } from '@hub/domain/matching/generate-pool';
import { matchPoolByColumns } from '@hub/domain/matching/kernel';
import { solveAgenda } from '@hub/features/matching/agenda-solver';
import type { BenchRow } from '../bench-row';
import { checksum } from '../matching/checksum';
import { timed } from '../matching/timing';
import { lpText } from './lp-text';

const SIZE = 1_000;
const TOP = 20;
const GROUPS = 100;
const RUNS = 9;
const SECONDS = 60;
/** The goal, with gap 0. */
const LIMIT_S = 0.5;

interface AgendaRow extends BenchRow {
  readonly objective: number;
  /** 0 where proven best; `null` where the engine proves nothing. */
  readonly gap: number | null;
  readonly links: number;
  readonly linkedUnits: number;
}

/** Solves the agenda of a pool's shortlists, beside the greedy agenda and the programme written out as text. */
export async function run({ json }: { readonly json: boolean }): Promise<readonly AgendaRow[]> {
  const say = (text: string): void => void (json || process.stderr.write(`${text}\n`));
  const pool = generatePool({ seed: 7, units: SIZE, households: SIZE, asAt: isoDate('2026-11-01') });
  const units = matchPoolByColumns(pool, DEFAULT_POLICY, { top: TOP });
  const plain: AgendaRequest = { units, siblings: [], limits: DEFAULT_POLICY.agenda, maxLinks: null, pinned: [], ruledOut: [] };
  const rows: AgendaRow[] = [];
  for (const [name, request] of [
    [`agenda of the top ${TOP}`, plain],
    [`the same, room for 300 links`, { ...plain, maxLinks: 300 }],
    [`the same, ${GROUPS} groups together or apart`, { ...plain, siblings: groupsOf(units) }],
  ] as const) {
    say(`${name}: solver and greedy`);
    const solved = await solvedRow(name, request);
    rows.push(solved, await greedyRow(solved, request));
    if (request.siblings.length > 0) continue;
    say(`${name}: LP text`);
    rows.push(await textRow(solved, request));
  }
  return rows;
}

/** Every three units in turn stand for a sibling group and its two parts. */
function groupsOf(units: AgendaRequest['units']): AgendaRequest['siblings'] {
  return Array.from({ length: GROUPS }, (_, at) => {
    const [together, one, other] = units.slice(3 * at).map(({ unit }) => unit) as [string, string, string];
    return { group: together, plans: [[together], [one, other]] };
  });
}

async function solvedRow(name: string, request: AgendaRequest): Promise<AgendaRow> {
  const { median_s, result } = await timed(RUNS, () => solveAgenda(request, SECONDS));
  if (result.gap > 0 || median_s > LIMIT_S) process.stderr.write(`${name}: gap ${result.gap}, ${median_s} s; the goal is gap 0 in ${LIMIT_S} s\n`);
  return { ...figures(result), name, engine: 'simplex, then branching', units: SIZE, households: SIZE, median_s, runs: RUNS, gap: result.gap, ratio: 1 };
}

async function greedyRow(solved: AgendaRow, request: AgendaRequest): Promise<AgendaRow> {
  const { median_s, result } = await timed(RUNS, () => {
    const problem = agendaProblem(request);
    return agendaOf(problem, greedyLinks(problem), Infinity);
  });
  return { ...solved, ...figures(result), engine: 'greedy', median_s, runs: RUNS, gap: null, ratio: ratio(median_s, solved) };
}

async function textRow(solved: AgendaRow, request: AgendaRequest): Promise<AgendaRow> {
  const highs = await loadHighs();
  const runs = 3;
  const { median_s, result } = await timed(runs, () => {
    const problem = agendaProblem(request);
    const { Columns } = highs.solve(lpText(problem), { output_flag: false, mip_rel_gap: 0 });
    const links = problem.links.filter(({ at }) => primalOf(Columns[`x${at}`]) > 0.5);
    return agendaOf(problem, links, Infinity);
  });
  const row = { ...solved, ...figures(result), engine: 'LP text, all binary', median_s, runs, gap: null, ratio: ratio(median_s, solved) };
  if (row.checksum !== solved.checksum) throw new Error(`The text's optimum is ${row.objective}, the agenda's ${solved.objective}.`);
  return row;
}

// The worth alone is summed: of several agendas that are worth the same each engine finds one.
function figures({ objective, units }: Agenda): Pick<AgendaRow, 'objective' | 'links' | 'linkedUnits' | 'checksum'> {
  const worth = objective.toFixed(6);
  return { objective: Number(worth), links: units.flatMap(({ links }) => links).length, linkedUnits: units.length, checksum: checksum([worth]) };
}

const ratio = (median_s: number, solved: AgendaRow): number => Number((median_s / solved.median_s).toFixed(2));

// An infeasible column has no value; an agenda always exists.
const primalOf = (column: object | undefined): number => (column !== undefined && 'Primal' in column ? Number(column.Primal) : NaN);
