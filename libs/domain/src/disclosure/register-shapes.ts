import { listOf, plain, type Shapes } from './shape';

/** Registers, the people of the agencies, and the hub's own state: nothing of a case. */
export const REGISTER_SHAPES: Shapes = {
  Agency: plain('code name kind regionBand memberSince memberUntil'),
  Agreement: plain('reference title purpose legalBasis startsOn endsOn isLive parties version upToStage article6 article9 dataCategories reviewOn reviewReminder signatures hasDocument'),
  Signature: plain('agency signedBy signedOn'),
  Person: plain('displayName isViewer'),
  User: plain('id displayName email roles status agency lastSeenAt'),
  InvitedUser: plain('user invitationToken'),
  Session: plain('id device createdAt lastSeenAt isCurrent'),
  ApiToken: plain('id label owner createdAt lastUsedAt expiresAt'),
  CreatedApiToken: plain('label token expiresAt'),
  Viewer: plain('id displayName agency roles actions demonstration'),
  LocalSearchPolicy: plain('startsOn unitDays householdDays isRegional'),
  PageInfo: plain('endCursor hasNextPage'),
  MatchingRun: plain(`reference scope subject status progress step asAt policy policyVersion dataHash units households requestedBy requestedAt finishedAt seconds
    errorCode canCancel results`),
  ImportBatch: plain(`reference kind fileName status progress step counts mapping issues differences errorCode errorMessage requestedBy requestedAt
    appliedAt`),
  ImportCounts: plain('sheet rows added changed unchanged refused'),
  ImportMapping: plain('sheet heading field'),
  Look: plain('at person isSystem agencyCode agencyName roles action purpose reason stage fields count outcome subjectType subject agreement grant address delivery'),
  Change: plain('at person isSystem agencyCode action table operation fields subject'),
  MailSettings: plain('isSetUp choice lastSentAt'),
  Notice: plain('id kind subjectType subject person agency at dueOn daysLeft count folded'),
  ...listOf('User'), ...listOf('Run'), ...listOf('Import'), ...listOf('Look', ' archivedBefore'), ...listOf('Change', ' archivedBefore'),
};
