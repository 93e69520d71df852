import { deepStrictEqual, ok } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indicatorsCommand } from '../../apps/cli/src/indicators/indicators.command';

interface Printed {
  readonly files: readonly { readonly file: string; readonly rows: number; readonly adoptions: number | null }[];
  readonly warnings: readonly { readonly rule: string; readonly file: string; readonly row: number | null }[];
}

const ADOPTED = /,E1[12],/;

/** Returns that others have published, read at the command line, beside a plain reading of their lines. */
export async function checkReturns(folder: string): Promise<void> {
  await check(join(folder, '903-cs-demand-model'), 2020, 14);
  await check(join(folder, '903-cs-demand-model'), 2021, 11);
  await check(join(folder, '903-liia'), 2020, 0);
}

async function check(folder: string, year: number, adoptions: number): Promise<void> {
  const printed: string[] = [];
  const code = await indicatorsCommand.run(['--ssda903', folder, '--year', String(year), '--json'], { out: (line) => void printed.push(line), err: () => undefined });
  deepStrictEqual(code, 0);
  const { files, warnings } = JSON.parse(printed.join('\n')) as Printed;
  const linesOf = (file: string): readonly string[] => readFileSync(join(folder, file), 'utf8').split(/\r?\n/).slice(1).filter((line) => line.replaceAll(',', '').trim() !== '');
  const named = readdirSync(folder).filter((name) => name.endsWith('.csv') && (name.includes(String(year)) || !/(19|20)\d\d/.test(name))).sort();
  deepStrictEqual(files.map(({ file, rows }) => [file, rows]), named.map((file) => [file, linesOf(file).length]), `rows of ${year}`);
  deepStrictEqual(files.reduce((sum, file) => sum + (file.adoptions ?? 0), 0), adoptions, `adoptions of ${year}`);
  for (const { file, row } of warnings.filter(({ rule }) => rule === '390')) ok(ADOPTED.test(linesOf(file)[(row ?? 0) - 2] ?? ''), 'rule 390 names the line of an adoption');
  // No file has an adoption table or a decision: each adoption of the year lacks the one, each placement order the other.
  if (adoptions > 0) ok(['390', '553'].every((rule) => warnings.some((warning) => warning.rule === rule)), `rules of ${year}`);
  console.log(`as expected: the return of ${year} in ${files.length} files, ${warnings.length} warnings`);
}
