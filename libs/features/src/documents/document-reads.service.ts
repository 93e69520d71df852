import { Inject, Injectable } from '@nestjs/common';
import { can, type Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { DOCUMENT_TYPES } from '@hub/domain/documents/document-file';
import { notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork, type About } from '@hub/database/unit-of-work';
import { aboutPair } from '../audit/about-pair';
import { findLink, listLinks } from '../links/links.queries';
import { DocumentStores } from './document-store';
import { aboutOf, childrenOf, findSubject } from './document-subjects.queries';
import { viewsOf, type DocumentView } from './document-view.queries';
import { documentsAbout, findDocument, findVersion, openFile, subjectOf } from './documents.queries';
import { aboutGiven } from './given.queries';

export interface DocumentFile {
  /** Of the hub's own making (trust.md UPL-5). */
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

const READS = ['documents.readChild', 'documents.readHousehold'] as const;

/** Documents as people of the own agency read them, and any that they were given, as a file. */
@Injectable()
export class DocumentReadsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(DocumentStores) private readonly stores: DocumentStores) {}

  /** About a unit of the own agency: of each of its children, of the group and of its links. */
  ofUnit(actor: Actor, reference: string): Promise<DocumentView[]> {
    return this.list(actor, 'documents.readChild', { type: 'UNIT', reference }, async (tx) => {
      const unit = await findSubject(tx, 'UNIT', reference);
      if (!unit) throw notFound('unit', reference);
      const links = await listLinks(tx, { unit: reference });
      return [unit.id, ...(await childrenOf(tx, unit.id)).map(({ id }) => id), ...links.map(({ id }) => id)];
    });
  }

  ofHousehold(actor: Actor, reference: string): Promise<DocumentView[]> {
    return this.list(actor, 'documents.readHousehold', { type: 'HOUSEHOLD', reference }, async (tx) => {
      const household = await findSubject(tx, 'HOUSEHOLD', reference);
      if (!household) throw notFound('household', reference);
      return [household.id];
    });
  }

  /** Those of the own agency about either side of a link, as far as the viewer's roles read them. */
  async ofLink(actor: Actor, reference: string): Promise<DocumentView[]> {
    const found: DocumentView[] = [];
    for (const action of READS.filter((one) => can(actor, one))) {
      found.push(...(await this.list(actor, action, null, async (tx) => {
        const link = await findLink(tx, reference);
        if (!link) throw notFound('link', reference);
        shown({ about: aboutPair(link) });
        if (action === 'documents.readHousehold') return [link.householdId];
        return [link.id, link.unitId, ...(await childrenOf(tx, link.unitId)).map(({ id }) => id)];
      })));
    }
    return found;
  }

  /** Null alike for a document that is not there and for another agency's. */
  async find(actor: Actor, reference: string): Promise<DocumentView | null> {
    for (const action of READS.filter((one) => can(actor, one))) {
      const found = await this.uow.run(actor, action, async (tx) => {
        const document = await findDocument(tx, reference);
        if (!document) return null;
        const [view] = await viewsOf(tx, this.vault, [document]);
        shown({ about: [await aboutOf(tx, subjectOf(document))], fields: fieldNames(view) });
        return view ?? null;
      });
      if (found) return found;
    }
    return null;
  }

  /** A version as it was handed in, of the own agency or given to the viewer; NOT_FOUND alike for every other. */
  async file(actor: Actor, reference: string, number: number): Promise<DocumentFile> {
    for (const action of ([...READS, 'documents.readGiven'] as const).filter((one) => can(actor, one))) {
      const found = await this.uow.run(actor, action, (tx) => this.open(tx, reference, number));
      if (found) return found;
    }
    throw notFound('document', reference);
  }

  private async open(tx: Tx, reference: string, number: number): Promise<DocumentFile | null> {
    const version = await findVersion(tx, this.vault, reference, number);
    const sealed = version && (await this.stores.of(version.storedIn).get(tx, { agencyId: version.agencyId, documentId: version.documentId, versionId: version.id }));
    if (!sealed) return null;
    const document = await findDocument(tx, reference);
    const content = openFile(this.vault, version, sealed);
    shown({ about: document ? [await aboutOf(tx, subjectOf(document))] : await aboutGiven(tx, version.id), fields: ['file'], count: 1 });
    const { mime, extension } = DOCUMENT_TYPES[version.type];
    return { name: `${reference}-version-${number}.${extension}`, type: mime, content };
  }

  private list(actor: Actor, action: Action, about: About | null, subjects: (tx: Tx) => Promise<string[]>): Promise<DocumentView[]> {
    return this.uow.run(actor, action, async (tx) => {
      const documents = await viewsOf(tx, this.vault, await documentsAbout(tx, await subjects(tx)));
      shown({ fields: fieldNames(documents), count: documents.length });
      return documents;
    }, about ?? undefined);
  }
}
