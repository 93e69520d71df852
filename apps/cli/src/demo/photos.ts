import sharp from 'sharp';
import { addDays } from '@hub/domain/dates/day-count';
import { drawing } from '@hub/domain/demonstration/drawing';
import type { DemoAgency } from '@hub/domain/demonstration/region';
import type { RandomSource } from '@hub/domain/matching/random';
import type { GrantSubject } from '@hub/features/disclosure/grants.queries';
import { chanceFor, COUNCILS, staffOf, type Staff, type World } from './world';

/** The two councils as whom people sign in first show each other some of their records in full. */
const SHOWN_TO: readonly (readonly [from: string, to: string])[] = [['ALD', 'BRA'], ['BRA', 'ALD']];
const LIVE_DAYS = 60;
const PURPOSE = 'Exploring a link';
/** Of the units with a profile: the first is shown, the second waits on the manager's desk. */
const UNITS_EACH = 2;

export interface Loaded {
  readonly units: ReadonlyMap<string, readonly string[]>;
  readonly households: ReadonlyMap<string, readonly string[]>;
}

/** Photos of a few children and families, drawn for them, and the identified stage granted with them; the units that are shown. */
export async function showPhotos(world: World, { units, households }: Loaded): Promise<ReadonlySet<string>> {
  const all = new Set<string>();
  for (const [from, to] of SHOWN_TO) {
    const agency = COUNCILS.find(({ code }) => code === from) as DemoAgency;
    const [staff, random] = [staffOf(world, agency), chanceFor(world, agency, 'photos')];
    const shown = await released(world, staff, units.get(from) ?? [], UNITS_EACH);
    for (const [at, unit] of shown.entries()) {
      await showUnit(world, staff, { unit, to, isApproved: at === 0 }, random);
      all.add(unit);
    }
    await showHousehold(world, staff, households.get(from) ?? [], to, random);
  }
  return all;
}

/** The first of them whose profile is live. */
async function released({ services: { units } }: World, { finder }: Staff, references: readonly string[], most: number): Promise<string[]> {
  const found: string[] = [];
  for (const reference of references) {
    if (found.length === most || !finder) return found;
    if ((await units.view(finder, reference)).profile) found.push(reference);
  }
  return found;
}

const picture = (people: 1 | 2, random: RandomSource): Promise<Buffer> => sharp(Buffer.from(drawing(people, random))).png().toBuffer();

async function showUnit(world: World, { finder, manager }: Staff, { unit, to, isApproved }: { unit: string; to: string; isApproved: boolean }, random: RandomSource): Promise<void> {
  const { units, photos } = world.services;
  if (!finder) return;
  for (const { reference } of (await units.view(finder, unit)).record?.children ?? []) await photos.put(finder, 'CHILD', reference, { bytes: await picture(1, random) });
  await grant(world, { asks: finder, approves: isApproved ? manager : null }, { subjectType: 'UNIT', subject: unit, agency: to });
}

async function showHousehold(world: World, { adopters, manager }: Staff, references: readonly string[], to: string, random: RandomSource): Promise<void> {
  const { households, photos, consents } = world.services;
  for (const subject of references) {
    const { profile, record } = await households.view(adopters, subject);
    if (!profile) continue;
    await consents.record(adopters, { household: subject, scopes: ['PHOTO_REPORT'], granted: true, wording: '2026-1', how: 'WRITTEN', givenBy: 'ALL_ADULTS', givenOn: world.today });
    await photos.put(adopters, 'HOUSEHOLD', subject, { bytes: await picture(record?.kind === 'SINGLE' ? 1 : 2, random) });
    return grant(world, { asks: adopters, approves: manager }, { subjectType: 'HOUSEHOLD', subject, agency: to });
  }
}

async function grant({ services: { grants }, today }: World, { asks, approves }: { asks: Staff['manager']; approves: Staff['manager'] | null }, to: { subjectType: GrantSubject; subject: string; agency: string }): Promise<void> {
  const { id } = await grants.request(asks, { ...to, stage: 'S2', purpose: PURPOSE, photos: true });
  if (approves) await grants.approve(approves, id, { expiresOn: addDays(today, LIVE_DAYS), photos: true });
}
