import type { Actor } from '@hub/domain/access/actor';
import { LIST_10, LIST_11 } from '@hub/domain/interchange/annex-a';
import { CHILDREN_SHEET, HOUSEHOLDS_SHEET } from '@hub/domain/interchange/profile-sheet';
import type { ImportReport } from '@hub/domain/interchange/report';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase } from '../../../../test/harness/database';
import { tableSheet, workbook, type TestCell } from '../../../../test/samples/workbook';
import { openWorld, type Town, type World } from '../children/spec-world';
import { ImportExecutor } from './import-executor';
import { ImportsService, type ImportSummary } from './imports.service';
import { FileReader } from './reading/file-reader';
import { SealedImports } from './sealed-imports';

export type Row = Readonly<Record<string, TestCell>>;

export const headings = (spec: typeof LIST_10): string[] => spec.columns.map(({ heading }) => heading);

export const child = (id: string | number, more: Row = {}): Row => ({
  'Child Unique ID': id, Gender: 'b) Female', Ethnicity: 'a) WBRI', 'Date of Birth': { serial: 45_082 }, 'Does the Child have a Disability': 'b) No',
  'Date the Child Entered Care': '01/02/2024', 'Date of Decision that Child Should be Placed for Adoption': '01/09/2024', 'Date of Placement Order': '01/12/2024', ...more,
});

export const adult = (id: string, family: string, more: Row = {}): Row => ({
  'Individual adopter identifier': id, 'Family identifier': family, Gender: 'a) Male', Ethnicity: 'a) WBRI', Disability: 'b) No',
  'Is the (prospective) adopter fostering for adoption?': 'No', 'Date enquiry received': '01/02/2024', 'Date application approved': '01/12/2024', ...more,
});

export const annexA = (children: Row[], adults: Row[]): Buffer => workbook([tableSheet('List 10', headings(LIST_10), children), tableSheet('List 11', headings(LIST_11), adults)]);
export const profiles = (children: Row[], households: Row[], columns = headings(CHILDREN_SHEET)): Buffer =>
  workbook([tableSheet('Children', columns, children), tableSheet('Households', headings(HOUSEHOLDS_SHEET), households)]);

export interface Result extends ImportSummary {
  readonly report: ImportReport | undefined;
}

export const counts = ({ counts: list }: Result) => list.map(({ sheet, rows, added, changed, unchanged, refused }) => [sheet, rows, added, changed, unchanged, refused]);
export const codes = ({ report }: Result) => report?.issues.filter(({ severity }) => severity === 'ERROR').map(({ sheet, row, column, code }) => [sheet, row, column, code]);

export interface ImportWorld {
  readonly world: World;
  /** Past the door, for a connection of the test's own. */
  readonly superuserUrl: string;
  readonly imports: ImportsService;
  readonly north: Town;
  readonly finder: Actor;
  employ(town: Town): Promise<Actor>;
  look(actor: Actor, reference: string): Promise<Result>;
  check(actor: Actor, bytes: Buffer, kind?: 'ANNEX_A' | 'PROFILE_SHEET', fileName?: string): Promise<Result>;
  /** Checked and applied. */
  take(actor: Actor, bytes: Buffer, kind?: 'ANNEX_A' | 'PROFILE_SHEET'): Promise<Result>;
  close(): Promise<void>;
}

/** Imports on a database of their own, with one council and somebody there who may import. */
export async function openImports(): Promise<ImportWorld> {
  const database = await freshDatabase();
  const world = await openWorld(database);
  const sealed = new SealedImports(world.vault);
  const imports = new ImportsService(world.uow, sealed, new ImportExecutor(world.uow, world.vault, sealed, new FileReader(), systemClock));
  const look: ImportWorld['look'] = async (actor, reference) => {
    const found = await imports.find(actor, reference);
    if (!found) throw new Error('no such import');
    return { ...found, report: (await imports.reports(actor, [reference])).get(reference) };
  };
  const check: ImportWorld['check'] = async (actor, bytes, kind = 'ANNEX_A', fileName = 'list.xlsx') => {
    const { id, reference } = await imports.start(actor, { kind, fileName, bytes });
    await imports.check(id);
    return look(actor, reference);
  };
  const take: ImportWorld['take'] = async (actor, bytes, kind = 'ANNEX_A') => {
    const checked = await check(actor, bytes, kind);
    expect(checked.status).toBe('CHECKED');
    await imports.requestApply(actor, checked.reference, false);
    await imports.apply(checked.id);
    return look(actor, checked.reference);
  };
  const employ = async (town: Town): Promise<Actor> => {
    const actor = town.as('FAMILY_FINDER', 'AGENCY_ADMIN');
    await world.sql(`update hub.app_user set roles = $2 where id = $1`, [actor.userId, town.kind === 'COUNCIL' ? actor.roles : ['AGENCY_ADMIN']]);
    return { ...actor, roles: town.kind === 'COUNCIL' ? actor.roles : ['AGENCY_ADMIN'] };
  };
  const north = await world.town('NMB');
  return {
    world, superuserUrl: database.superuserUrl, imports, north, finder: await employ(north), employ, look, check, take,
    close: async () => {
      await world.close();
      await database.drop();
    },
  };
}
