import { renew, type Shown } from '@hub/domain/anonymity/guard';
import { shownAt } from '@hub/domain/anonymity/ladder';
import { needRanges, type NeedRange } from '@hub/domain/anonymity/need-ranges';
import { rangesOf } from '@hub/domain/anonymity/shown-card';
import { screen } from '@hub/domain/anonymity/text/screen';
import type { Traits } from '@hub/domain/anonymity/traits';
import { combineMembers } from '@hub/domain/children/members';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Level } from '@hub/domain/matching/pool';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { unitProfilePlace } from '../children/profile-place';
import type { LoadedUnit } from '../children/unit-facts.queries';
import { unitTraits, type Guard } from './guard.queries';
import { returnToDraft } from './return-to-draft.queries';

/** What is shown of a unit before its card is made anew. */
interface Before {
  readonly unitId: string;
  readonly listed: boolean;
  readonly generalisation: number;
  readonly needs: Readonly<Record<string, Level | null>>;
  readonly needsUpTo: Readonly<Record<string, Level | null>>;
  readonly agencyId: string;
  /** Of the live profile. */
  readonly shareIds: readonly string[] | null;
  readonly wrapped_key: Buffer | null;
  readonly about: Buffer | null;
  readonly release: (Shown & { readonly id: string }) | null;
}

/** How the card of a unit in the pool is to be made. */
export interface Guarded {
  readonly traits: Traits;
  readonly level: number;
  readonly ranges: readonly NeedRange[];
}

const BEFORE = `
  select k.unit_id as "unitId", k.listed, k.generalisation, k.needs, k.needs_up_to as "needsUpTo", k.agency_id as "agencyId", p.share_ids as "shareIds", p.wrapped_key, p.about,
    case when r.id is not null then jsonb_build_object('id', r.id, 'level', r.generalisation, 'overridden', r.override_reason is not null) end as release
  from hub.unit_card k
  left join hub.unit_profile p on p.unit_id = k.unit_id and p.live
  left join hub.disclosure_grant r on r.id = p.release_id and r.generalisation is not null
  where k.unit_id = any($1::uuid[])`;

/**
 * How general each of these units, all in the pool, is to be shown now. What others see already never becomes finer by itself; where it must become
 * more general, a live profile follows, or goes back to its makers if its text would still tell (trust.md ANON-2).
 */
export async function renewUnits(tx: Tx, vault: Vault, guard: Guard, units: readonly LoadedUnit[], asAt: IsoDate): Promise<ReadonlyMap<string, Guarded>> {
  const before = new Map((await rows<Before>(tx, BEFORE, [units.map(({ id }) => id)])).map((one) => [one.unitId, one]));
  const guarded = new Map<string, Guarded>();
  const followed: { id: string; level: number }[] = [];
  const returned: string[] = [];
  for (const unit of units) {
    const was = before.get(unit.id);
    const traits = unitTraits(unit, asAt);
    if (traits === null) continue;
    const now = renew(shownSoFar(was), guard.standings(traits));
    const ranges = needRanges(combineMembers(unit.members).needs, guard.needs, guard.k, was?.listed ? rangesOf(was.needs, was.needsUpTo) : []);
    guarded.set(unit.id, { traits, level: now.level, ranges });
    const release = was?.release ?? null;
    if (release === null) continue;
    if (now.below || (now.level !== release.level && wouldTell(vault, was, traits, now.level))) returned.push(unit.id);
    else if (now.level > release.level) followed.push({ id: release.id, level: now.level });
  }
  await follow(tx, followed);
  await returnToDraft(tx, returned, 'MORE_GENERAL');
  return guarded;
}

function shownSoFar(was: Before | undefined): Shown {
  if (was?.release) return was.release;
  return { level: was?.listed ? was.generalisation : 0, overridden: false };
}

/** Opens the text of the live profile, which nothing else here needs. */
function wouldTell(vault: Vault, was: Before | undefined, traits: Traits, level: number): boolean {
  if (!was) return false;
  const { unitId, agencyId, shareIds, wrapped_key, about } = was;
  const text = vault.openTexts(unitProfilePlace(unitId, agencyId, shareIds ?? []), { wrapped_key, about }).about;
  return screen(text ?? '', { known: [], shown: shownAt(traits, level) }).some(({ kind }) => kind === 'TRAIT');
}

async function follow(tx: Tx, releases: readonly { readonly id: string; readonly level: number }[]): Promise<void> {
  if (releases.length === 0) return;
  const list = JSON.stringify(releases.map(({ id, level }) => ({ id, level, heritage: shownAt(ANYBODY, level).heritage !== null })));
  await rows(tx, 'update hub.disclosure_grant p set generalisation = r.level from jsonb_to_recordset($1::jsonb) as r(id uuid, level smallint) where p.id = r.id', [list]);
  await rows(tx, `update hub.unit_profile p set heritage_groups = '{}' from jsonb_to_recordset($1::jsonb) as r(id uuid, heritage boolean) where p.release_id = r.id and not r.heritage`, [list]);
}

/** Which traits a level shows is the same for everybody. */
const ANYBODY: Traits = { youngest: '0-1', oldest: '0-1', sex: 'UNKNOWN', heritage: [], size: 1, region: '' };
