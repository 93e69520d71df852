import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { kindsAbout, type DocumentKind, type DocumentSubject, type ReviewOutcome } from '@hub/domain/documents/kinds';
import { conflict, DomainError, invalid, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { notify } from '../audit/notices.queries';
import { flagCopied, judgeFlag, type Judgement } from './copied-text.queries';
import { DocumentStores } from './document-store';
import { aboutOf, findSubject, placeOf, sharesOf, type SubjectOfDocument } from './document-subjects.queries';
import { countVersion, findDocument, findVersion, insertDocument, insertReview, insertVersion, sealVersion, subjectOf, type DocumentRow, type SealedNewVersion } from './documents.queries';
import { DocumentReader } from './reading/document-reader';

/** A child's and a link's documents are the children's workers', a household's the adopters' workers'. */
const KEEP = { CHILD: 'documents.keepChild', UNIT: 'documents.keepChild', LINK: 'documents.keepChild', HOUSEHOLD: 'documents.keepHousehold' } as const;

export interface NewDocument {
  readonly subject: DocumentSubject;
  readonly reference: string;
  readonly kind: DocumentKind;
  readonly title?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface AddedVersion {
  readonly document: string;
  /** Of the document, as the person saw it. */
  readonly version: number;
  readonly title?: string | null;
  readonly why: string;
  readonly idempotencyKey?: string | null;
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

  async add(actor: Actor, { idempotencyKey, ...said }: NewDocument, bytes: Buffer): Promise<DocumentStanding> {
    const { subject, reference, kind, title } = said;
    if (!kindsAbout(subject).includes(kind)) throw invalid([{ path: 'kind', message: 'A document of this kind is about something else.' }]);
    if (kind === 'OTHER' && !title?.trim()) throw invalid([{ path: 'title', message: 'Say what the document is.' }]);
    // Asked before the work is done, for whoever may not; and again with it.
    const shareIds = await this.uow.run(actor, KEEP[subject], async (tx) => sharesOf(tx, this.vault, await mustFindSubject(tx, subject, reference)));
    const file = { documentId: randomUUID(), number: 1, shareIds, title: title?.trim() || null, why: null, bytes };
    return this.withFile(actor, file, (keep) => this.uow.run(actor, KEEP[subject], (tx) => once(tx, this.vault, actor, { operation: 'documents.add', key: idempotencyKey, body: { ...said, file: hashOf(bytes) } }, async () => {
      const about = await mustFindSubject(tx, subject, reference);
      const made = await insertDocument(tx, { id: file.documentId, agencyId: actor.agencyId, kind, about });
      await keep(tx, about);
      return { reference: made, version: 1 };
    })));
  }

  async addVersion(actor: Actor, { idempotencyKey, ...said }: AddedVersion, bytes: Buffer): Promise<DocumentStanding> {
    const { document: reference, version, title, why } = said;
    if (why.trim() === '') throw invalid([{ path: 'why', message: 'Say why there is a new version.' }]);
    const { action, documentId, shareIds } = await this.storingOf(actor, reference);
    const file = { documentId, number: version + 1, shareIds, title: title?.trim() || null, why: why.trim(), bytes };
    return this.withFile(actor, file, (keep) => this.uow.run(actor, action, (tx) => once(tx, this.vault, actor, { operation: 'documents.addVersion', key: idempotencyKey, body: { ...said, file: hashOf(bytes) } }, async () => {
      const document = await mustFindDocument(tx, reference);
      if (!(await countVersion(tx, document.id, version))) throw conflict('STALE_VERSION', 'Somebody else has added a version since you opened the document. Read it again, then decide.');
      await keep(tx, subjectOf(document));
      return { reference, version: version + 1 };
    })));
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

  /** Reads, seals and puts the file before the transaction, and takes it back where `work` did not come to keep it: refused, or done already under the same key. */
  private async withFile<T>(actor: Actor, file: NewFile, work: (keep: Keep) => Promise<T>): Promise<T> {
    const { type, text } = await this.reader.read(file.bytes);
    const { agencyId, userId } = actor;
    const store = this.stores.current;
    const version = sealVersion(this.vault, { ...file, agencyId, type, storedIn: store.storedIn, addedBy: userId });
    const put = await store.put({ agencyId, documentId: version.documentId, versionId: version.id }, version.sealed);
    let isKept = false;
    try {
      return await work(async (tx, about) => {
        await this.insert(tx, actor, { version, about, text });
        await put.keep(tx);
        // From here on only the commit can fail, and then nobody knows whether it did: the file stays.
        isKept = true;
      });
    } finally {
      if (!isKept) await put.drop();
    }
  }

  private async insert(tx: Tx, actor: Actor, { version, about, text }: { version: SealedNewVersion; about: SubjectOfDocument; text: string }): Promise<void> {
    // A group that somebody joined or left since the file was sealed: the next try seals it with whom it is about now.
    if (String(await sharesOf(tx, this.vault, about)) !== String(version.shareIds)) throw new DomainError('BUSY', 'Somebody else is changing this. Try again.');
    await insertVersion(tx, version);
    await flagCopied(tx, this.vault, actor, { documentId: version.documentId, versionId: version.id, about, text });
    shown({ about: [await aboutOf(tx, about)], fields: ['file'] });
  }

  /** Under which action this person may add a version of it; not found where under neither. */
  private async storingOf(actor: Actor, reference: string): Promise<{ action: (typeof KEEP)[DocumentSubject]; documentId: string; shareIds: readonly string[] }> {
    for (const action of ['documents.keepChild', 'documents.keepHousehold'] as const) {
      const found = can(actor, action) && (await this.uow.run(actor, action, async (tx) => {
        const document = await findDocument(tx, reference);
        return document && { documentId: document.id, shareIds: await sharesOf(tx, this.vault, subjectOf(document)) };
      }));
      if (found) return { action, ...found };
    }
    throw notFound('document', reference);
  }
}

/** Writes the version and what goes with it, in the transaction that found what it is about. */
type Keep = (tx: Tx, about: SubjectOfDocument) => Promise<void>;

interface NewFile {
  readonly documentId: string;
  readonly number: number;
  readonly shareIds: readonly string[];
  readonly title: string | null;
  readonly why: string | null;
  readonly bytes: Buffer;
}

/** What a file is under an idempotency key: the same bytes, the same request. */
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function mustFindSubject(tx: Tx, type: DocumentSubject, reference: string): Promise<SubjectOfDocument> {
  const found = await findSubject(tx, type, reference);
  if (!found) throw notFound(type.toLowerCase(), reference);
  return found;
}

async function mustFindDocument(tx: Tx, reference: string): Promise<DocumentRow> {
  const document = await findDocument(tx, reference);
  if (!document) throw notFound('document', reference);
  return document;
}
