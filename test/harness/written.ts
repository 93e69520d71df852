import { addDays } from '@hub/domain/dates/day-count';
import { ago, addChildren, addHouseholds, childFacts, householdFacts, today, type Kept } from '@hub/features/keys/spec-keys';
import { saveDocument } from '@hub/features/agencies/agreement-documents.queries';
import { ChannelsService } from '@hub/features/channels/channels.service';
import { BarsService } from '@hub/features/disclosure/bars.service';
import { BreakGlassService } from '@hub/features/disclosure/break-glass.service';
import { GrantsService } from '@hub/features/disclosure/grants.service';
import { WithholdingsService } from '@hub/features/disclosure/withholdings.service';
import { ImportExecutor } from '@hub/features/interchange/import-executor';
import { ImportsService } from '@hub/features/interchange/imports.service';
import { FileReader } from '@hub/features/interchange/reading/file-reader';
import { SealedImports } from '@hub/features/interchange/sealed-imports';
import { ShreddingService } from '@hub/features/keys/shredding.service';
import { LinkWorkService } from '@hub/features/links/link-work.service';
import { LinksService, type StepRequest } from '@hub/features/links/links.service';
import { LocalSearchService } from '@hub/features/local-search/local-search.service';
import { ActionsService } from '@hub/features/meetings/actions.service';
import { AgendaService } from '@hub/features/meetings/agenda.service';
import { LiveService } from '@hub/features/meetings/live.service';
import { OutcomesService } from '@hub/features/meetings/outcomes.service';
import { PeopleService } from '@hub/features/meetings/people.service';
import { PlanService } from '@hub/features/meetings/plan.service';
import { FallDueService } from '@hub/features/fees/fall-due.service';
import { EnquiriesService } from '@hub/features/recruitment/enquiries.service';
import { FeesService } from '@hub/features/fees/fees.service';
import { PlacementsService } from '@hub/features/placements/placements.service';
import { RulingOutService } from '@hub/features/matching/ruling-out.service';
import { PhotosService } from '@hub/features/photos/photos.service';
import { ReadinessService } from '@hub/features/readiness/readiness.service';
import { SearchesService } from '@hub/features/search/searches.service';
import { SelectionsService } from '@hub/features/search/selections.service';
import { systemClock } from '@hub/platform/clock';
import { PhotoEncoder } from '@hub/platform/photos/photo-encoder';
import { pdfFile, wordFile } from '../samples/document';
import { halves } from '../samples/photo';
import { tableSheet, workbook } from '../samples/workbook';
import { documentServices } from './documents-world';
import { plantPlacement } from './plant-placement';
import { approveMatch, layOutMatch } from './placements-world';
import type { Town, World } from './world';
import { writeOfPanels } from './written-panels';
import { writeOfReports } from './written-reports';

