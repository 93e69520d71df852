import { bothAt, childAt, plain, type Shapes } from './shape';

/** What the API tells of documents: of the own agency's everything, of those of the other side of a link which version was given. */
export const DOCUMENT_SHAPES: Shapes = {
  Document: bothAt('OWN', 'reference kind subject subjectReference unitReference version standing versions'),
  DocumentVersion: bothAt('OWN', 'number type sizeBytes title why person at standing reviews given flags'),
  DocumentReview: bothAt('OWN', 'outcome words person at'),
  DocumentFlag: bothAt('OWN', 'document percent child judgement person'),
  DocumentGiven: bothAt('OWN', 'link toSide at takenBackAt'),
  GivenDocument: bothAt('S3', 'reference kind number type sizeBytes title at'),
  ChildView: childAt('OWN', 'child holder onDate whyNot words person at'),
  Readiness: bothAt('S3', 'checks prepared decisions'),
  ReadinessCheck: bothAt('S3', 'name state label rule detail'),
  PreparationRecord: bothAt('S3', 'kind onDate words isOwn person at'),
  ReadinessDecision: bothAt('OWN', 'missing reason person at'),
  ReadinessStanding: plain('reference'),
  DocumentStanding: plain('reference version'),
};
