import type { DocumentType } from '@hub/domain/documents/document-file';
import { standingOf, type DocumentKind, type DocumentSubject, type ReviewOutcome, type Standing } from '@hub/domain/documents/kinds';
import type { Side } from '@hub/domain/links/states';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import type { Person } from '../agencies/users.queries';
import { namesOf } from '../disclosure/cases.queries';
import { flagsOf, type Judgement } from './copied-text.queries';
import { reviewsOf, versionsOf, type DocumentRow } from './documents.queries';
import { givenOf } from './given.queries';

export interface Review {
  readonly outcome: ReviewOutcome;
  readonly words: string | null;
  readonly person: Person;
  readonly at: Date;
}

export interface Given {
  readonly link: string;
  readonly toSide: Side;
  readonly at: Date;
  readonly takenBackAt: Date | null;
}

/** What a person has to look at: text that stands in another report too, or a child of another case who is named. */
export interface Flag {
  readonly document: string | null;
  readonly percent: number | null;
  readonly child: string | null;
  readonly judgement: Judgement | null;
  readonly person: Person | null;
}

export interface VersionView {
  readonly number: number;
  readonly type: DocumentType;
  readonly sizeBytes: number;
  readonly title: string | null;
  readonly why: string | null;
  readonly person: Person;
  readonly at: Date;
  readonly standing: Standing;
  readonly reviews: readonly Review[];
  readonly given: readonly Given[];
  readonly flags: readonly Flag[];
}

/** A document of the own agency with all of its versions, the newest first. */
export interface DocumentView {
  readonly reference: string;
  readonly kind: DocumentKind;
  readonly subject: DocumentSubject;
  readonly subjectReference: string;
  /** The child or group on whose page it stands; null of a family's. */
  readonly unitReference: string | null;
  readonly version: number;
  /** Of the newest version. */
  readonly standing: Standing;
  readonly versions: readonly VersionView[];
}

/** Six statements, however many documents. */
export async function viewsOf(tx: Tx, vault: Vault, documents: readonly DocumentRow[]): Promise<DocumentView[]> {
  if (documents.length === 0) return [];
  const ids = documents.map(({ id }) => id);
  const versions = await versionsOf(tx, vault, ids);
  const reviews = await reviewsOf(tx, vault, ids);
  const given = await givenOf(tx, ids);
  const flags = await flagsOf(tx, ids);
  const nameOf = await namesOf(tx, [...flags.map(({ judgedBy }) => judgedBy), ...versions.map(({ addedBy }) => addedBy), ...reviews.map(({ reviewedBy }) => reviewedBy)]);
  return documents.map(({ id, reference, kind, subject, subjectReference, unitReference, version }) => {
    const own = versions.filter(({ documentId }) => documentId === id).map(({ id: versionId, number, type, sizeBytes, title, why, addedBy, addedAt }): VersionView => {
      const said = reviews.filter((review) => review.versionId === versionId);
      return {
        number, type, sizeBytes, title, why, person: nameOf(addedBy), at: addedAt, standing: standingOf(said.map(({ outcome }) => outcome)),
        reviews: said.map(({ outcome, words, reviewedBy, at }) => ({ outcome, words, person: nameOf(reviewedBy), at })),
        given: given.filter((gift) => gift.versionId === versionId).map(({ link, toSide, at, takenBackAt }) => ({ link, toSide, at, takenBackAt })),
        flags: flags.filter((flag) => flag.versionId === versionId).map(({ document, percent, child, judgement, judgedBy }) => ({ document, percent, child, judgement, person: judgedBy === null ? null : nameOf(judgedBy) })),
      };
    });
    return { reference, kind, subject, subjectReference, unitReference, version, standing: own[0]?.standing ?? 'NOT_REVIEWED', versions: own };
  });
}
