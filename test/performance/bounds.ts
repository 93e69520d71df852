import loadHighs, { type Highs, type Model } from 'highs';
import type { Secret, Terms, Unknowns } from './unknowns';
import type { Known } from './knowledge';

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Between which whole numbers each secret lies, for whoever knows these numbers and that there is never less than nobody. */
export async function rangesOf(unknowns: Unknowns, known: readonly Known[], secrets: readonly Secret[]): Promise<readonly Range[]> {
  const highs = await loadHighs();
  const [never, count] = [unknowns.atLeastNobody(), unknowns.count];
  const rows = [...known.map(({ terms, value }) => ({ terms, lower: value, upper: value })), ...never.map((terms) => ({ terms, lower: 0, upper: Infinity }))];
  const data = {
    numCols: count, numRows: rows.length, sense: highs.constants.objectiveSense.minimize, colCost: new Array<number>(count).fill(0), colLower: new Array<number>(count).fill(0), colUpper: new Array<number>(count).fill(1000),
    rowLower: rows.map(({ lower }) => lower), rowUpper: rows.map(({ upper }) => upper), matrix: byRow(count, rows.map(({ terms }) => terms)),
    integrality: new Int32Array(count).fill(highs.constants.variableType.integer),
  };
  return highs.withModel(data as never, (model) => secrets.map(({ terms }) => ({ least: best(highs, model, terms, 1), most: -best(highs, model, terms, -1) })));
}

function byRow(numCols: number, rows: readonly Terms[]): object {
  const entries = rows.map((terms) => [...terms].filter(([, times]) => times !== 0));
  let start = 0;
  const starts = [0, ...entries.map((row) => (start += row.length))];
  return { format: 'csr', numCols, numRows: rows.length, starts, indices: entries.flatMap((row) => row.map(([unknown]) => unknown)), values: entries.flatMap((row) => row.map(([, times]) => times)) };
}

function best(highs: Highs, model: Model, terms: Terms, sign: 1 | -1): number {
  model.options.set({ output_flag: false });
  for (const [unknown, times] of terms) model.changeColCost(unknown, sign * times);
  model.run();
  if (model.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error(`The solver stopped with status ${model.getModelStatus()}.`);
  const value = Math.round(Number(model.info.get('objective_function_value')));
  for (const [unknown] of terms) model.changeColCost(unknown, 0);
  return value;
}
