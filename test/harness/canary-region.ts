import { setTimeout as pause } from 'node:timers/promises';
import { CHILDREN_SHEET } from '@hub/domain/interchange/profile-sheet';
import { tableSheet, workbook } from '../samples/workbook';
import type { GraphQLClient } from './graphql-client';
import type { RunningHub } from './hub-process';
import { firstAdministrator, person, smallRegion } from './people';

/** Texts that stand nowhere else, by who may ever read them. */
export const CANARIES = {
  childBirth: { lastName: 'Vantongeren', dateOfBirth: '2021-03-17' },
  childRecord: { externalId: 'Kestrel-One-77', about: 'Draftly humming wheelbarrows' },
  childIdentified: { firstName: 'Quillonby', healthSummary: 'Murmurous heartsong since birth' },
  childProfile: { about: 'Adores steam organs.' },
  householdRecord: { familyId: 'Family-Whinchat', names: 'Ottoline Fieldfare', address: '4 Siskin Court', about: 'Unreleased beekeeping', experience: 'Unreleased lambing' },
  householdIdentified: { reportSummary: 'Reportedly unflappable' },
  householdProfile: { about: 'Released pottering.' },
  importReport: { name: 'Bittern-list.xlsx', badValue: 'Nightjar-is-no-level' },
  importFile: { cell: 'Child-Corncrake' },
  withholding: { withWhom: 'Grandmother Plover', what: 'Fostering at Linnet End', reason: 'It would place them at Avocet risk.' },
  bar: { email: 'turnstone@private.example', reason: 'Cousin of the Sandpiper adopter.' },
  ruledOut: { reason: 'Known to the Dotterel uncle.' },
  emergency: { reason: 'Found alone by Officer Capercaillie.' },
  familyFinding: { reason: 'Waits for the Goosander report.' },
} as const;

export type CanaryGroup = keyof typeof CANARIES;

/** Each role of the product at each agency that may have it; the hub's own administrator apart. */
const COUNCIL = ['FAMILY_FINDER', 'CHILDS_WORKER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER', 'REVIEWING_OFFICER', 'PANEL_ADVISER', 'DECISION_MAKER', 'ANALYST', 'AGENCY_ADMIN', 'DATA_PROTECTION_OFFICER'];
const STAFF: Readonly<Record<string, readonly string[]>> = {
  NMB: COUNCIL, SVC: COUNCIL, HWA: ['ADOPTERS_WORKER', 'APPROVING_MANAGER', 'ANALYST', 'AGENCY_ADMIN', 'DATA_PROTECTION_OFFICER'],
  HUB: ['HUB_COORDINATOR', 'PANEL_ADVISER', 'DECISION_MAKER', 'ANALYST', 'DATA_PROTECTION_OFFICER'],
};

export interface CanaryRegion {
  /** By agency and role, such as `NMB FAMILY_FINDER`; the hub's administrator is `HUB HUB_ADMIN`. */
  readonly people: ReadonlyMap<string, GraphQLClient & { userId: string }>;
  /** References and ids of all that exists, by the argument of a query that takes them. */
  readonly known: Readonly<Record<'unit' | 'paused' | 'child' | 'household' | 'theirs' | 'run' | 'importBatch' | 'release' | 'grant' | 'opening', string>>;
}

/** Northmoor's child and household hold every canary: released to the region (S1), granted to Southvale (S2), barred, withheld, opened and compared. */
export async function canaryRegion(hub: RunningHub): Promise<CanaryRegion> {
  const admin = await firstAdministrator(hub);
  await smallRegion(admin, { agreement: false });
  await admin.query('mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { reference } }', {
    input: { title: 'Regional', purpose: 'FAMILY_FINDING', legalBasis: 'Adoption and Children Act 2002', startsOn: '2020-01-01', parties: ['NMB', 'SVC', 'HWA', 'HUB'], upToStage: 'S2' } });
  const people = new Map<string, GraphQLClient & { userId: string }>([['HUB HUB_ADMIN', Object.assign(admin, { userId: '' })]]);
  for (const [agency, roles] of Object.entries(STAFF)) {
    for (const role of roles) people.set(`${agency} ${role}`, await person(admin, { agency, email: `${role.toLowerCase().replaceAll('_', '.')}@${agency.toLowerCase()}.example.test`, roles: [role] }));
  }
  const by = (who: string): GraphQLClient => {
    const client = people.get(who);
    if (!client) throw new Error(`Nobody is ${who}`);
    return client;
  };
  await by('NMB DATA_PROTECTION_OFFICER').query('mutation { chooseMail(choice: EACH) { choice } }');
  const { unit, child } = await seek(by('NMB CHILDS_WORKER'), { ...CANARIES.childBirth, ...CANARIES.childRecord, ...CANARIES.childIdentified });
  const { unit: theirs } = await seek(by('SVC CHILDS_WORKER'), { externalId: 'SVC-1', dateOfBirth: '2022-05-05' });
  const { unit: paused } = await seek(by('NMB CHILDS_WORKER'), { externalId: 'NMB-2', dateOfBirth: '2023-05-05' });
  await pauseSearch(by('NMB CHILDS_WORKER'), paused);
  const household = await offer(by('NMB ADOPTERS_WORKER'));
  const release = await share(by, 'UNIT', unit, { about: CANARIES.childProfile.about });
  await share(by, 'HOUSEHOLD', household, { about: CANARIES.householdProfile.about });
  const grant = await share(by, 'UNIT', unit, null);
  await share(by, 'HOUSEHOLD', household, null);
  const run = await runRegion(by('NMB FAMILY_FINDER'));
  return { people, known: { unit, paused, child, household, theirs, run, release, grant, ...(await safeguard(by, { unit, child, household, theirs })), importBatch: await checkedImport(by('NMB FAMILY_FINDER')) } };
}

