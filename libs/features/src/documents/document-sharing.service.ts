import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { conflict, forbidden, notFound } from '@hub/domain/errors';
import { sidesOf } from '@hub/domain/links/sides';
import { isExit, otherSide, type LinkState, type Side } from '@hub/domain/links/states';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { aboutPair } from '../audit/about-pair';
import { tellWorkers } from '../links/link-notices.queries';
import { findLink, type LinkRow } from '../links/links.queries';
import { findDocument, findVersion, type DocumentRow, type VersionRow } from './documents.queries';
import type { DocumentStanding } from './documents.service';
import { givenOnLink, insertGiven, takeBackGiven, type GivenDocument } from './given.queries';

export interface GiftRequest {
  readonly document: string;
  readonly number: number;
  readonly link: string;
}

/** Before both agreed to explore nothing is given; what is given is shown from the sharing of the permanence report on (docs/adr/0026). */
const TOO_EARLY: readonly LinkState[] = ['SUGGESTED', 'EXPRESSED_INTEREST', 'SHORTLISTED'];

/** Versions of documents that one side of a link gives the other's named worker. */
@Injectable()
export class DocumentSharingService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault) {}

  /** Doing it again changes nothing. */
  give(actor: Actor, request: GiftRequest): Promise<DocumentStanding> {
    return this.uow.run(actor, 'documents.give', async (tx) => {
      const { document, version, link, side } = await this.found(tx, actor, request);
      if (isExit(link.state)) throw conflict('GUARD_FAILED', 'The link has ended. Nothing more is given on it.');
      if (TOO_EARLY.includes(link.state)) throw conflict('GUARD_FAILED', 'Documents are given once both sides have agreed to explore.');
      if (await insertGiven(tx, { version, linkId: link.id, toSide: otherSide(side), givenBy: actor.userId })) await tellWorkers(tx, actor, link, 'DOCUMENT_GIVEN');
      return { reference: document.reference, version: document.version };
    });
  }

  /** At once, in every open page of the other side too. */
  takeBack(actor: Actor, request: GiftRequest): Promise<DocumentStanding> {
    return this.uow.run(actor, 'documents.give', async (tx) => {
      const { document, version, link } = await this.found(tx, actor, request);
      if (!(await takeBackGiven(tx, version.id, link.id, actor.userId))) throw notFound('version');
      return { reference: document.reference, version: document.version };
    });
  }

  /** What the other side gave the viewer on a link; none alike where there is nothing and where it may not be seen. */
  given(actor: Actor, reference: string): Promise<GivenDocument[]> {
    return this.uow.run(actor, 'documents.readGiven', async (tx) => {
      const link = await findLink(tx, reference);
      if (!link) throw notFound('link', reference);
      const given = await givenOnLink(tx, this.vault, link.id);
      shown({ about: aboutPair(link), fields: fieldNames(given), count: given.length });
      return given;
    });
  }

  private async found(tx: Tx, actor: Actor, { document: reference, number, link: linkReference }: GiftRequest): Promise<{ document: DocumentRow; version: VersionRow; link: LinkRow; side: Side }> {
    const document = await findDocument(tx, reference);
    const version = document && (await findVersion(tx, this.vault, reference, number));
    if (!document || !version) throw notFound('document', reference);
    const link = await findLink(tx, linkReference, 'lock');
    const side: Side = document.subject === 'HOUSEHOLD' ? 'ADOPTERS' : 'CHILD';
    if (!link || !isAbout(document, link)) throw notFound('link', linkReference);
    if (!sidesOf(actor, link).includes(side)) throw forbidden('documents.give');
    shown({ about: aboutPair(link), fields: ['file'] });
    return { document, version, link, side };
  }
}

const isAbout = ({ subject, subjectId, unitId }: DocumentRow, link: LinkRow): boolean =>
  (subject === 'HOUSEHOLD' ? subjectId === link.householdId : subject === 'LINK' ? subjectId === link.id : unitId === link.unitId);
