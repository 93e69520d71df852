import { deepStrictEqual } from 'node:assert';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@hub/domain/access/actor';
import { openWorld, type World } from '@hub/features/children/spec-world';
import { ImportExecutor } from '@hub/features/interchange/import-executor';
import { ImportsService } from '@hub/features/interchange/imports.service';
import { FileReader } from '@hub/features/interchange/reading/file-reader';
import { SealedImports } from '@hub/features/interchange/sealed-imports';
import { systemClock } from '@hub/platform/clock';
import { startEmbeddedPostgres } from '@hub/platform/embedded-postgres';
import { urlFor } from '../harness/server';
import { prepareTemplate } from '../harness/template';
import { checkPublished } from './check-published';
import { checkReturns } from './check-returns';

/**
 * Imports files that others have published (node dist/test/samples/check-samples.js FOLDER) into a throw-away database
 * and compares with what a reading of those files by hand gives. The project keeps no copy of them.
 */
const WORKBOOK = 'Annex_A_2021_liia-tools.xlsx';
const LISTS = ['2021_list10.csv', '2021_list11.csv'] as const;

/** Row and code of every issue. Row 4 is adopted and reversed at once; the child of row 5 was born after the adoption; every order follows the placement by five days. */
const LIST_10_ISSUES = [
  [2, 'TEN_WEEKS'], [3, 'TEN_WEEKS'], [4, 'TWO_ENDINGS'], [4, 'TEN_WEEKS'], [5, 'BEFORE_BIRTH'], [5, 'BEFORE_BIRTH'], [5, 'BEFORE_BIRTH'], [5, 'BEFORE_BIRTH'], [5, 'TEN_WEEKS'], [6, 'TEN_WEEKS'],
];

class Samples {
  private constructor(private readonly folder: string, private readonly world: World, private readonly imports: ImportsService, private readonly people: readonly [Actor, Actor]) {}

  static async open(folder: string, world: World): Promise<Samples> {
    const sealed = new SealedImports(world.vault);
    const imports = new ImportsService(world.uow, sealed, new ImportExecutor(world.uow, world.vault, sealed, new FileReader(), systemClock));
    return new Samples(folder, world, imports, [await employ(world, 'ONE'), await employ(world, 'TWO')]);
  }

  async checkAll(): Promise<void> {
    const [one, two] = this.people;
    const both = [['List 10', 5], ['List 11', 5]] as const;
    await this.check('the workbook', one, WORKBOOK, both.map(([sheet, rows]) => ({ sheet, rows, added: rows, changed: 0, unchanged: 0, refused: 0 })), LIST_10_ISSUES);
    await this.check('the workbook again', one, WORKBOOK, both.map(([sheet, rows]) => ({ sheet, rows, added: 0, changed: 0, unchanged: rows, refused: 0 })), LIST_10_ISSUES);
    await this.checkRecords(one);
    // The CSV files were cut from the workbook: they say the same of the same children and families.
    for (const [at, name] of LISTS.entries()) {
      await this.check(`${name} after the workbook`, one, name, [{ sheet: name, rows: 5, added: 0, changed: 0, unchanged: 5, refused: 0 }], at === 0 ? LIST_10_ISSUES : []);
    }
    for (const [at, name] of [...LISTS.entries()].reverse()) {
      await this.check(`${name} alone`, two, name, [{ sheet: name, rows: 5, added: 5, changed: 0, unchanged: 0, refused: 0 }], at === 0 ? LIST_10_ISSUES : []);
    }
    await this.checkRecords(two);
  }

  private async check(title: string, actor: Actor, name: string, counts: readonly object[], issues: readonly unknown[]): Promise<void> {
    const { id, reference } = await this.imports.start(actor, { kind: 'ANNEX_A', fileName: name, bytes: readFileSync(join(this.folder, name)) }, { queued: false });
    await this.imports.check(id);
    await this.imports.requestApply(actor, reference, true, { queued: false });
    await this.imports.apply(id);
    const found = await this.imports.find(actor, reference);
    const report = (await this.imports.reports(actor, [reference])).get(reference);
    deepStrictEqual([found?.status, report?.errors, found?.counts], ['APPLIED', 0, counts], title);
    deepStrictEqual(report?.issues.map(({ row, code }) => [row, code]), issues, title);
    deepStrictEqual(report?.mapping.filter(({ field }) => field === null), [], title);
    console.log(`as expected: ${title}`);
  }

  /** Everybody is adopted, each with a family of one adult; one family has left the process. */
  private async checkRecords({ agencyId }: Actor): Promise<void> {
    const sql = <T>(text: string): Promise<T[]> => this.world.sql<T>(text, [agencyId]);
    deepStrictEqual(await sql('select state, count(*)::int as n, count(matched_household_id)::int as matched from hub.child where agency_id = $1 group by 1'), [{ state: 'ADOPTED', n: 5, matched: 5 }]);
    deepStrictEqual(await sql('select state, count(*)::int as n from hub.household where agency_id = $1 group by 1 order by 1'), [{ state: 'AO_GRANTED', n: 4 }, { state: 'LEFT', n: 1 }]);
    deepStrictEqual(await sql('select count(*)::int as n from hub.adult where agency_id = $1'), [{ n: 5 }]);
    // Formulas in the workbook: the saved results count.
    deepStrictEqual(await sql('select min(adm_decided_on)::text as first, max(adopted_on)::text as last from hub.child where agency_id = $1'), [{ first: '2008-10-27', last: '2014-10-07' }]);
  }
}

async function employ(world: World, code: string): Promise<Actor> {
  const actor = (await world.town(code)).as('FAMILY_FINDER');
  await world.sql('update hub.app_user set roles = $2 where id = $1', [actor.userId, actor.roles]);
  return actor;
}

async function main(samples: string): Promise<void> {
  await checkReturns(samples);
  await checkPublished(join(samples, 'dfe-open-data'));
  const folder = join(samples, 'annex-a');
  if (!existsSync(join(folder, WORKBOOK))) throw new Error(`There is no ${WORKBOOK} in the folder.`);
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-samples-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    const { superuserUrl, template, appPassword } = await prepareTemplate(postgres.superuserUrl);
    const of = (user: string, password: string): string => urlFor(superuserUrl, user, password, template);
    const world = await openWorld({ appUrl: of('hub_app', appPassword), superuserUrl: of('postgres', new URL(superuserUrl).password) });
    try {
      await (await Samples.open(folder, world)).checkAll();
    } finally {
      await world.close();
    }
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

if (require.main === module) {
  main(process.argv[2] ?? '../shared/samples').catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