/** What people write, each with a word that stands nowhere else, under the field in which they write it. */
export const WORDS = {
  childAbout: 'Likes the Avocetmere boats.', healthSummary: 'Asthma since the Bunterling spring.', findingReason: 'Paused for the Curlewstone review.', childEvent: 'After the Dotterelby visit.',
  householdAbout: 'Near the Eiderwick meadows.', experience: 'Two years at Firecrestly nursery.', reportSummary: 'Warm, says the Gadwallet report.', householdEvent: 'Illness of the Hobbyford aunt.',
  purpose: 'For the Ibiston meeting.', released: 'Enjoys jackdawing about.', override: 'Sought by the Kittiwaken panel.', householdReleased: 'A knotwood garden.', householdExperience: 'Has linneted before.',
  grantPurpose: 'For the Merlinby link.', withdrawal: 'Over after the Nuthatchet call.', ruledOut: 'Too near to Ouzelcombe.', barEmail: 'sister@petrelhaven.example', bar: 'Sister of the Quailbrook family.',
  lifting: 'Moved away from Redpollen.', emergency: 'Found alone at Sanderlingham.', review: 'Rightly opened, says Ternholm.', withWhom: 'The Undercliffe uncle', withheld: 'The Veeryside school', withholding: 'He would go to Wheatearley.',
  linkMessage: 'Ask after the Lapwingford aunt.', meetingHold: 'Wait for the Corncrakeby report.', meetingAction: 'Ring the Dabchickton nursery.', correction: 'It was the Fulmarsea aunt.', absence: 'Lived beside the Garganeyfold family.',
  linkWords: 'Sam works nights at Smewcombe.', shredding: 'The family moved to Xenopsia.', sheet: 'Yellowlegsby list', document: 'Signed at Zapornia hall',
  search: 'Girls near Hoopoeham', selection: 'For the Alderflyte meeting', note: 'Asked the Brambleton aunt.', keptReason: 'Her Chafferton cousin is assessed.', channelWords: 'A caller from Dunlinford.', outsideReference: 'Egretholm 12', outsideWords: 'The Fulmarby couple moved.',
  documentTitle: 'Letter of the Goldeneyeham nursery', documentWhy: 'The Pintailby hearing asked for it.', documentReview: 'Leave out the Shovelerton cousin.', placementWords: 'Nights with the Goosanderly night light.',
  childView: 'A dog like that of Tealmarsh.', adoptersViews: 'They wrote to the Turnstoneby aunt.', goingOn: 'The Whimbrelton carer is abroad.',
  panelReasons: 'They managed the Goldcrestley winter.', panelAdvice: 'Support from the Harrierwick centre.', decisionReasons: 'As the Ibexholm report shows.',
  enquirer: 'Pat of Wagtailby', enquirerPhone: 'the shop at Woodcockley', enquirerEmail: 'pat@wigeonford.example', enquiry: 'Call after the Wryneckton market.',
  feeNote: 'Half is given back after the Grebehampton call.',
  reportWords: 'Fewer wait since the Mallardine evening.', reportAction: 'Ask at Pochardby market.', indicatorWords: 'The Scauptonley court was shut.',
} as const;

/** The word of each that is to be found nowhere at rest. */
export const CANARIES = ['Avocetmere', 'Bunterling', 'Curlewstone', 'Dotterelby', 'Eiderwick', 'Firecrestly', 'Gadwallet', 'Hobbyford', 'Ibiston', 'jackdawing', 'Kittiwaken', 'knotwood', 'linneted', 'Lapwingford', 'Smewcombe', 'Merlinby',
  'Nuthatchet', 'Ouzelcombe', 'petrelhaven', 'Quailbrook', 'Redpollen', 'Sanderlingham', 'Ternholm', 'Undercliffe', 'Veeryside', 'Wheatearley', 'Xenopsia', 'Yellowlegsby', 'Zapornia', 'Alderflyte', 'Brambleton', 'Corncrakeby', 'Dabchickton', 'Fulmarsea', 'Garganeyfold', 'Chafferton', 'Hoopoeham', 'Dunlinford', 'Egretholm', 'Fulmarby', 'Goldeneyeham', 'Pintailby', 'Shovelerton', 'Goosanderly', 'Tealmarsh', 'Turnstoneby', 'Whimbrelton',
  'Goldcrestley', 'Harrierwick', 'Ibexholm', 'Grebehampton', 'Mallardine', 'Pochardby', 'Scauptonley', 'Wagtailby', 'Woodcockley', 'wigeonford', 'Wryneckton'];

interface Towns {
  readonly north: Town;
  /** A partner. */
  readonly south: Town;
}

/** Two records that everything is written about. */
interface Case {
  readonly unit: string;
  readonly child: string;
  readonly household: string;
}

