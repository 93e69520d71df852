import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { isListed } from '@hub/domain/adopters/household-card';
import { mayOverride } from '@hub/domain/anonymity/guard';
import { shownAt } from '@hub/domain/anonymity/ladder';
import { screen } from '@hub/domain/anonymity/text/screen';
import { problemsOf } from '@hub/domain/anonymity/text/words';
import { isInPool } from '@hub/domain/children/unit-card';
import { isConsentLive } from '@hub/domain/disclosure/consent';
import { mayShare } from '@hub/domain/disclosure/grant';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, forbidden, invalid, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork, type About } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { loadOffers } from '../adopters/household-cards.queries';
import { openGuard, overrideCounts, unitTraits } from '../anonymity/guard.queries';
import { loadReleasable, type Releasable, type Wanted } from '../anonymity/release-subjects.queries';
import { isAgreed, resolveAudience, type AudienceRequest } from '../disclosure/audience.queries';
import { insertGrant, withdrawDrafts, withdrawGrant } from '../disclosure/grants.queries';
import { shareIdsOf } from '../disclosure/subjects.queries';
import { refreshCards } from './cards.queries';
import { toSuggestion, type ReleaseSuggestion } from './release-suggestion';
import { approve, findRelease, isReleaseWaiting, releasesToApprove, type ReleaseRow, type ReleaseSubject } from './releases.queries';
import { toReleases, withPeople, type Release, type ReleaseSummary } from './release-view.queries';
import { loadUnits } from './unit-facts.queries';

/** The texts as a person wrote them; of a household two. */
export interface Written {
  readonly about: string;
  readonly experience?: string | null;
}

/** A release is the grant of a profile (S1) together with its text. Without an agency it is for every partner. */
export interface ReleaseRequest extends Written, AudienceRequest {
  readonly subjectType: ReleaseSubject;
  readonly subject: string;
  readonly purpose: string;
  /** The person looked at what the software marked as perhaps a name or a place, and it is none. */
  readonly checked?: boolean | null;
  readonly asRecorded?: boolean | null;
}

/** `null`: the record's own texts, screened for the first time. */
export interface SuggestionRequest {
  readonly subjectType: ReleaseSubject;
  readonly subject: string;
  readonly written: Written | null;
  readonly asRecorded: boolean;
}

