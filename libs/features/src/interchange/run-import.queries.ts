import type { HouseholdFacts } from '@hub/domain/adopters/facts';
import type { Applied, ChildFacts } from '@hub/domain/children/facts';
import type { Fault } from '@hub/domain/interchange/issue';
import { startAfresh } from '@hub/domain/interchange/new-decision';
import type { FromFile, ParsedImport } from '@hub/domain/interchange/parsed';
import { Tally } from '@hub/domain/interchange/tally';
import { applyHouseholds, planHouseholds } from '../adopters/apply-households.queries';
import { applyChildren, planChildren } from '../children/apply-children.queries';
import { recordedDecisions, recordedFamilies } from './decisions.queries';
import { takeEarlierDecisions } from './earlier-decisions.queries';
import type { ImportRun } from './import-run';

/**
 * Puts a parsed file to the records: families before the children who name them, lists before the profiles that add
 * to them. Dry run and import are this one path, so that a report tells what will happen.
 */
export async function runImport(run: ImportRun, parsed: ParsedImport): Promise<Tally> {
  const tally = new Tally(parsed);
  await takeHouseholds(run, parsed, tally);
  await takeChildren(run, parsed, tally);
  return tally;
}

const fromLists = <T>(from: readonly FromFile<T>[]): readonly FromFile<T>[] => from.filter(({ kind }) => kind === 'ANNEX_A');
const fromProfiles = <T>(from: readonly FromFile<T>[]): readonly FromFile<T>[] => from.filter(({ kind }) => kind === 'PROFILE_SHEET');

async function takeHouseholds(run: ImportRun, { households }: ParsedImport, tally: Tally): Promise<void> {
  const lists = fromLists(households);
  const take = (from: readonly FromFile<HouseholdFacts>[]): Promise<Applied[]> =>
    (run.writes ? applyHouseholds : planHouseholds)(run.tx, run.vault, run.actor, from.map(({ facts }) => facts), run.today);
  const added = new Set<string>();
  const nameOf = ({ facts }: FromFile<HouseholdFacts>): string => facts.familyExternalId;
  record(tally, 'Family', nameOf, { from: lists, applied: await take(lists), added });
  const profiles = fromProfiles(households);
  if (profiles.length === 0) return;
  const recorded = await recordedFamilies(run.tx, run.vault, run.actor, profiles.map(nameOf));
  const isKnown = (from: FromFile<HouseholdFacts>): boolean => recorded.has(nameOf(from)) || added.has(nameOf(from));
  refuse(tally, profiles.filter((from) => !isKnown(from)), 'familyExternalId', {
    code: 'FAMILY_WITHOUT_ADULTS',
    message: 'The hub knows no adults of this family. Import List 11 with its adults first, or correct the identifier.',
  });
  const known = profiles.filter(isKnown);
  record(tally, 'Family', nameOf, { from: known, applied: await take(known), added });
}

async function takeChildren(run: ImportRun, { children, earlierDecisions, households }: ParsedImport, tally: Tally): Promise<void> {
  if (children.length === 0) return;
  const decisions = await recordedDecisions(run.tx, run.vault, run.actor, children.map(nameOfChild));
  const reversedInFile = new Map(earlierDecisions.map(({ externalId, reversedOn }) => [externalId, reversedOn]));
  const take = (from: readonly FromFile<ChildFacts>[]): Promise<Applied[]> => {
    const facts = from.map((one) => startAfresh(one.facts, decisions.get(nameOfChild(one)), reversedInFile.get(nameOfChild(one))));
    return (run.writes ? applyChildren : planChildren)(run.tx, run.vault, run.actor, facts, run.today);
  };
  const added = new Set<string>();
  const lists = fromLists(children);
  const applied = await take(lists);
  record(tally, 'Child', nameOfChild, { from: lists, applied, added });
  await takeEarlierDecisions(run, earlierDecisions, new Map(lists.map((from, at) => [nameOfChild(from), applied[at]])), tally);
  await warnOfUnknownFamilies(run, lists, households, tally);
  const profiles = fromProfiles(children);
  const isKnown = (from: FromFile<ChildFacts>): boolean => decisions.has(nameOfChild(from)) || added.has(nameOfChild(from));
  refuse(tally, profiles.filter((from) => !isKnown(from)), 'externalId', {
    code: 'UNKNOWN_CHILD',
    message: 'The hub has no child with this identifier. Import List 10 first, add the child in the hub, or correct the identifier.',
  });
  const known = profiles.filter(isKnown);
  record(tally, 'Child', nameOfChild, { from: known, applied: await take(known), added });
}

const nameOfChild = ({ facts }: FromFile<ChildFacts>): string => facts.externalId;

interface Taken<T> {
  readonly from: readonly FromFile<T>[];
  readonly applied: readonly Applied[];
  /** Records that an earlier sheet of the file has added: what a later one says of them is a change. */
  readonly added: Set<string>;
}

function record<T>(tally: Tally, noun: string, nameOf: (from: FromFile<T>) => string, { from, applied, added }: Taken<T>): void {
  from.forEach((one, at) => {
    const result = applied[at];
    if (!result) return;
    const name = nameOf(one);
    const isSecond = added.has(name) && result.outcome !== 'REFUSED';
    tally.applied(one, `${noun} ${name}`, isSecond ? { ...result, outcome: 'CHANGED', differences: [] } : result);
    if (result.outcome === 'ADDED') added.add(name);
  });
}

function refuse<T>(tally: Tally, from: readonly FromFile<T>[], field: string, fault: Fault): void {
  for (const { place, headings, facts } of from) {
    tally.outcome(place, 'REFUSED');
    tally.issue({ severity: 'ERROR', sheet: place.sheet, row: place.rows[0] ?? null, column: headings.get(field) ?? null, value: String((facts as Record<string, unknown>)[field]), ...fault });
  }
}

/** The adoptive family may be another agency's, so a child whose family is not here is no error. */
async function warnOfUnknownFamilies(run: ImportRun, lists: readonly FromFile<ChildFacts>[], households: ParsedImport['households'], tally: Tally): Promise<void> {
  const named = lists.filter(({ facts }) => facts.familyExternalId);
  const recorded = await recordedFamilies(run.tx, run.vault, run.actor, named.map(({ facts }) => facts.familyExternalId ?? ''));
  const inFile = new Set(households.map(({ facts }) => facts.familyExternalId));
  for (const { facts, place, headings } of named) {
    const family = facts.familyExternalId ?? '';
    if (recorded.has(family) || inFile.has(family)) continue;
    tally.issue({
      severity: 'WARNING', sheet: place.sheet, row: place.rows[0] ?? null, column: headings.get('familyExternalId') ?? null, value: family, code: 'UNKNOWN_FAMILY',
      message: "The hub knows no family of yours with this identifier. Import List 11, then this file again; nothing needs doing for another agency's family.",
    });
  }
}