/** Every text that a person can write about a case, written through the services as people do; two of `north` work on it. */
export async function writeEverything(world: World, { north, south }: Towns): Promise<void> {
  await world.sql(`update hub.agreement set up_to_stage = 'S2'`);
  // So that the release below needs an override, with its reason.
  await world.sql('update hub.anonymity_setting set k = 1000, override_percent = 100');
  const about = await writeOfRecords(world, north);
  await writeOfSharing(world, { north, south }, about);
  await writeOfDocuments(world, north, about);
  await writeOfSafeguards(world, { north, south }, about);
  await writeOfFiles(world, north);
  await writeOfSearch(world, north);
  await writeOfPlacements(world, north);
  await writeOfPanels(world, north, { reasons: WORDS.panelReasons, advice: WORDS.panelAdvice, decision: WORDS.decisionReasons });
  await writeOfFees(world, { north, south });
  await writeOfReports(world, north, { words: WORDS.reportWords, action: WORDS.reportAction, indicator: WORDS.indicatorWords });
}

async function writeOfRecords(world: World, north: Town): Promise<Case> {
  const [finder, worker] = [north.as('FAMILY_FINDER'), north.as('ADOPTERS_WORKER')];
  const [child, other] = await addChildren(world, north, ['W1', 'W2'].map((id) => childFacts(id, { about: WORDS.childAbout, healthSummary: WORDS.healthSummary, familyFinding: 'ACTIVE' })));
  const [household, held] = await addHouseholds(world, north, [
    householdFacts('W8', { about: WORDS.householdAbout, experience: WORDS.experience, reportSummary: WORDS.reportSummary, availability: 'AVAILABLE', shareConsent: true, shareConsentOn: ago(1) }),
    householdFacts('W9', { adults: [] }),
  ]);
  if (!child || !other || !household || !held) throw new Error('The records were not made.');
  const unitOf = async ({ id }: Kept) => (await world.sql<{ reference: string }>('select u.reference from hub.unit u join hub.child c on c.unit_id = u.id where c.id = $1', [id]))[0]?.reference ?? '';
  const [unit, paused] = [await unitOf(child), await unitOf(other)];
  const { record } = await world.units.view(finder, unit);
  await world.children.recordEvent(finder, { subject: child.reference, version: record?.children[0]?.version ?? 0, event: 'LINK_OPENED', onDate: today, reason: WORDS.childEvent });
  const before = await world.units.view(finder, paused);
  await world.units.changeFamilyFinding(finder, { unit: paused, version: before.record?.version ?? 0, to: 'PAUSED', reason: WORDS.findingReason, onDate: today });
  const { record: family } = await world.households.view(worker, held.reference);
  await world.households.recordEvent(worker, { subject: held.reference, version: family?.version ?? 0, event: 'PUT_ON_HOLD', onDate: today, code: 'OTHER', askedBy: 'ADOPTERS', reason: WORDS.householdEvent });
  await new EnquiriesService(world.uow, world.vault, world.keys, systemClock).take(worker, { names: WORDS.enquirer, phone: WORDS.enquirerPhone, email: WORDS.enquirerEmail, words: WORDS.enquiry, how: 'PHONE', receivedOn: today, district: 'LE2', agency: null });
  const photos = new PhotosService(world.uow, world.vault, new PhotoEncoder());
  await photos.put(finder, 'CHILD', child.reference, { bytes: await halves('jpeg') });
  await photos.put(worker, 'HOUSEHOLD', household.reference, { bytes: await halves('jpeg') });
  return { unit, child: child.reference, household: household.reference };
}