/** Raising a subject to S1 and back: software suggests, one person asks, another of the same agency approves (trust.md AZ-6, ANON-4). */
@Injectable()
export class ReleasesService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  /** What the software marks and would write instead. Changes nothing. */
  suggestion(actor: Actor, { written, ...wanted }: SuggestionRequest): Promise<ReleaseSuggestion> {
    return this.uow.run(actor, 'releases.request', async (tx) => toSuggestion(await this.releasable(tx, actor, wanted), written), { type: wanted.subjectType, reference: wanted.subject });
  }

  async request(actor: Actor, { purpose, about, experience, checked, asRecorded, subjectType, subject, ...to }: ReleaseRequest): Promise<Release> {
    return this.uow.run(actor, 'releases.request', async (tx) => {
      const found = await this.releasable(tx, actor, { subjectType, subject, asRecorded: asRecorded === true });
      const written = { about, experience: found.experience === null ? null : (experience ?? null) };
      refuseTold(found, written, checked === true);
      if (await isReleaseWaiting(tx, found.id)) throw conflict('CONFLICT', 'A release of this profile waits for approval already.');
      await withdrawDrafts(tx, found.id);
      const audience = await resolveAudience(tx, to, 'S1');
      const shareIds = await shareIdsOf(tx, this.vault, subjectType, found.id);
      const id = await insertGrant(tx, this.vault, {
        agencyId: actor.agencyId, subjectType, subjectId: found.id, shareIds, stage: 'S1', ...audience, purpose, requestedBy: actor.userId, content: found.content(written),
        screened: {
          texts: toSuggestion(found, null).texts.map(({ field, original, suggestion }) => ({ field, original, suggestion })),
          generalisation: found.guard?.level ?? null, asRecorded: asRecorded === true, belowK: found.guard?.below ?? false,
        },
      });
      return this.answer(tx, actor, id);
    }, { type: subjectType, reference: subject });
  }

  /** `overrideReason`: needed where fewer than k look like what is shown. */
  async approve(actor: Actor, id: string, expiresOn: IsoDate, overrideReason: string | null = null): Promise<Release> {
    return this.uow.run(actor, 'releases.approve', async (tx) => {
      const release = await this.mustFind(tx, id, 'for update of r');
      if (release.status !== 'REQUESTED') throw conflict('GUARD_FAILED', 'This release does not wait for approval.');
      if (release.requestedById === actor.userId) throw conflict('SAME_PERSON', 'Nobody approves their own release. Ask another manager.');
      if (expiresOn <= this.clock.today()) throw invalid([{ path: 'expiresOn', message: 'A release ends on a day to come.' }]);
      if (!(await isAgreed(tx, id))) throw conflict('NO_LIVE_AGREEMENT', 'No live agreement lets this agency share a profile.');
      const below = await this.checkShown(tx, release);
      const reason = below ? await overrideOf(tx, overrideReason) : null;
      await approve(tx, this.vault, release, actor.userId, { expiresOn, belowK: below, overrideReason: reason });
      if (release.subjectType === 'UNIT') await refreshCards(tx, this.vault, { ids: [release.subjectId] }, this.today());
      return this.answer(tx, actor, id);
    });
  }

  async withdraw(actor: Actor, id: string, reason: string): Promise<Release> {
    return this.uow.run(actor, 'releases.withdraw', async (tx) => {
      const release = await this.mustFind(tx, id, 'for update of r');
      if (release.status === 'WITHDRAWN') throw conflict('GUARD_FAILED', 'This release was withdrawn already.');
      await withdrawGrant(tx, this.vault, { ...release, stage: 'S1' }, reason);
      if (release.subjectType === 'UNIT') await refreshCards(tx, this.vault, { ids: [release.subjectId] }, this.today());
      return this.answer(tx, actor, id);
    });
  }

  /** One release word for word, for the person who may approve it. */
  view(actor: Actor, id: string): Promise<Release> {
    return this.uow.run(actor, 'releases.view', (tx) => this.answer(tx, actor, id));
  }

  /** What waits for this person's approval, without its content; nothing for those who approve nothing. */
  toApprove(actor: Actor): Promise<ReleaseSummary[]> {
    if (!can(actor, 'releases.approve')) return Promise.resolve([]);
    return this.uow.run(actor, 'releases.list', async (tx) => {
      const releases = await withPeople(tx, actor, await releasesToApprove(tx, this.vault, actor.userId));
      shown({ about: releases.map(subjectOf), stage: releases.length > 0 ? 'S0' : null, fields: fieldNames(releases), count: releases.length });
      return releases;
    });
  }

  private releasable(tx: Tx, actor: Actor, wanted: Wanted): Promise<Releasable> {
    if (!mayShare(actor, wanted.subjectType)) throw forbidden('releases.request');
    return loadReleasable(tx, this.vault, wanted, this.today());
  }

  /** The subject still stands as the first person saw it. Answers whether showing it needs an override. */
  private async checkShown(tx: Tx, { subjectType, subjectId, generalisation, asRecorded, preview }: ReleaseRow): Promise<boolean> {
    const gone = conflict('GUARD_FAILED', 'The subject is not in the pool any more.');
    if (subjectType === 'HOUSEHOLD') {
      if (!(await loadOffers(tx, { ids: [subjectId] })).some((offer) => isListed(offer) && isConsentLive(offer.profileConsentUntil, this.today()))) throw gone;
      return false;
    }
    const [unit] = await loadUnits(tx, this.vault, { ids: [subjectId] });
    const traits = unit ? unitTraits(unit, this.today()) : null;
    if (!unit || !traits || !isInPool(unit)) throw gone;
    const { level, below } = (await openGuard(tx)).standings(traits);
    if (asRecorded) return below || level > 0;
    const told = screen(preview.about ?? '', { known: [], shown: shownAt(traits, level) }).some(({ kind }) => kind === 'TRAIT');
    if (told || level > (generalisation ?? 0)) throw conflict('GUARD_FAILED', 'The region’s records changed since this was asked for: the profile must be more general now. Withdraw it and ask again.');
    return below;
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }

  private async answer(tx: Tx, actor: Actor, id: string): Promise<Release> {
    const [release] = await toReleases(tx, actor, [await this.mustFind(tx, id)]);
    if (!release) throw notFound('release');
    shown({ about: subjectOf(release), fields: fieldNames(release) });
    return release;
  }

  private async mustFind(tx: Tx, id: string, lock: '' | 'for update of r' = ''): Promise<ReleaseRow> {
    const release = await findRelease(tx, this.vault, id, lock);
    if (!release) throw notFound('release');
    return release;
  }
}

const subjectOf = ({ subjectType, subject }: ReleaseSummary): About => ({ type: subjectType, reference: subject });

/** Below k the second person answers for it, and few profiles of the region may be so (trust.md ANON-2). */
async function overrideOf(tx: Tx, given: string | null): Promise<string> {
  const reason = given?.trim() ?? '';
  if (reason === '') throw invalid([{ path: 'overrideReason', message: 'Too few children of the region look like this profile. Give a reason for releasing it all the same.' }]);
  const { overridePercent } = await openGuard(tx);
  const { approved, overridden } = await overrideCounts(tx);
  if (mayOverride(approved, overridden, overridePercent)) return reason;
  throw conflict('GUARD_FAILED', `At most ${overridePercent} % of the region’s profiles may be released under an override, and that share is used up. Ask for a more general profile.`);
}

/** Refuses what the texts must not hold, and what nobody has looked at. */
function refuseTold({ known, guard }: Releasable, written: { about: string; experience: string | null }, checked: boolean): void {
  const found = (text: string | null) => screen(text ?? '', { known, shown: guard?.shown ?? null });
  const [about, experience] = [found(written.about), found(written.experience)];
  const unseen = [...about, ...experience].some(({ certain }) => !certain);
  const issues = [
    ...problemsOf(about).map((message) => ({ path: 'about', message })), ...problemsOf(experience).map((message) => ({ path: 'experience', message })),
    ...(unseen && !checked ? [{ path: 'checked', message: 'The software marked words that may name a person or a place. Look at them, then say that they name nobody.' }] : []),
  ];
  if (issues.length > 0) throw invalid(issues);
}
