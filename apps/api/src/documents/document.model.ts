import type { DocumentType } from '@hub/domain/documents/document-file';
import type { DocumentKind, DocumentSubject, ReviewOutcome, Standing } from '@hub/domain/documents/kinds';
import type { Side } from '@hub/domain/links/states';
import type { Person } from '@hub/features/agencies/users.queries';
import type { DocumentView, Flag, Given, Review, VersionView } from '@hub/features/documents/document-view.queries';
import type { DocumentStanding } from '@hub/features/documents/documents.service';
import type { GivenDocument } from '@hub/features/documents/given.queries';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PersonModel } from '../agencies/person.model';
import { DateTime } from '../graphql/scalars';
import { LinkSideEnum } from '../links/link.model';

@ObjectType('DocumentReview')
export class DocumentReviewModel implements Review {
  @Field(() => String, { description: 'FEEDBACK, CHANGES_ASKED, ACCEPTED.' })
  outcome!: ReviewOutcome;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => PersonModel)
  person!: Person;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType('DocumentGiven', { description: 'That a version was given to the other side of a link.' })
export class DocumentGivenModel implements Given {
  @Field(() => String)
  link!: string;

  @Field(() => LinkSideEnum)
  toSide!: Side;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => DateTime, { nullable: true })
  takenBackAt!: Date | null;
}

@ObjectType('DocumentFlag', { description: 'For a person to judge: text that stands in a report about somebody else too, or a child of another case who is named.' })
export class DocumentFlagModel implements Flag {
  @Field(() => String, { nullable: true })
  document!: string | null;

  @Field(() => Int, { nullable: true, description: 'How much of this text stands there, in per cent.' })
  percent!: number | null;

  @Field(() => String, { nullable: true })
  child!: string | null;

  @Field(() => String, { nullable: true, description: 'IN_ORDER, TO_CHANGE.' })
  judgement!: Flag['judgement'];

  @Field(() => PersonModel, { nullable: true })
  person!: Person | null;
}

@ObjectType('DocumentVersion')
export class DocumentVersionModel implements VersionView {
  @Field(() => Int)
  number!: number;

  @Field(() => String, { description: 'PDF, DOCX, PNG, JPEG.' })
  type!: DocumentType;

  @Field(() => Int)
  sizeBytes!: number;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Why there is this version; of the first there is nothing to say.' })
  why!: string | null;

  @Field(() => PersonModel)
  person!: Person;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => String, { description: 'NOT_REVIEWED, CHANGES_ASKED, ACCEPTED.' })
  standing!: Standing;

  @Field(() => [DocumentReviewModel])
  reviews!: readonly Review[];

  @Field(() => [DocumentGivenModel])
  given!: readonly Given[];

  @Field(() => [DocumentFlagModel])
  flags!: readonly Flag[];
}

@ObjectType('Document', { description: 'A report of the own agency, with its versions, the newest first. A version is downloaded by POST /document-files/{reference}/{number}.' })
export class DocumentModel implements DocumentView {
  @Field(() => String)
  reference!: string;

  @Field(() => String, { description: 'CPR, PAR, APR, SIBLING_ASSESSMENT, CHILD_HEALTH, ADULT_HEALTH, SUPPORT_PLAN, OTHER.' })
  kind!: DocumentKind;

  @Field(() => String, { description: 'CHILD, UNIT, HOUSEHOLD, LINK.' })
  subject!: DocumentSubject;

  @Field(() => String)
  subjectReference!: string;

  @Field(() => String, { nullable: true, description: 'The child or group that it concerns; null of a family’s.' })
  unitReference!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'Of the newest version.' })
  standing!: Standing;

  @Field(() => [DocumentVersionModel])
  versions!: readonly VersionView[];
}

@ObjectType('GivenDocument', { description: 'A version that the other side of a link gave the viewer: from the sharing of the permanence report on, while both agreements live.' })
export class GivenDocumentModel implements GivenDocument {
  @Field(() => String)
  reference!: string;

  @Field(() => String)
  kind!: DocumentKind;

  @Field(() => Int)
  number!: number;

  @Field(() => String)
  type!: DocumentType;

  @Field(() => Int)
  sizeBytes!: number;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType('DocumentStanding')
export class DocumentStandingModel implements DocumentStanding {
  @Field(() => String)
  reference!: string;

  @Field(() => Int)
  version!: number;
}