async function writeOfSharing(world: World, { north, south }: Towns, { unit, household }: Case): Promise<void> {
  const grants = new GrantsService(world.uow, world.vault, systemClock);
  const [asks, approves] = [north.as('FAMILY_FINDER', 'ADOPTERS_WORKER'), north.second('APPROVING_MANAGER')];
  const until = addDays(today, 60);
  for (const [subjectType, subject, texts] of [
    ['UNIT', unit, { about: WORDS.released, asRecorded: true }], ['HOUSEHOLD', household, { about: WORDS.householdReleased, experience: WORDS.householdExperience }],
  ] as const) {
    const { id, belowK } = await world.releases.request(asks, { subjectType, subject, purpose: WORDS.purpose, checked: true, ...texts });
    await world.releases.approve(approves, id, until, belowK ? WORDS.override : null);
    const grant = { subjectType, subject, stage: 'S2', purpose: WORDS.grantPurpose, agency: south.code } as const;
    await grants.approve(approves, (await grants.request(asks, grant)).id, { expiresOn: until });
    await grants.withdraw(asks, (await grants.request(asks, grant)).id, WORDS.withdrawal);
  }
  await writeOfLinks(world, north, { unit, household });
  await writeOfMeetings(world, { north, south }, { unit, household });
  await new SearchesService(world.uow, world.vault).save(asks, { name: WORDS.search, shared: true, tells: 'DAILY', units: { sex: ['F'] } });
  const selections = new SelectionsService(world.uow, world.vault);
  const { id: selection } = await selections.create(asks, { holds: 'HOUSEHOLD', name: WORDS.selection, shared: true });
  const [entry] = (await selections.keep(asks, selection, [household])).entries;
  await selections.note(asks, selection, entry?.id ?? '', WORDS.note);
  await new RulingOutService(world.uow, world.vault).ruleOut(asks, unit, household, WORDS.ruledOut);
}

async function writeOfLinks(world: World, north: Town, pair: Pick<Case, 'unit' | 'household'>): Promise<void> {
  const worker = north.as('FAMILY_FINDER', 'ADOPTERS_WORKER');
  const links = new LinksService(world.uow, world.vault, systemClock);
  const { reference, version } = await links.express(worker, pair);
  const step = async (seen: number, event: StepRequest['event'], more: Partial<StepRequest> = {}): Promise<number> => (await links.step(worker, { link: reference, version: seen, event, ...more })).version;
  await new LinkWorkService(world.uow, world.vault, systemClock).write(worker, { link: reference, body: WORDS.linkMessage });
  const shortlisted = await step(version, 'SHORTLISTED', { side: 'ADOPTERS' });
  const agreed = await step(shortlisted, 'EXPLORING_AGREED', { side: 'CHILD' });
  await step(agreed, 'EXPLORING_AGREED', { side: 'ADOPTERS' });
  const explored = (await new LinkWorkService(world.uow, world.vault, systemClock).find(worker, reference))?.version ?? 0;
  const shared = await step(explored, 'CPR_SHARED');
  const readiness = new ReadinessService(world.uow, world.vault, systemClock);
  await readiness.prepare(worker, { link: reference, kind: 'ADOPTERS_VIEWS', onDate: today, words: WORDS.adoptersViews });
  await readiness.goOn(north.second('APPROVING_MANAGER'), { link: reference, reason: WORDS.goingOn });
  await step(shared, 'DECLINED_BY_CHILD_AGENCY', { reason: 'HOUSEHOLD', words: WORDS.linkWords });
}

/** The file itself says what the reason says, so that its words are looked for too. */
async function writeOfDocuments(world: World, north: Town, { child }: Case): Promise<void> {
  const { documents } = documentServices(world);
  const worker = north.as('CHILDS_WORKER');
  await new ReadinessService(world.uow, world.vault, systemClock).recordView(worker, { child, holder: 'CHILD', onDate: today, words: WORDS.childView });
  const { reference, version } = await documents.add(worker, { subject: 'CHILD', reference: child, kind: 'OTHER', title: WORDS.documentTitle }, pdfFile(WORDS.documentWhy));
  await documents.addVersion(worker, { document: reference, version, title: WORDS.documentTitle, why: WORDS.documentWhy }, wordFile([WORDS.documentWhy]));
  await documents.review(north.second('APPROVING_MANAGER'), { document: reference, number: 2, outcome: 'CHANGES_ASKED', words: WORDS.documentReview });
}

