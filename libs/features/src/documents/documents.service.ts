import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { kindsAbout, type DocumentKind, type DocumentSubject, type ReviewOutcome } from '@hub/domain/documents/kinds';
import { conflict, invalid, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { notify } from '../audit/notices.queries';
import { flagCopied, judgeFlag, type Judgement } from './copied-text.queries';
import { DocumentStores } from './document-store';
import { aboutOf, findSubject, placeOf, sharesOf, type SubjectOfDocument } from './document-subjects.queries';
import { countVersion, findDocument, findVersion, insertDocument, insertReview, insertVersion, type DocumentRow } from './documents.queries';
import { DocumentReader, type ReadDocument } from './reading/document-reader';

/** A child's and a link's documents are the children's workers', a household's the adopters' workers'. */
const KEEP = { CHILD: 'documents.keepChild', UNIT: 'documents.keepChild', LINK: 'documents.keepChild', HOUSEHOLD: 'documents.keepHousehold' } as const;

export interface NewDocument {
  readonly subject: DocumentSubject;
  readonly reference: string;
  readonly kind: DocumentKind;
  readonly title?: string | null;
}

export interface AddedVersion {
  readonly document: string;
  /** Of the document, as the person saw it. */
  readonly version: number;
  readonly title?: string | null;
  readonly why: string;
}

export interface ReviewRequest {
  readonly document: string;
  readonly number: number;
  readonly outcome: ReviewOutcome;
  readonly words?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface JudgementRequest {
  readonly document: string;
  readonly number: number;
  /** The reference of the other report, or of the child who is named. */
  readonly other: string;
  readonly judgement: Judgement;
}

/** What is kept under an idempotency key, so without a word about the case. */
export interface DocumentStanding {
  readonly reference: string;
  readonly version: number;
}

/** Documents of the own agency: added, followed by versions that never write over an earlier one, and reviewed by somebody else. */
@Injectable()
export class DocumentsService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault,
    @Inject(DocumentStores) private readonly stores: DocumentStores, @Inject(DocumentReader) private readonly reader: DocumentReader,
  ) {}

  async add(actor: Actor, { subject, reference, kind, title }: NewDocument, bytes: Buffer): Promise<DocumentStanding> {
    if (!kindsAbout(subject).includes(kind)) throw invalid([{ path: 'kind', message: 'A document of this kind is about something else.' }]);
    if (kind === 'OTHER' && !title?.trim()) throw invalid([{ path: 'title', message: 'Say what the document is.' }]);
    // Asked before the work is done, for whoever may not; and again with it.
    await this.uow.run(actor, KEEP[subject], (tx) => mustFindSubject(tx, subject, reference));
    const read = await this.reader.read(bytes);
    return this.uow.run(actor, KEEP[subject], async (tx) => {
      const about = await mustFindSubject(tx, subject, reference);
      const document = await insertDocument(tx, actor.agencyId, kind, about);
      await this.keep(tx, actor, { document, about, read, bytes, number: 1, title: title?.trim() || null, why: null });
      return { reference: document.reference, version: 1 };
    });
  }

  async addVersion(actor: Actor, { document: reference, version, title, why }: AddedVersion, bytes: Buffer): Promise<DocumentStanding> {
    if (why.trim() === '') throw invalid([{ path: 'why', message: 'Say why there is a new version.' }]);
    const action = await this.storingOf(actor, reference);
    const read = await this.reader.read(bytes);
    return this.uow.run(actor, action, async (tx) => {
      const document = await mustFindDocument(tx, reference, 'lock');
      if (document.version !== version || !(await countVersion(tx, document.id, version))) throw conflict('STALE_VERSION', 'Somebody else has added a version since you opened the document. Read it again, then decide.');
      const about = subjectOf(document);
      await this.keep(tx, actor, { document, about, read, bytes, number: version + 1, title: title?.trim() || null, why: why.trim() });
      return { reference, version: version + 1 };
    });
  }

  /** Of any version, by somebody else than who added it. */
  review(actor: Actor, { idempotencyKey, ...body }: ReviewRequest): Promise<DocumentStanding> {
    return this.uow.run(actor, 'documents.review', (tx) => once(tx, this.vault, actor, { operation: 'documents.review', key: idempotencyKey, body }, async () => {
      const document = await mustFindDocument(tx, body.document);
      const version = await findVersion(tx, this.vault, body.document, body.number);
      if (!version) throw notFound('version');
      const words = body.words?.trim() || null;
      if (body.outcome !== 'ACCEPTED' && words === null) throw invalid([{ path: 'words', message: 'Say what you have to say about it.' }]);
      if (version.addedBy === actor.userId) throw conflict('SAME_PERSON', 'Somebody else than who added the version reviews it.');
      const about = await aboutOf(tx, subjectOf(document));
      shown({ about: [about] });
      await insertReview(tx, this.vault, { version, outcome: body.outcome, words, reviewedBy: actor.userId });
      await notify(tx, { agencyId: document.agencyId, userId: version.addedBy }, { kind: 'DOCUMENT_REVIEWED', subject: await placeOf(tx, subjectOf(document)) });
      return { reference: document.reference, version: document.version };
    }));
  }

  /** A person's judgement of what was flagged in a version. */
  judge(actor: Actor, { document: reference, number, other, judgement }: JudgementRequest): Promise<DocumentStanding> {
    return this.uow.run(actor, 'documents.review', async (tx) => {
      const document = await mustFindDocument(tx, reference);
      shown({ about: [await aboutOf(tx, subjectOf(document))] });
      const version = await findVersion(tx, this.vault, reference, number);
      if (!version || !(await judgeFlag(tx, version.id, other, judgement, actor.userId))) throw notFound('flag');
      return { reference, version: document.version };
    });
  }

  private async keep(tx: Tx, actor: Actor, { document, about, read, bytes, ...version }: NewFile): Promise<void> {
    const { agencyId, userId } = actor;
    const store = this.stores.current;
    const kept = { documentId: document.id, agencyId, type: read.type, storedIn: store.storedIn, shareIds: await sharesOf(tx, this.vault, about), bytes, addedBy: userId, ...version };
    const { id, sealed } = await insertVersion(tx, this.vault, kept);
    await store.put(tx, { agencyId, documentId: document.id, versionId: id }, sealed);
    await flagCopied(tx, this.vault, actor, { documentId: document.id, versionId: id, about, text: read.text });
    shown({ about: [await aboutOf(tx, about)], fields: ['file'] });
  }

  /** Under which action this person may add a version of it; not found where under neither. */
  private async storingOf(actor: Actor, reference: string): Promise<(typeof KEEP)[DocumentSubject]> {
    for (const action of ['documents.keepChild', 'documents.keepHousehold'] as const) {
      if (can(actor, action) && (await this.uow.run(actor, action, (tx) => findDocument(tx, reference)))) return action;
    }
    throw notFound('document', reference);
  }
}

interface NewFile {
  readonly document: { readonly id: string };
  readonly about: SubjectOfDocument;
  readonly read: ReadDocument;
  readonly bytes: Buffer;
  readonly number: number;
  readonly title: string | null;
  readonly why: string | null;
}

const subjectOf = ({ subject, subjectId, subjectReference, unitId }: DocumentRow): SubjectOfDocument => ({ type: subject, id: subjectId, reference: subjectReference, unitId });

async function mustFindSubject(tx: Tx, type: DocumentSubject, reference: string): Promise<SubjectOfDocument> {
  const found = await findSubject(tx, type, reference);
  if (!found) throw notFound(type.toLowerCase(), reference);
  return found;
}

async function mustFindDocument(tx: Tx, reference: string, lock: '' | 'lock' = ''): Promise<DocumentRow> {
  const document = await findDocument(tx, reference, lock);
  if (!document) throw notFound('document', reference);
  return document;
}
