import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, invalid, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { newReference } from '@hub/platform/reference';
import { agenciesByCodes } from './agencies.queries';
import { assertPdf, openDocument, saveDocument } from './agreement-documents.queries';
import { agreementId, endAgreementOn, findAgreement, insertAgreement, listAgreements, type AgreementSummary } from './agreements.queries';
import type { NewAgreement } from './inputs';

/** The register of information-sharing agreements. What a live one opens is decided in the database alone. */
@Injectable()
export class AgreementsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock, @Inject(Vault) private readonly vault: Vault) {}

  list(actor: Actor): Promise<AgreementSummary[]> {
    return this.uow.run(actor, 'agencies.list', (tx) => listAgreements(tx, isoDate(this.clock.today())));
  }

  async create(actor: Actor, input: NewAgreement): Promise<AgreementSummary> {
    const reference = newReference();
    return this.uow.run(actor, 'agreements.manage', async (tx) => {
      const parties = await agenciesByCodes(tx, input.parties);
      if (parties.length !== input.parties.length) throw invalid([{ path: 'parties', message: 'One of these agencies is not known.' }]);
      await insertAgreement(tx, reference, input, new Map(parties.map(({ code, id }) => [code, id])));
      const made = await findAgreement(tx, reference, isoDate(this.clock.today()));
      if (!made) throw notFound('agreement', reference);
      return made;
    });
  }

  /** `endsOn` is the first day without. An end that has passed stays: what was shared under it is history. */
  async end(actor: Actor, reference: string, endsOn: IsoDate): Promise<AgreementSummary> {
    return this.uow.run(actor, 'agreements.manage', async (tx) => {
      const agreement = await findAgreement(tx, reference, isoDate(this.clock.today()));
      if (!agreement) throw notFound('agreement', reference);
      if (agreement.endsOn !== null && agreement.endsOn <= isoDate(this.clock.today())) throw conflict('GUARD_FAILED', 'This agreement has ended already.');
      if (endsOn < agreement.startsOn) throw invalid([{ path: 'endsOn', message: 'It cannot end before it starts.' }]);
      if (endsOn < isoDate(this.clock.today())) throw invalid([{ path: 'endsOn', message: 'It cannot end before today.' }]);
      await endAgreementOn(tx, reference, endsOn);
      const ended = await findAgreement(tx, reference, isoDate(this.clock.today()));
      if (!ended) throw notFound('agreement', reference);
      return ended;
    });
  }

  /** Keeps the signed text, in the place of an earlier one. */
  async attach(actor: Actor, reference: string, bytes: Buffer): Promise<void> {
    assertPdf(bytes);
    await this.uow.run(actor, 'agreements.manage', async (tx) => {
      const agreement = await agreementId(tx, reference);
      if (!agreement) throw notFound('agreement', reference);
      await saveDocument(tx, this.vault, { agreementId: agreement.id, agencyId: actor.agencyId, userId: actor.userId, bytes });
    });
  }

  /** The signed text, for a party of the agreement. */
  async document(actor: Actor, reference: string): Promise<Buffer> {
    const bytes = await this.uow.run(actor, 'agreements.document', (tx) => openDocument(tx, this.vault, reference));
    if (!bytes) throw notFound('document', reference);
    return bytes;
  }
}
