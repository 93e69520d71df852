import { bothAt, plain, type Shapes } from './shape';

/** What the API tells of documents: of the own agency's everything, of those of the other side of a link which version was given. */
export const DOCUMENT_SHAPES: Shapes = {
  Document: bothAt('OWN', 'reference kind subject subjectReference version standing versions'),
  DocumentVersion: bothAt('OWN', 'number type sizeBytes title why person at standing reviews given'),
  DocumentReview: bothAt('OWN', 'outcome words person at'),
  DocumentGiven: bothAt('OWN', 'link toSide at takenBackAt'),
  GivenDocument: bothAt('S3', 'reference kind number type sizeBytes title at'),
  DocumentStanding: plain('reference version'),
};
