import type { Actor } from '@hub/domain/access/actor';
import { addDays } from '@hub/domain/dates/day-count';
import type { DemoAgency } from '@hub/domain/demonstration/region';
import type { DocumentKind, DocumentSubject } from '@hub/domain/documents/kinds';
import type { LinkSummary } from '@hub/features/links/link-view.queries';
import { paper } from './paper';
import { COUNCILS, PLACING, staffOf, type Staff, type World } from './world';

/** The councils as whom people sign in first. */
const WITH_DOCUMENTS = ['ALD', 'BRA'];
const STATES = ['VISITED', 'PANEL_BOOKED', 'PANEL_RECOMMENDED'] as const;

/** Reports of a few links on their way to a panel, given, some of them reviewed, and not yet all that a panel needs. */
export async function loadDocuments(world: World): Promise<void> {
  for (const code of WITH_DOCUMENTS) {
    const staff = staffOf(world, COUNCILS.find((council) => council.code === code) as DemoAgency);
    if (!staff.finder) continue;
    const { items } = await world.services.linkWork.list(staff.finder, { states: STATES }, 20, 0);
    for (const link of items.filter(({ parties }) => parties[0]?.isOwn)) await documentsOf(world, { ...staff, finder: staff.finder }, link);
  }
}

type Desk = Staff & { readonly finder: Actor };

async function documentsOf(world: World, desk: Desk, link: LinkSummary): Promise<void> {
  const { units, readiness } = world.services;
  const { finder, panel } = desk;
  for (const { reference } of (await units.view(finder, link.unitReference)).record?.children ?? []) {
    const cpr = await add(world, finder, { subject: 'CHILD', reference, kind: 'CPR' });
    await world.services.documents.review(panel, { document: cpr, number: 1, outcome: 'ACCEPTED' });
    await give(world, finder, cpr, link);
    await readiness.recordView(finder, { child: reference, holder: 'CHILD', onDate: addDays(world.today, -21), words: 'Would like a garden, and to go on seeing the swimming teacher.' });
    await readiness.recordView(finder, { child: reference, holder: 'FATHER', onDate: addDays(world.today, -40), whyNot: 'NOT_KNOWN' });
  }
  await readiness.prepare(finder, { link: link.reference, kind: 'CPR_GIVEN', onDate: addDays(world.today, -14) });
  if (link.state !== 'VISITED') await placementReport(world, desk, link);
  const theirs = PLACING.find(({ code }) => code === link.parties[1]?.agency?.code);
  if (!theirs) return;
  const { adopters } = staffOf(world, theirs);
  await give(world, adopters, await add(world, adopters, { subject: 'HOUSEHOLD', reference: link.householdReference, kind: 'PAR' }), link);
}

async function placementReport(world: World, { finder, panel }: Desk, link: LinkSummary): Promise<void> {
  const apr = await add(world, finder, { subject: 'LINK', reference: link.reference, kind: 'APR' });
  await world.services.documents.review(panel, { document: apr, number: 1, outcome: 'CHANGES_ASKED', words: 'Please say more about contact with the grandparents, and how it will be supported.' });
  await world.services.readiness.prepare(finder, { link: link.reference, kind: 'APR_GIVEN', onDate: addDays(world.today, -3) });
}

interface About {
  readonly subject: DocumentSubject;
  readonly reference: string;
  readonly kind: DocumentKind;
}

async function add({ services: { documents } }: World, actor: Actor, about: About): Promise<string> {
  return (await documents.add(actor, about, paper([`${about.kind} of ${about.reference}`, '', 'Invented for the demonstration.']))).reference;
}

async function give({ services: { documentSharing } }: World, actor: Actor, document: string, { reference: link }: LinkSummary): Promise<void> {
  await documentSharing.give(actor, { document, number: 1, link });
}
