import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { notFound } from '@hub/domain/errors';
import { rulebook, type Rulebook } from '@hub/domain/matching/rulebook';
import { evidenceAsShown } from '@hub/domain/matching/explanation/as-shown';
import { unpackNames } from '@hub/domain/matching/explanation/codes';
import type { UnitEvidence } from '@hub/domain/matching/explanation/evidence';
import { ruleLabel } from '@hub/domain/matching/explanation/labels';
import type { ShownCandidate } from '@hub/domain/matching/explanation/read-evidence';
import { countStanding, withoutRuledOut } from '@hub/domain/matching/explanation/ruled-out-since';
import { withoutHouseholds } from '@hub/domain/matching/explanation/without-households';
import { changesFor, changesForListed, summarise } from '@hub/domain/matching/explanation/summary';
import type { RuleName } from '@hub/domain/matching/result';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork, type Shown } from '@hub/database/unit-of-work';
import { householdCardsByReferences, type HouseholdHit } from '../adopters/household-search.queries';
import { unitCardByReference, type UnitHit } from '../children/unit-search.queries';
import { hiddenReferences } from '../disclosure/barred.queries';
import { unpackUnit } from './evidence-codec';
import { openHousehold } from './household-evidence';
import { readAsShown } from './read-as-shown';
import { findResult, type StoredResult } from './results.queries';
import { householdsRuledOut, rulingsOut, type RulingOut } from './ruled-out.queries';
import { findRun, readingAs, type RunSummary } from './runs.queries';

export interface ShortlistCandidate extends Omit<ShownCandidate, 'household'> {
  readonly household: HouseholdHit;
  readonly position: number;
}

export interface ShownBlocker {
  readonly rule: RuleName;
  readonly label: string;
}

export interface BlockedHousehold {
  readonly household: HouseholdHit;
  readonly blockers: readonly ShownBlocker[];
}

export interface Shortlist extends Pick<StoredResult, 'eligible' | 'conditional' | 'blocked' | 'ruledOut' | 'priority'> {
  readonly run: RunSummary;
  readonly unit: UnitHit;
  readonly candidates: readonly (ShortlistCandidate & { readonly summary: string })[];
  readonly blockedHouseholds: readonly BlockedHousehold[];
}

export interface Explanation {
  readonly run: RunSummary;
  readonly unit: UnitHit;
  readonly household: HouseholdHit;
  readonly status: 'eligible' | 'conditional' | 'blocked';
  readonly summary: string;
  readonly rules: readonly { readonly rule: RuleName; readonly label: string; readonly outcome: 'pass' | 'fail' | 'unknown' }[];
  readonly candidate: ShortlistCandidate | null;
  readonly blockers: readonly ShownBlocker[];
  readonly changes: readonly string[];
  readonly onShortlists: number;
  /** The viewer's own agency's decisions against the pair, with their reasons. */
  readonly rulingsOut: readonly RulingOut[];
}

interface OpenedPack {
  readonly run: RunSummary;
  readonly unit: UnitHit;
  readonly pack: UnitEvidence;
  readonly rules: Rulebook;
  readonly names: readonly RuleName[];
}

type Opened = StoredResult & OpenedPack;

/** What runs found for a unit, as its own agency and the hub's coordinators may read it; of one pair the household's agency may too. */
@Injectable()
export class ShortlistsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault) {}

  /** The newest finished result that looked at the unit, or that of `run`; null where none did. */
  shortlist(actor: Actor, unit: string, run: string | null): Promise<Shortlist | null> {
    return this.uow.run(actor, readingAs(actor), async (tx) => {
      const found = await readShortlist(tx, unit, run);
      if (found) shown(shownOf(found));
      return found;
    }, { type: 'UNIT', reference: unit, stage: 'S0' });
  }

  /** One pair in full: out of the unit's result, listed or blocked, else as the household's own run lists it. */
  async explain(actor: Actor, unit: string, household: string, run: string | null): Promise<Explanation | null> {
    return this.uow.run(actor, readingAs(actor), async (tx) => {
      const opened = (await openUnit(tx, unit, run)) ?? (await openPair(tx, unit, household, run));
      if (!opened) return null;
      const card = (await cardsOf(tx, [household])).get(household);
      if (!card) throw notFound('household', household);
      const found = explanationOf(opened, card);
      const explanation = found && { ...found, rulingsOut: await rulingsOut(tx, this.vault, opened.unit.unitId, card.householdId) };
      // Both sides of the pair are looked at.
      shown({ about: [{ type: 'UNIT', reference: unit }, { type: 'HOUSEHOLD', reference: household }], stage: 'S0', fields: fieldNames(explanation) });
      return explanation;
    }, { type: 'UNIT', reference: unit, stage: 'S0' });
  }
}