type By = (who: string) => GraphQLClient;

const CHANGE = 'mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference record { version } } }';

async function seek(worker: GraphQLClient, facts: object): Promise<{ unit: string; child: string }> {
  const { createChild } = await worker.query<{ createChild: { reference: string; record: { version: number; children: { reference: string }[] } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version children { reference } } } }',
    { input: { facts: { sex: 'F', enteredCareOn: '2024-01-10', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15', needs: [{ key: 'attachment', level: 2 }], ...facts } } });
  const { reference: unit, record: { version, children } } = createChild;
  await worker.query(CHANGE, { input: { unit, version, to: 'ACTIVE', onDate: '2026-01-05' } });
  return { unit, child: children[0]?.reference ?? '' };
}

async function pauseSearch(worker: GraphQLClient, unit: string): Promise<void> {
  const { unit: { record } } = await worker.query<{ unit: { record: { version: number } } }>('query ($unit: String!) { unit(reference: $unit) { record { version } } }', { unit });
  await worker.query(CHANGE, { input: { unit, version: record.version, to: 'PAUSED', reason: CANARIES.familyFinding.reason, onDate: '2026-01-06' } });
}

async function offer(worker: GraphQLClient): Promise<string> {
  const { createHousehold } = await worker.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
    input: { facts: { ...CANARIES.householdRecord, ...CANARIES.householdIdentified, kind: 'COUPLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true, maxChildren: 2, ageMinMonths: 0, ageMaxMonths: 95,
      offers: [{ key: 'attachment', level: 3 }] } } });
  return createHousehold.reference;
}

/** Asked for by one, approved by another: a release of texts to the region, or where there are none a grant up to S2 to Southvale. */
async function share(by: By, subjectType: 'UNIT' | 'HOUSEHOLD', subject: string, texts: object | null): Promise<string> {
  const [asks, approves] = [by(subjectType === 'UNIT' ? 'NMB FAMILY_FINDER' : 'NMB ADOPTERS_WORKER'), by('NMB APPROVING_MANAGER')];
  const [kind, input] = texts ? ['Release', { purpose: 'Family finding', checked: true, ...texts }] : ['Grant', { stage: 'S2', purpose: 'A link', agency: 'SVC' }];
  const { made } = await asks.query<{ made: { id: string } }>(`mutation ($input: Request${kind}Input!) { made: request${kind}(input: $input) { id } }`, { input: { subjectType, subject, ...input } });
  await approves.query(`mutation ($id: ID!, $expiresOn: LocalDate!) { approve${kind}(id: $id, expiresOn: $expiresOn) { status } }`, { id: made.id, expiresOn: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10) });
  return made.id;
}

async function runRegion(finder: GraphQLClient): Promise<string> {
  const { startMatchingRun: { reference } } = await finder.query<{ startMatchingRun: { reference: string } }>('mutation { startMatchingRun(scope: REGION) { reference } }');
  await eventually(async () => (await finder.query<{ run: { status: string } }>('query ($reference: String!) { run(reference: $reference) { status } }', { reference })).run.status === 'DONE');
  return reference;
}

async function safeguard(by: By, { unit, child, household, theirs }: Record<'unit' | 'child' | 'household' | 'theirs', string>): Promise<{ opening: string }> {
  await by('NMB CHILDS_WORKER').query('mutation ($input: RecordWithholdingInput!) { recordWithholding(input: $input) { id } }', { input: { child, ...CANARIES.withholding, decidedOn: '2026-02-02' } });
  await by('NMB APPROVING_MANAGER').query('mutation ($input: BarInput!) { bar(input: $input) { id } }', { input: { subjectType: 'UNIT', subject: unit, ...CANARIES.bar } });
  await by('NMB ADOPTERS_WORKER').query('mutation ($unit: String!, $household: String!, $reason: String!) { ruleOut(unit: $unit, household: $household, reason: $reason) }', { unit: theirs, household, reason: CANARIES.ruledOut.reason });
  const { breakGlass } = await by('SVC REVIEWING_OFFICER').query<{ breakGlass: { id: string } }>('mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { id } }', { input: { subjectType: 'UNIT', subject: unit, ...CANARIES.emergency } });
  return { opening: breakGlass.id };
}

/** A file that was checked and lies there with its report, which quotes a bad value. */
async function checkedImport(finder: GraphQLClient): Promise<string> {
  const { importFile: { cell }, importReport: { name, badValue } } = CANARIES;
  const reference = await finder.upload('PROFILE_SHEET', name, workbook([tableSheet('Children', CHILDREN_SHEET.columns.map(({ heading }) => heading), [{ 'Child Unique ID': cell, Contact: badValue }])]));
  await eventually(async () => (await finder.query<{ importBatch: { status: string } }>('query ($reference: String!) { importBatch(reference: $reference) { status } }', { reference })).importBatch.status === 'CHECKED');
  return reference;
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(100)) if (await holds()) return;
  throw new Error('It did not happen within 30 seconds.');
}
