import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { addMonths } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { mayShare } from '@hub/domain/disclosure/grant';
import { conflict, forbidden, invalid, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { seenBy } from '@hub/database/seen-by';
import { row, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { sharedHousehold, toHouseholdView, type HouseholdView } from '../adopters/household-view.queries';
import { findAgency } from '../agencies/agencies.queries';
import { refreshCards } from '../children/cards.queries';
import { approve, findRelease } from '../children/releases.queries';
import { openPhoto, type PhotoAddress } from '../photos/photos.queries';
import { sharedUnit, toUnitView, type UnitView } from '../children/unit-view.queries';
import { approveGrant, findGrant, type GrantRow, type GrantSubject } from './grants.queries';
import { identifiedChildren, identifiedHousehold } from './identified.queries';
import { writeIdentifiedHouseholds, writeIdentifiedUnits } from './identified-writes.queries';
import { findSubject } from './subjects.queries';

export interface PreviewRequest {
  readonly reference: string;
  /** The code of the agency whose eyes are borrowed. */
  readonly agency: string;
  /** A grant that waits: shown as if it were approved. One to a person is shown as that person sees it. */
  readonly grant?: string | null;
  /** The day on which that grant would end; three months ahead without. */
  readonly expiresOn?: IsoDate | null;
}

const DEFAULT_MONTHS = 3;

/** What another agency's API answers about a record of the own: out of the same queries under the same policies, for the own records alone. */
@Injectable()
export class PreviewService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  unit(actor: Actor, request: PreviewRequest): Promise<UnitView | null> {
    return this.preview(actor, 'UNIT', request, async (tx) => {
      const shared = await sharedUnit(tx, this.vault, request.reference);
      return shared ? toUnitView(shared, shared.isIdentified ? await identifiedChildren(tx, this.vault, shared.card.unitId) : [], null) : null;
    });
  }

  household(actor: Actor, request: PreviewRequest): Promise<HouseholdView | null> {
    return this.preview(actor, 'HOUSEHOLD', request, async (tx) => {
      const shared = await sharedHousehold(tx, this.vault, request.reference);
      return shared ? toHouseholdView(shared, shared.isIdentified ? await identifiedHousehold(tx, this.vault, shared.card.householdId) : null, null) : null;
    });
  }

  /** The photo as the other agency is served it; not found where it is not shown to them. */
  async photo(actor: Actor, { subjectType, subject, photo }: PhotoAddress, { agency, grant }: Pick<PreviewRequest, 'agency' | 'grant'>): Promise<Buffer> {
    const image = await this.preview(actor, subjectType, { reference: subject, agency, grant }, async (tx) => (await openPhoto(tx, this.vault, { subjectType, subject, photo })) ?? null);
    if (!image) throw notFound('photo');
    return image;
  }

  private preview<T>(actor: Actor, type: GrantSubject, request: PreviewRequest, look: (tx: Tx) => Promise<T>): Promise<T | null> {
    return this.uow.run(actor, 'disclosure.preview', async (tx) => {
      if (!mayShare(actor, type)) throw forbidden('disclosure.preview');
      const subject = await findSubject(tx, type, request.reference);
      if (!subject) return null;
      const agency = await findAgency(tx, request.agency);
      if (!agency || agency.id === actor.agencyId) throw invalid([{ path: 'agency', message: 'Name another agency.' }]);
      const grant = request.grant ? await findGrant(tx, this.vault, request.grant) : undefined;
      if (request.grant && grant?.subjectId !== subject.id) throw notFound('grant');
      const viewer = { agencyId: agency.id, userId: grant?.audienceAgencyId === agency.id ? grant.audienceUserId : null };
      return seenBy(tx, viewer, () => this.assume(tx, grant, request.expiresOn ?? null), () => look(tx));
    }, { type, reference: request.reference });
  }

  /** Approves the waiting grant by the path that a real approval takes; `seenBy` undoes it. */
  private async assume(tx: Tx, grant: GrantRow | undefined, expiresOn: IsoDate | null): Promise<void> {
    if (grant?.status !== 'REQUESTED') return;
    const today = isoDate(this.clock.today());
    const until = expiresOn ?? addMonths(today, DEFAULT_MONTHS);
    const second = await row<{ id: string }>(tx, 'select id from hub.app_user where id <> $1::uuid limit 1', [grant.requestedById]);
    if (!second) throw conflict('GUARD_FAILED', 'This agency has no second person yet who could approve it.');
    const release = grant.stage === 'S1' ? await findRelease(tx, this.vault, grant.id) : undefined;
    if (release) {
      await approve(tx, this.vault, release, second.id, { expiresOn: until, belowK: release.belowK, overrideReason: release.belowK ? 'As if approved' : null });
      if (grant.subjectType === 'UNIT') await refreshCards(tx, this.vault, { ids: [grant.subjectId] }, today);
      return;
    }
    await approveGrant(tx, grant.id, { by: second.id, expiresOn: until, photos: grant.photos !== null });
    if (grant.subjectType === 'HOUSEHOLD') return writeIdentifiedHouseholds(tx, this.vault, [grant.subjectId]);
    return writeIdentifiedUnits(tx, this.vault, [grant.subjectId], today);
  }
}
