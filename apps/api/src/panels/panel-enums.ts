import { registerEnumType } from '@nestjs/graphql';

export enum PanelStatusEnum { PLANNED = 'PLANNED', CANCELLED = 'CANCELLED' }
registerEnumType(PanelStatusEnum, { name: 'PanelStatus' });

export enum PanelPlaceStatusEnum { FREE = 'FREE', PROVISIONAL = 'PROVISIONAL', CONFIRMED = 'CONFIRMED', HEARD = 'HEARD' }
registerEnumType(PanelPlaceStatusEnum, { name: 'PanelPlaceStatus' });

export enum PanelItemStatusEnum { PROVISIONAL = 'PROVISIONAL', CONFIRMED = 'CONFIRMED', HEARD = 'HEARD', WITHDRAWN = 'WITHDRAWN' }
registerEnumType(PanelItemStatusEnum, { name: 'PanelItemStatus' });

export enum PanelItemKindEnum { MATCH = 'MATCH', APPROVAL = 'APPROVAL' }
registerEnumType(PanelItemKindEnum, { name: 'PanelItemKind', description: 'A match, for the child’s agency, or the approval of a household, for its own.' });

export enum MemberRoleEnum { CHAIR = 'CHAIR', VICE_CHAIR = 'VICE_CHAIR', MEDICAL_ADVISER = 'MEDICAL_ADVISER', SOCIAL_WORKER = 'SOCIAL_WORKER', INDEPENDENT = 'INDEPENDENT', OTHER = 'OTHER' }
registerEnumType(MemberRoleEnum, { name: 'PanelMemberRole', description: 'As what somebody sits at a panel. SOCIAL_WORKER: with three years’ experience.' });

export enum PanelAttendanceEnum { EXPECTED = 'EXPECTED', PRESENT = 'PRESENT', ABSENT = 'ABSENT' }
registerEnumType(PanelAttendanceEnum, { name: 'PanelAttendance' });

export enum RecommendationEnum { RECOMMENDED = 'RECOMMENDED', NOT_RECOMMENDED = 'NOT_RECOMMENDED', DEFERRED = 'DEFERRED' }
registerEnumType(RecommendationEnum, { name: 'Recommendation' });

export enum DecisionOutcomeEnum { APPROVED = 'APPROVED', NOT_APPROVED = 'NOT_APPROVED' }
registerEnumType(DecisionOutcomeEnum, { name: 'DecisionOutcome' });

export enum PanelAbsenceReasonEnum { KNOWS_CHILD = 'KNOWS_CHILD', KNOWS_FAMILY = 'KNOWS_FAMILY', WORKED_ON_CASE = 'WORKED_ON_CASE', OTHER = 'OTHER' }
registerEnumType(PanelAbsenceReasonEnum, { name: 'PanelAbsenceReason' });

export enum NoticeRecipientEnum { PARENTS = 'PARENTS', ADOPTERS = 'ADOPTERS' }
registerEnumType(NoticeRecipientEnum, { name: 'NoticeRecipient' });

export enum NoticeMannerEnum { ORALLY = 'ORALLY', IN_WRITING = 'IN_WRITING' }
registerEnumType(NoticeMannerEnum, { name: 'NoticeManner' });
