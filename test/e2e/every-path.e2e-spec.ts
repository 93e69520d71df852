import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, isEnumType, isLeafType, isNonNullType, isObjectType, parse, validate, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { SHAPES } from '@hub/domain/disclosure/shapes';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';

/*
 * AZ-3 and AZ-4: each type of a case is asked for along each path of the schema, by somebody who may not see the case: the answer
 * for a reference that exists is byte for byte that for one that does not.
 */

const schema = buildSchema(readFileSync(join(__dirname, '../../schema.gql'), 'utf8'));
const ROOTS = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) => args.some(({ type }) => isNonNullType(type)));
const NOBODY = 'ZZZZZZ';
/** Arguments that name no record, by what they are given. */
const GIVEN: Readonly<Record<string, string>> = { agency: 'NMB', codes: 'A10' };

let hub: RunningHub;
let strangers: readonly (readonly [name: string, client: GraphQLClient])[];
/**
 * What exists and is nobody else's: a unit that is not in the pool, its child, a household that is not available, an import of the council; and a unit and a
 * household in the pool which the council keeps to itself, with a link and a run of theirs.
 */
const hidden: Record<string, string> = {};

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  const owner = await person(admin, { agency: 'NMB', email: 'owner@nmb.example.test', roles: ['FAMILY_FINDER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER'] });
  strangers = [
    ['the other council', await person(admin, { agency: 'SVC', email: 'finder@svc.example.test', roles: ['FAMILY_FINDER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER'] })],
    ['the hub\'s coordinator', await person(admin, { agency: 'HUB', email: 'coordinator@hub.example.test', roles: ['HUB_COORDINATOR'] })],
    ['the hub\'s administrator', admin],
  ];
  const { createChild } = await owner.query<{ createChild: { reference: string; record: { children: { reference: string }[] } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { children { reference } } } }', { input: { facts: { firstName: 'Hidden', dateOfBirth: '2021-03-17', sex: 'F' } } });
  hidden.unit = createChild.reference;
  hidden.child = createChild.record.children[0]?.reference ?? '';
  const { createHousehold } = await owner.query<{ createHousehold: { reference: string } }>(
    'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', { input: { facts: { names: 'Hidden', kind: 'COUPLE', availability: 'NOT_AVAILABLE' } } });
  hidden.household = createHousehold.reference;
  await keep(owner);
  hidden.importBatch = await owner.upload('PROFILE_SHEET', 'sheet.csv', Buffer.from('Child ID,Needs\n1,2\n'));
});

async function keep(owner: GraphQLClient): Promise<void> {
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
  await owner.query('mutation ($input: LocalSearchPolicyInput!) { setLocalSearchPolicy(input: $input) { startsOn } }', { input: { startsOn: today, unitDays: 30, householdDays: 30 } });
  const { createChild: { reference, record: { version } } } = await owner.query<{ createChild: { reference: string; record: { version: number } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }',
    { input: { facts: { firstName: 'Kept', dateOfBirth: '2022-03-17', sex: 'F', enteredCareOn: '2025-01-01', admDecidedOn: '2025-09-01', placementOrderOn: '2025-11-01' } } });
  await owner.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { stage } }', { input: { unit: reference, version, to: 'ACTIVE', onDate: today } });
  const { createHousehold: { reference: family } } = await owner.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }',
    { input: { facts: { names: 'Kept', kind: 'COUPLE', enquiryOn: '2025-01-01', approvedOn: today, availability: 'AVAILABLE', shareConsent: true, shareConsentOn: today } } });
  const { unit } = await owner.query<{ unit: { record: { localSearch: { isKept: boolean } } } }>('query ($reference: String!) { unit(reference: $reference) { record { localSearch { isKept } } } }', { reference });
  expect(unit.record.localSearch.isKept).toBe(true);
  Object.assign(hidden, { kept: reference, keptFamily: family });
  hidden.keptLink = (await owner.query<{ expressInterest: { reference: string } }>('mutation ($input: LinkInterestInput!) { expressInterest(input: $input) { reference } }', { input: { unit: reference, household: family } })).expressInterest.reference;
  hidden.keptRun = (await owner.query<{ startMatchingRun: { reference: string } }>('mutation { startMatchingRun(scope: UNIT, subject: "' + reference + '") { reference } }')).startMatchingRun.reference;
}

afterAll(() => hub?.stop());

interface Path {
  readonly type: string;
  readonly query: (reference: string) => string;
}

/** Every way from a field to a type of a case; a type stands once on a way, so that the ways end. */
function pathsOf(root: GraphQLField<unknown, unknown>): Path[] {
  const paths: Path[] = [];
  const walk = (type: GraphQLObjectType, way: readonly string[], met: readonly string[]): void => {
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => name);
    const chosen = way.reduceRight((inner, name) => `{ ${name} ${inner} }`, `{ ${['__typename', ...leaves].join(' ')} }`);
    paths.push({ type: type.name, query: (reference) => `{ ${root.name}(${argsOf(root, reference)}) ${chosen} }` });
    for (const field of fields) {
      const next = getNamedType(field.type);
      if (isObjectType(next) && !met.includes(next.name) && !field.args.some(({ type: arg, defaultValue }) => isNonNullType(arg) && defaultValue === undefined)) {
        walk(next, [...way, field.name], [...met, next.name]);
      }
    }
  };
  const named = getNamedType(root.type);
  if (isObjectType(named)) walk(named, [], [named.name]);
  return paths;
}

function argsOf({ args }: GraphQLField<unknown, unknown>, reference: string): string {
  return args.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => {
    const named = getNamedType(type);
    return `${name}: ${isEnumType(named) ? (named.getValues()[0]?.name ?? '') : JSON.stringify(GIVEN[name] ?? reference)}`;
  }).join(', ');
}

const cases = ROOTS.flatMap((root) => pathsOf(root).map((path): [string, Path] => [`${root.name} -> ${path.type}`, path]));

describe('for each type, each path from Query obeys the matrix', () => {
  it('reaches every type of a case that a reference leads to', () => {
    const reached = new Set(cases.map(([, { type }]) => type));
    const listsOnly = ['Facet', 'FacetCount', 'ReleaseSummary', 'EmergencyOpening', 'ConsentToRenew', 'LinkSummary', 'PlacementSummary', 'BoardRow', 'Enquiry', 'SelectionSummary', 'DriftRow', 'DriftLink', 'DriftTurn', 'DriftStage', 'ClockItem', 'WorkItem', 'FeeStatement', 'FeeStatementLine', 'SourceFigure', 'QualityFinding', 'FaultyRecord'];
    const missing = Object.entries(SHAPES).filter(([name, { stage }]) => stage !== null && !reached.has(name) && !listsOnly.includes(name)).map(([name]) => name);
    expect(missing).toEqual([]);
  });

  it.each(cases)('%s', async (_, { query }) => {
    expect(validate(schema, parse(query(NOBODY)))).toEqual([]);
    for (const [name, client] of strangers) {
      const none = JSON.stringify(await client.ask(query(NOBODY)));
      for (const [what, reference] of Object.entries(hidden)) {
        const answer = JSON.stringify(await client.ask(query(reference))).replaceAll(reference, NOBODY);
        expect([name, what, answer]).toEqual([name, what, none]);
      }
    }
  });
});
