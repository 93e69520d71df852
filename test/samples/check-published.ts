import { deepStrictEqual, ok } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEngland } from '@hub/domain/performance/england';
import { parseNeighbours } from '@hub/domain/performance/neighbours';
import { FileReader } from '@hub/features/interchange/reading/file-reader';

const ENGLAND = 'national_cla_adopted_average_time_between_adoption_process_stages.csv';
const NEIGHBOURS = 'New_Statistical_Neighbour_Groupings_April_2021.csv';

/** National totals of 2021 to 2025 as they are printed elsewhere: years and months of stages 1 to 6, and how many were placed within twelve months. */
const TOTALS = ['0:07 0:09 0:01 1:04 0:10 2:02 2160', '0:08 0:09 0:01 1:06 0:09 2:03 2140', '0:08 0:10 0:01 1:07 0:10 2:05 2130', '0:09 0:10 0:01 1:07 0:09 2:05 2180', '0:09 0:10 0:01 1:07 0:09 2:03 2150'];
const STAGES = ['EC_ADM', 'ADM_M', 'M_P', 'EC_P', 'P_AO', 'EC_AO', 'PLACED_12'] as const;

/** Files that the Department for Education has published, beside a plain reading of their lines. */
export async function checkPublished(folder: string): Promise<void> {
  const read = async (name: string) => (await new FileReader().read(name, readFileSync(join(folder, name))))[0] ?? { name, rows: [] };
  const linesOf = (name: string): readonly string[] => readFileSync(join(folder, name), 'utf8').replace('\ufeff', '').split(/\r?\n/).slice(1);
  const england = parseEngland(await read(ENGLAND));
  deepStrictEqual([england.rows, england.figures.length, england.issues], [315, linesOf(ENGLAND).filter((line) => line !== '').length, []], 'every line of England');
  TOTALS.forEach((line, at) => {
    const words = STAGES.map((stage) => {
      const value = england.figures.find((figure) => figure.year === 2021 + at && figure.stage === stage && figure.ageGroup === 'Total')?.value ?? -1;
      return stage === 'PLACED_12' ? String(value) : `${Math.floor(value / 12)}:${String(value % 12).padStart(2, '0')}`;
    });
    deepStrictEqual(words.join(' '), line, `England in ${2021 + at}`);
  });
  const neighbours = parseNeighbours(await read(NEIGHBOURS));
  const councils = linesOf(NEIGHBOURS).filter((line) => /^\d{3},/.test(line));
  deepStrictEqual([neighbours.rows, neighbours.groups.length, neighbours.issues], [councils.length, councils.length, []], 'every council');
  for (const { council, neighbours: ten } of neighbours.groups) ok(councils.some((line) => line.startsWith(`${council},`) && line.includes(ten.map((one) => one.council).at(0) ?? '-') && ten.length === 10), `ten neighbours of ${council}`);
  console.log(`as expected: ${england.figures.length} figures of England, neighbours of ${councils.length} councils`);
}
