import type { Standing } from '@hub/domain/anonymity/guard';
import { rungWords, shownAt } from '@hub/domain/anonymity/ladder';
import type { ShownTraits } from '@hub/domain/anonymity/shown';
import { findNamesAtLarge } from '@hub/domain/anonymity/text/names-at-large';
import { fold } from '@hub/domain/anonymity/text/fold';
import type { KnownName } from '@hub/domain/anonymity/text/known-names';
import { tokensOf } from '@hub/domain/anonymity/text/tokens';
import { isListed, toHouseholdProfile } from '@hub/domain/adopters/household-card';
import { isInPool, toUnitProfile } from '@hub/domain/children/unit-card';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { isConsentLive } from '@hub/domain/disclosure/consent';
import { conflict, notFound } from '@hub/domain/errors';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { loadOffers } from '../adopters/household-cards.queries';
import { loadHouseholds } from '../adopters/household-records.queries';
import { peopleByIds } from '../agencies/users.queries';
import { loadChildren } from '../children/child-records.queries';
import type { ReleaseContent, ReleaseSubject } from '../children/releases.queries';
import { loadUnits } from '../children/unit-facts.queries';
import { findUnit } from '../children/units.queries';
import { openGuard, unitTraits } from './guard.queries';

/** What a release would be of, as its own agency knows it. */
export interface Releasable {
  readonly id: string;
  readonly about: string;
  /** Of a household; null for a unit. */
  readonly experience: string | null;
  readonly known: readonly KnownName[];
  /** Of a unit; null for a household, of which nothing is withheld. */
  readonly guard: ReleaseGuard | null;
  content(texts: { readonly about: string; readonly experience: string | null }): ReleaseContent;
}

export interface ReleaseGuard extends Standing {
  readonly shown: ShownTraits;
  /** What the guard leaves out, in words. */
  readonly leftOut: readonly string[];
}

export interface Wanted {
  readonly subjectType: ReleaseSubject;
  readonly subject: string;
  /** Show the facts as recorded, whatever the guard says. */
  readonly asRecorded: boolean;
}

/** The subject with its texts, the names in its record and what the guard makes of it. Locks it. */
export function loadReleasable(tx: Tx, vault: Vault, wanted: Wanted, today: IsoDate): Promise<Releasable> {
  return wanted.subjectType === 'UNIT' ? loadUnit(tx, vault, wanted, today) : loadHousehold(tx, vault, wanted, today);
}

async function loadUnit(tx: Tx, vault: Vault, { subject, asRecorded }: Wanted, today: IsoDate): Promise<Releasable> {
  const unit = await findUnit(tx, subject, 'for update');
  if (!unit) throw notFound('unit', subject);
  const [facts] = await loadUnits(tx, vault, { ids: [unit.id] });
  const traits = facts ? unitTraits(facts, today) : null;
  if (!facts || !traits || !isInPool(facts)) throw conflict('GUARD_FAILED', 'A profile is released while family finding is active.');
  const standing = (await openGuard(tx)).standings(traits);
  const level = asRecorded ? 0 : standing.level;
  const shown = shownAt(traits, level);
  const children = await loadChildren(tx, vault, 'c.unit_id', [unit.id]);
  const workers = await peopleByIds(tx, [unit.namedWorkerId, ...children.map(({ namedWorkerId }) => namedWorkerId)].filter((id) => id !== null));
  return {
    id: unit.id, about: children.flatMap(({ details: { about } }) => about ?? []).join('\n\n'), experience: null,
    known: [
      ...children.flatMap(({ details: { identity } }) => [...names('CHILD', identity.firstName, identity.lastName), ...names('OTHER', identity.externalId), ...namesIn(identity.address, identity.birthFamily, identity.notes)]),
      ...namesIn(...workers.map(({ displayName }) => displayName)),
    ],
    guard: { level, below: standing.below || (asRecorded && standing.level > 0), shown, leftOut: rungWords(level) },
    content: ({ about }) => ({ ...toUnitProfile({ ...facts, asAt: today }, about, shown.heritage ?? []), householdType: null, experience: null }),
  };
}

async function loadHousehold(tx: Tx, vault: Vault, { subject }: Wanted, today: IsoDate): Promise<Releasable> {
  const [record] = await loadHouseholds(tx, vault, 'h.reference', [subject], 'for update of h');
  if (!record) throw notFound('household', subject);
  const [offer] = await loadOffers(tx, { ids: [record.id] });
  if (!offer || !isConsentLive(offer.profileConsentUntil, today)) throw conflict('GUARD_FAILED', 'The adopters have not agreed to be shown outside the agency, or it is time to ask them again.');
  if (!isListed(offer)) throw conflict('GUARD_FAILED', 'Only an available household is shown to other agencies.');
  const { identity, adults, about, experience } = record.details;
  const workers = record.namedWorkerId === null ? [] : await peopleByIds(tx, [record.namedWorkerId]);
  return {
    id: record.id, about: about ?? '', experience: experience ?? '',
    known: [
      ...names('ADULT', identity.names, ...adults.flatMap(({ firstName, lastName }) => [firstName, lastName])),
      ...names('OTHER', identity.familyExternalId, identity.phone, identity.email, ...adults.map(({ externalId }) => externalId)),
      ...namesIn(identity.address, ...workers.map(({ displayName }) => displayName)),
    ],
    guard: null,
    content: (texts) => ({ ...toHouseholdProfile(offer, { about: texts.about, experience: texts.experience || null }), contact: null, progress: null }),
  };
}

const names = (of: KnownName['of'], ...texts: readonly (string | null)[]): KnownName[] => texts.flatMap((text) => (text ? [{ text, of }] : []));

/** The names that free text of the record holds: of family, carers, schools and workers. */
function namesIn(...texts: readonly (string | null)[]): KnownName[] {
  return texts.flatMap((text) => (text ? findNamesAtLarge(tokensOf(text, fold(text))).map(({ from, to }): KnownName => ({ text: text.slice(from, to), of: 'OTHER' })) : []));
}