/** Of a child and a family of their own, for whom a match was approved. */
async function writeOfPlacements(world: World, north: Town): Promise<void> {
  const [child] = await addChildren(world, north, [childFacts('W6')]);
  const [family] = await addHouseholds(world, north, [householdFacts('F6')]);
  const [unit] = await world.sql<{ reference: string }>('select u.reference from hub.unit u join hub.child c on c.unit_id = u.id where c.id = $1', [child?.id]);
  const placement = await approveMatch(world, north.as('DECISION_MAKER'), await layOutMatch(world, unit?.reference ?? '', family?.reference ?? ''), today);
  await new PlacementsService(world.uow, world.vault, systemClock).step(north.as('CHILDS_WORKER'), { placement, version: 1, event: 'PLAN_AGREED', words: WORDS.placementWords });
}

/** Of a child who was placed with a family of the partner. */
async function writeOfFees(world: World, { north, south }: Towns): Promise<void> {
  const [child] = await addChildren(world, north, [childFacts('W7')]);
  const [family] = await addHouseholds(world, south, [householdFacts('F7')]);
  const placement = 'PL-FEEWRD';
  await plantPlacement(world.sql, { reference: placement, householdId: family?.id ?? '', children: [{ id: child?.id ?? '', placedOn: ago(1) }] });
  await new FallDueService(world.uow, systemClock).fallDue();
  await new FeesService(world.uow, world.vault, systemClock).note(north.as('APPROVING_MANAGER'), { placement, words: WORDS.feeNote });
}

/** Of a child who is not searched for yet. */
async function writeOfSearch(world: World, north: Town): Promise<void> {
  const [kept] = await addChildren(world, north, [childFacts('W5')]);
  const [unit] = await world.sql<{ reference: string; version: number }>('select u.reference, u.version from hub.unit u join hub.child c on c.unit_id = u.id where c.id = $1', [kept?.id]);
  await new LocalSearchService(world.uow, world.vault, systemClock).keep(north.second('APPROVING_MANAGER'),
    { subjectType: 'UNIT', reference: unit?.reference ?? '', version: unit?.version ?? 0, on: addDays(today, 30), reason: WORDS.keptReason });
  const channels = new ChannelsService(world.uow, world.vault, systemClock);
  const about = { unit: unit?.reference ?? '', agency: { name: 'Another agency', kind: 'VOLUNTARY' } } as const;
  await channels.recordChannel(north.as('FAMILY_FINDER'), { ...about, kind: 'OTHER_AGENCY', startedOn: today, words: WORDS.channelWords });
  await channels.recordHousehold(north.as('FAMILY_FINDER'), { ...about, givenReference: WORDS.outsideReference, onDate: today, outcome: 'RULED_OUT', words: WORDS.outsideWords });
}

async function writeOfMeetings(world: World, { north, south }: Towns, { unit, household }: Pick<Case, 'unit' | 'household'>): Promise<void> {
  // It convenes as a hub does, so that one agency's people and records are enough.
  const hub = { ...north.as('HUB_COORDINATOR'), agencyKind: 'HUB' } as const;
  const { uow, vault } = world;
  const terms = { title: 'Matching meeting', place: 'Hall', startsAt: new Date(), minutes: 60, minutesPerItem: 8, agencies: [south.code], maxLinks: 40, perUnit: 5, perHousehold: 3 };
  const { reference: meeting } = await new PlanService(uow, vault).schedule(hub, terms);
  await world.sql('insert into hub.meeting_agency (meeting_id, agency_id, invited_id) select id, agency_id, agency_id from hub.meeting');
  await new PeopleService(uow, vault).name(hub, { meeting, userId: north.second().userId, role: 'OBSERVER' });
  const [agenda, live, actions] = [new AgendaService(uow, vault), new LiveService(uow, vault), new ActionsService(uow, vault, systemClock)];
  await agenda.add(hub, { meeting, unit });
  await agenda.add(hub, { meeting, unit, household });
  await live.goOn(hub, { meeting, step: 'START' });
  await new OutcomesService(uow, vault, systemClock).ofPair(hub, { meeting, unit, household, version: 1, outcome: 'HOLD', words: WORDS.meetingHold });
  await live.stepOut(hub, { meeting, position: 1, person: 1, reason: 'OTHER', words: WORDS.absence });
  await actions.give(hub, { meeting, unit, owner: 1, dueOn: addDays(today, 7), words: WORDS.meetingAction });
  await live.goOn(hub, { meeting, step: 'CLOSE', from: 1 });
  await actions.correct(hub, { meeting, unit, household, words: WORDS.correction });
}

