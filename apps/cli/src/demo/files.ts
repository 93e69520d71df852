import type { Actor } from '@hub/domain/access/actor';
import { PlainError } from '@hub/platform/plain-error';
import { beforeMatches, hasMovedOn } from '@hub/domain/demonstration/earlier';
import type { DemoAgency } from '@hub/domain/demonstration/region';
import type { ImportKind } from '@hub/features/interchange/import-records.queries';
import { placesCsv } from '../generate/generate.command';
import { writeAgencyFiles, writeList10 } from '../generate/workbooks';
import type { Services } from './demonstration.module';
import { personOf, PLACING, staffOf, type World } from './world';
import { sideBySide } from './side-by-side';

/** Places first, then what each agency would hand in: its two lists, then the profile sheet that adds to them. */
export async function loadFiles(world: World): Promise<void> {
  await world.services.places.load(personOf(world, 'admin@hub.example'), 'places.csv', Buffer.from(placesCsv()));
  await sideBySide(PLACING, (agency) => loadAgencyFiles(world, agency));
}

async function loadAgencyFiles(world: World, agency: DemoAgency): Promise<void> {
  const { admin } = staffOf(world, agency);
  const { annexA, profileSheet } = await writeAgencyFiles(beforeMatches(world.region), agency.code);
  await take(world.services, admin, { kind: 'ANNEX_A', fileName: `${agency.code}-annex-a.xlsx`, bytes: annexA });
  await take(world.services, admin, { kind: 'PROFILE_SHEET', fileName: `${agency.code}-profile-sheet.xlsx`, bytes: profileSheet });
}

/** The council's next file, which brings the matches and placements since. */
export async function loadMatches(world: World, agency: DemoAgency): Promise<void> {
  const children = world.region.units.filter((unit) => unit.agency === agency.code && hasMovedOn(unit)).flatMap((unit) => unit.children);
  if (children.length === 0) return;
  await take(world.services, staffOf(world, agency).admin, { kind: 'ANNEX_A', fileName: `${agency.code}-annex-a-matches.xlsx`, bytes: await writeList10(children) });
}

interface File {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** As in the web app: handed in, checked, applied. Done here and now, for no worker runs yet. */
async function take({ imports }: Services, actor: Actor, file: File): Promise<void> {
  const { id, reference } = await imports.start(actor, file, { queued: false });
  await imports.check(id);
  // Our own files must be right to the last row, or the region would have holes.
  await imports.requestApply(actor, reference, true, { queued: false });
  await imports.apply(id);
  const done = await imports.find(actor, reference);
  if (done?.status !== 'APPLIED') throw new PlainError(`The demonstration's file ${file.fileName} was not taken (${done?.status ?? 'gone'}, ${done?.errorCode ?? 'without a code'}).`);
}
