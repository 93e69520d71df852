import type { Actor } from '@hub/domain/access/actor';
import { addDays } from '@hub/domain/dates/day-count';
import type { Side } from '@hub/domain/links/states';
import { systemClock } from '@hub/platform/clock';
import { AgreementsService } from '@hub/features/agencies/agreements.service';
import { ConsentsService } from '@hub/features/disclosure/consents.service';
import { InvariantsService } from '@hub/features/invariants/invariants.service';
import { PlacementsService } from '@hub/features/placements/placements.service';
import { documentServices, type DocumentServices } from '../harness/documents-world';
import { TODAY } from '../harness/links-world';
import { openPanelsWorld, type PanelsWorld } from '../harness/panels-world';
import type { Addresses } from '../harness/world';
import { pdfFile } from '../samples/document';

/** Children of each unit: two who belong together, and one child each. */
export const UNITS = [2, 1, 1] as const;
export const FAMILIES = 2;

/** The hub as the walks meet it: its services, two agencies and what each has. */
export interface Real extends DocumentServices {
  readonly world: PanelsWorld;
  readonly placements: PlacementsService;
  readonly consents: ConsentsService;
  readonly agreements: AgreementsService;
  readonly invariants: InvariantsService;
  readonly admin: Actor;
  /** References, and of each the report that its agency may give. */
  readonly units: readonly string[];
  readonly families: readonly string[];
  readonly reports: Readonly<Record<Side, readonly string[]>>;
  /** Today's, with a quorum. */
  readonly panel: string;
  /** How often something beyond the profile was shown to the other agency. */
  readonly shown: { names: number; reports: number };
}

export const actorOf = ({ world }: Pick<Real, 'world'>, side: Side): Actor => (side === 'CHILD' ? world.finder : world.worker);
export const managerOf = ({ world }: Pick<Real, 'world'>, side: Side): Actor => world.managers[side === 'CHILD' ? 'north' : 'south'];

export const missing = (what: string): Error => Object.assign(new Error(`No such ${what}`), { code: 'NOT_FOUND' });

export async function openReal(addresses: Addresses): Promise<Real> {
  const world = await openPanelsWorld(addresses);
  const services = documentServices(world);
  await world.sql(`update hub.agreement set up_to_stage = 'S3'`);
  const [units, families, reports]: [string[], string[], Record<Side, string[]>] = [[], [], { CHILD: [], ADOPTERS: [] }];
  for (const [at, size] of UNITS.entries()) units.push(await world.addUnit(...Array.from({ length: size }, (_, of) => `C${at}${of}`)));
  for (let at = 0; at < FAMILIES; at += 1) families.push(await world.addFamily(`F${at}`));
  for (const reference of units) {
    const child = (await world.units.view(world.finder, reference)).record?.children[0]?.reference ?? '';
    reports.CHILD.push((await services.documents.add(world.finder, { subject: 'CHILD', reference: child, kind: 'CPR' }, pdfFile('The report.'))).reference);
  }
  for (const reference of families) reports.ADOPTERS.push((await services.documents.add(world.worker, { subject: 'HOUSEHOLD', reference, kind: 'PAR' }, pdfFile('The report.'))).reference);
  const panel = await world.panel(world.adviser, { slotCount: 20 });
  await world.quorum(world.adviser, panel);
  return {
    ...services, world, units, families, reports, panel, admin: (await world.town('HUB', 'HUB')).as('HUB_ADMIN'), shown: { names: 0, reports: 0 },
    placements: new PlacementsService(world.uow, world.vault, systemClock), consents: new ConsentsService(world.uow, systemClock),
    agreements: new AgreementsService(world.uow, systemClock, world.vault), invariants: new InvariantsService(world.uow, systemClock),
  };
}

/** As it stands, for whoever takes its next step. */
export interface Found {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
}

/** The open link of a pair, else the newest: the hub has to refuse what an ended one does not let pass. */
export async function linkOf({ world, units, families }: Real, [unit, family]: readonly [number, number]): Promise<Found> {
  const [found] = await world.sql<Found>('select id, reference, version from hub.link where unit_reference = $1 and household_reference = $2 order by ended_at desc nulls first, created_at desc limit 1', [units[unit], families[family]]);
  if (!found) throw missing('link');
  return found;
}

export async function placementOf({ world, units }: Real, unit: number): Promise<Found> {
  const [found] = await world.sql<Found>('select id, reference, version from hub.placement where unit_reference = $1 order by ended_at desc nulls first, created_at desc limit 1', [units[unit]]);
  if (!found) throw missing('placement');
  return found;
}

/** The newest item of a link, whatever became of it. */
export async function itemOf({ world }: Real, { id }: Found): Promise<Found> {
  const [found] = await world.sql<Found>('select id, reference, version from hub.panel_item where link_id = $1 order by created_at desc, slot desc limit 1', [id]);
  if (!found) throw missing('item');
  return found;
}

export async function grantOf({ world, units, families }: Real, { side, subject, stage, isAsked = false }: { readonly side: Side; readonly subject: number; readonly stage: 'S1' | 'S2'; readonly isAsked?: boolean }): Promise<string> {
  const [found] = await world.sql<{ id: string }>(`select g.id from hub.disclosure_grant g left join hub.unit u on u.id = g.subject_id left join hub.household h on h.id = g.subject_id
    where g.stage = $2 and g.withdrawn_at is null and (g.approved_at is null or not $3) and $1 in (u.reference, h.reference)`, [side === 'CHILD' ? units[subject] : families[subject], stage, isAsked]);
  if (!found) throw missing('grant');
  return found.id;
}

export const until = (days: number) => addDays(TODAY, days);