/** Within a unit of work of whoever may read it. */
export async function readShortlist(tx: Tx, unit: string, run: string | null): Promise<Shortlist | null> {
  const opened = await openUnit(tx, unit, run);
  if (!opened) return null;
  const { run: of, unit: card, pack, rules, names, priority } = opened;
  // A household that the viewer may no longer see drops out of what is shown; it still counts.
  const cards = await cardsOf(tx, [...pack.listed.map(({ offer }) => offer.household), ...pack.blocked.map(({ household }) => household)]);
  const candidates = pack.listed.flatMap((listed, at) => {
    const household = cards.get(listed.offer.household);
    const candidate = readAsShown(listed, opened);
    return household ? [{ ...candidate, household, position: at + 1, summary: summarise(candidate, pack.size) }] : [];
  });
  const blockedHouseholds = pack.blocked.flatMap(({ household: reference, blockers }) => {
    const household = cards.get(reference);
    return household ? [{ household, blockers: shownBlockers(blockers, rules) }] : [];
  });
  return { run: of, unit: card, ...countStanding(pack, names), priority, candidates, blockedHouseholds };
}

export const shownOf = ({ unit, candidates, blockedHouseholds }: Shortlist): Shown => ({ fields: fieldNames({ unit, candidates, blockedHouseholds }), count: candidates.length + blockedHouseholds.length });

/** The newest result of a unit, or that of one run, as the viewer may read it. */
export async function openUnit(tx: Tx, unit: string, run: string | null): Promise<Opened | null> {
  const result = await findResult(tx, unit, run);
  if (!result) return null;
  const summary = await findRun(tx, result.runReference);
  const card = await unitCardByReference(tx, unit);
  if (!summary || !card) return null;
  const rules = rulebook(result.policy);
  const names = rules.rules.map(({ rule }) => rule);
  const met = withoutHouseholds(unpackUnit(result.evidence, result.offers), await hiddenReferences(tx));
  const kept = withoutRuledOut(met, await householdsRuledOut(tx, result.unitId), names);
  const pack = card.isOwn ? kept : evidenceAsShown(kept, card);
  return { ...result, run: summary, unit: card, pack, rules, names };
}

async function openPair(tx: Tx, unit: string, household: string, run: string | null): Promise<OpenedPack | null> {
  const opened = await openHousehold(tx, household, run);
  const seen = opened?.units.find(({ unit: { reference } }) => reference === unit);
  return opened && seen ? { ...opened, ...seen } : null;
}

async function cardsOf(tx: Tx, references: readonly string[]): Promise<ReadonlyMap<string, HouseholdHit>> {
  const cards = await householdCardsByReferences(tx, references);
  return new Map(cards.map((card) => [card.reference, card]));
}

function explanationOf(opened: OpenedPack, household: HouseholdHit): Omit<Explanation, 'rulingsOut'> | null {
  const { run, unit, pack, rules, names } = opened;
  const common = { run, unit, household };
  const outcomes = (failing: readonly RuleName[], unknown: readonly RuleName[]) =>
    names.map((rule) => ({ rule, label: ruleLabel(rule), outcome: failing.includes(rule) ? ('fail' as const) : unknown.includes(rule) ? ('unknown' as const) : ('pass' as const) }));
  const at = pack.listed.findIndex(({ offer }) => offer.household === household.reference);
  const listed = pack.listed[at];
  if (listed) {
    const shown = readAsShown(listed, opened);
    return {
      ...common, status: shown.status, summary: summarise(shown, pack.size), rules: outcomes([], shown.unknowns), blockers: [],
      candidate: { ...shown, household, position: at + 1 }, changes: changesForListed(shown), onShortlists: listed.offer.onShortlists,
    };
  }
  const blocked = pack.blocked.find((one) => one.household === household.reference);
  if (!blocked) return null;
  const [failing, unknown] = [unpackNames(blocked.blockers, names), unpackNames(blocked.unknowns, names)];
  const changes = changesFor(failing, unknown);
  return {
    ...common, status: 'blocked', rules: outcomes(failing, unknown), blockers: shownBlockers(blocked.blockers, rules), candidate: null, changes, onShortlists: 0,
    summary: `This family is not listed: ${failing.length === 1 ? 'a rule stands' : `${failing.length} rules stand`} against it.`,
  };
}

function shownBlockers(packed: string, rules: Rulebook): ShownBlocker[] {
  return unpackNames(packed, rules.rules.map(({ rule }) => rule)).map((rule) => ({ rule, label: ruleLabel(rule) }));
}
