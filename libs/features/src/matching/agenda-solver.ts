import type { Highs, Model, ModelData } from 'highs';
import { agendaObjective, agendaOf } from '@hub/domain/matching/agenda/agenda';
import type { Agenda } from '@hub/domain/matching/agenda/agenda';
import { agendaBound, pricesOf } from '@hub/domain/matching/agenda/bound';
import type { AgendaPrices } from '@hub/domain/matching/agenda/bound';
import { greedyLinks } from '@hub/domain/matching/agenda/greedy';
import { agendaProblem } from '@hub/domain/matching/agenda/problem';
import type { AgendaLink, AgendaProblem } from '@hub/domain/matching/agenda/problem';
import { agendaProgramme, chosenLinks } from '@hub/domain/matching/agenda/programme';
import type { Programme } from '@hub/domain/matching/agenda/programme';
import type { AgendaRequest } from '@hub/domain/matching/agenda/request';

interface Search {
  readonly highs: Highs;
  readonly model: Model;
  readonly problem: AgendaProblem;
  readonly programme: Programme;
  readonly seconds: number;
}

/** The best links that a search came to, and what no agenda exceeds. */
interface Finding {
  readonly links: readonly AgendaLink[];
  readonly bound: number;
}

// Of the time; the rest is for turning the plans that were found into links.
const SEARCH_SHARE = 0.8;
// Presolve and perturbed costs double the time that the simplex method takes here.
const RELAXED = { presolve: 'off', dual_simplex_cost_perturbation_multiplier: 0 };
const BRANCHING = { presolve: 'choose', dual_simplex_cost_perturbation_multiplier: 1, mip_rel_gap: 0, mip_abs_gap: 1e-9 };

let loaded: Promise<Highs> | undefined;

/**
 * The best agenda of a request. The thread is busy meanwhile; after so many seconds the best at hand is proposed and its gap told.
 * Throws a `DomainError` where pins contradict each other.
 */
export async function solveAgenda(request: AgendaRequest, seconds: number): Promise<Agenda> {
  const problem = agendaProblem(request);
  if (problem.links.length === 0) return agendaOf(problem, [], 0);
  const programme = agendaProgramme(problem);
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- Loaded once an agenda is asked for; an import() would need a flag of Node in tests.
    const highs = await (loaded ??= (require('highs') as typeof import('highs')).default());
    const { links, bound } = highs.withModel(modelData(highs, programme), (model) => search({ highs, model, problem, programme, seconds }));
    return agendaOf(problem, links, bound);
  } catch (error) {
    // What is left of a solver that failed is not to be trusted with the next agenda.
    loaded = undefined;
    throw error;
  }
}

// First without whole numbers: then nothing but the choice between plans can come out fractional (docs/adr/0016).
function search({ highs, model, problem, programme, seconds }: Search): Finding {
  model.options.set({ output_flag: false, time_limit: SEARCH_SHARE * seconds, ...RELAXED });
  if (!runs(highs, model)) {
    const links = greedyLinks(problem);
    return { links, bound: agendaBound(problem, pricesOf(problem, links)) };
  }
  const { colValue, rowDual } = model.getSolution();
  const bound = agendaBound(problem, solverPrices(problem, programme, rowDual));
  const isWhole = colValue.slice(programme.planColumn).every((plan) => Math.abs(plan - Math.round(plan)) < 1e-6);
  return isWhole ? { links: chosenLinks(problem, colValue), bound } : choosePlans({ highs, model, problem, programme, seconds }, bound);
}

// With the plans that branching chose, the rest is whole again without whole numbers asked for.
function choosePlans({ highs, model, problem, programme: { planColumn, cost }, seconds }: Search, relaxedBound: number): Finding {
  const columns = { kind: 'range', from: planColumn, to: cost.length - 1 } as const;
  model.changeColsIntegrality(columns, new Int32Array(cost.length - planColumn).fill(highs.constants.variableType.integer));
  model.options.set(BRANCHING);
  runs(highs, model);
  const bound = Math.min(relaxedBound, Number(model.info.get('mip_dual_bound')));
  const greedy = greedyLinks(problem);
  if (model.info.get('primal_solution_status') !== highs.constants.solutionStatus.feasible) return { links: greedy, bound };
  const plans = model.getSolution().colValue.slice(planColumn).map(Math.round);
  model.clearIntegrality();
  model.changeColsBounds(columns, plans, plans);
  model.options.set({ time_limit: seconds, ...RELAXED });
  const links = runs(highs, model) ? chosenLinks(problem, model.getSolution().colValue) : greedy;
  return { links: agendaObjective(problem, links) < agendaObjective(problem, greedy) ? greedy : links, bound };
}

function modelData({ constants }: Highs, { cost, lower, upper, rowLower, rowUpper, starts, rows, values }: Programme): ModelData {
  const [numCols, numRows] = [cost.length, rowLower.length];
  return {
    numCols, numRows, sense: constants.objectiveSense.maximize, colCost: cost, colLower: lower, colUpper: upper, rowLower, rowUpper,
    matrix: { format: 'csc', numCols, numRows, starts, indices: rows, values },
  };
}

// True where solved to the end, false where time ran out. An agenda always exists, so anything else is a fault.
function runs({ constants }: Highs, model: Model): boolean {
  model.run();
  const status = model.getModelStatus();
  if (status !== constants.modelStatus.optimal && status !== constants.modelStatus.timeLimit) throw new Error(`The solver stopped with status ${status}.`);
  return status === constants.modelStatus.optimal;
}

// A household's row tells what one more place on it is worth together with one more place in the meeting.
function solverPrices({ households }: AgendaProblem, { sizeRow }: Programme, rowDual: Float64Array): AgendaPrices {
  const link = sizeRow === null ? 0 : Math.max(0, rowDual[sizeRow] ?? 0);
  return { link, households: households.map((_, at) => Math.max(0, (rowDual[at] ?? 0) - link)) };
}