async function writeOfSafeguards(world: World, { north, south }: Towns, { unit: subject, child }: Case): Promise<void> {
  const bars = new BarsService(world.uow, world.vault);
  const { id } = await bars.bar(north.second('APPROVING_MANAGER'), { subjectType: 'UNIT', subject, email: WORDS.barEmail, reason: WORDS.bar });
  await bars.lift(north.second('APPROVING_MANAGER'), id, WORDS.lifting);
  const glass = new BreakGlassService(world.uow, world.vault, { breakGlassMinutes: 60 });
  const opening = await glass.open(south.as('ADOPTERS_WORKER'), { subjectType: 'UNIT', subject, reason: WORDS.emergency });
  await glass.review(north.second('DATA_PROTECTION_OFFICER'), opening.id, WORDS.review);
  await new WithholdingsService(world.uow, world.vault, systemClock).record(north.as('CHILDS_WORKER'), { child, withWhom: WORDS.withWhom, what: WORDS.withheld, reason: WORDS.withholding, decidedOn: today });
  const [gone] = await addChildren(world, north, [childFacts('W3', { decisionReversedOn: ago(1), reversalReason: 'RD4' })]);
  await new ShreddingService(world.uow, world.vault, world.keys).request(north.as('DATA_PROTECTION_OFFICER'), gone?.reference ?? '', WORDS.shredding);
}

async function writeOfFiles(world: World, north: Town): Promise<void> {
  const sealed = new SealedImports(world.vault);
  const imports = new ImportsService(world.uow, sealed, new ImportExecutor(world.uow, world.vault, sealed, new FileReader(), systemClock));
  const line = { 'Child Unique ID': 'W4', Gender: 'b) Female', Ethnicity: 'a) WBRI', 'Date of Birth': '01/06/2023', 'Does the Child have a Disability': 'b) No', 'Date the Child Entered Care': '01/02/2024',
    'Date of Decision that Child Should be Placed for Adoption': '01/09/2024' };
  await world.sql(`update hub.app_user set roles = array_append(roles, 'AGENCY_ADMIN') where id = $1`, [north.second().userId]);
  const file = { kind: 'ANNEX_A', fileName: 'list.xlsx', bytes: workbook([tableSheet(WORDS.sheet, Object.keys(line), [line])]) } as const;
  const { id, reference } = await imports.start(north.second('AGENCY_ADMIN'), file, { queued: false });
  await imports.check(id);
  const summary = await imports.find(north.second('AGENCY_ADMIN'), reference);
  if (summary?.counts[0]?.sheet !== WORDS.sheet) throw new Error(`The counts do not name the sheet: ${JSON.stringify(summary)}`);
  const [agreement] = await world.sql<{ id: string }>('select id from hub.agreement limit 1');
  await world.run({ ...north.as('HUB_ADMIN'), agencyKind: 'HUB' }, 'agreements.manage', (tx) => saveDocument(tx, world.vault, {
    agreementId: agreement?.id ?? '', agencyId: north.id, userId: north.as().userId, bytes: Buffer.from(`%PDF-1.7 ${WORDS.document} %%EOF`),
  }));
}
