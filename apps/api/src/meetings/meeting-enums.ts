import { registerEnumType } from '@nestjs/graphql';

export enum MeetingStatusEnum { PLANNED = 'PLANNED', LIVE = 'LIVE', CLOSED = 'CLOSED', CANCELLED = 'CANCELLED' }
registerEnumType(MeetingStatusEnum, { name: 'MeetingStatus' });

export enum AgendaStatusEnum { NONE = 'NONE', QUEUED = 'QUEUED', READY = 'READY', FAILED = 'FAILED' }
registerEnumType(AgendaStatusEnum, { name: 'AgendaStatus', description: 'Of the agenda that the programme proposes: not asked for, being made, there, or not to be made.' });

export enum ItemStatusEnum { WAITING = 'WAITING', CURRENT = 'CURRENT', DONE = 'DONE' }
registerEnumType(ItemStatusEnum, { name: 'MeetingItemStatus' });

export enum AttendanceEnum { EXPECTED = 'EXPECTED', PRESENT = 'PRESENT', APOLOGIES = 'APOLOGIES', LEFT = 'LEFT' }
registerEnumType(AttendanceEnum, { name: 'Attendance' });

export enum MeetingRoleEnum { CHAIR = 'CHAIR', MINUTE_TAKER = 'MINUTE_TAKER', FAMILY_FINDER = 'FAMILY_FINDER', ADOPTERS_WORKER = 'ADOPTERS_WORKER', ADVISER = 'ADVISER', OBSERVER = 'OBSERVER' }
registerEnumType(MeetingRoleEnum, { name: 'MeetingRole', description: 'As what somebody is there. The chair and whoever takes the minutes record for everybody.' });

export enum PairOutcomeEnum { PURSUE = 'PURSUE', HOLD = 'HOLD', RULE_OUT = 'RULE_OUT', MORE_INFORMATION = 'MORE_INFORMATION' }
registerEnumType(PairOutcomeEnum, { name: 'PairOutcome' });

export enum UnitOutcomeEnum { HOLD = 'HOLD', MORE_INFORMATION = 'MORE_INFORMATION', NO_FAMILY_TODAY = 'NO_FAMILY_TODAY' }
registerEnumType(UnitOutcomeEnum, { name: 'UnitOutcome', description: 'Of a child or group beyond its pairs; that a family is pursued follows from those.' });

export enum AbsenceReasonEnum { KNOWS_FAMILY = 'KNOWS_FAMILY', OTHER = 'OTHER' }
registerEnumType(AbsenceReasonEnum, { name: 'AbsenceReason' });

export enum MeetingStepEnum { START = 'START', NEXT = 'NEXT', BACK = 'BACK', CLOSE = 'CLOSE' }
registerEnumType(MeetingStepEnum, { name: 'MeetingStep' });

export enum MeetingWhenEnum { TO_COME = 'TO_COME', ENDED = 'ENDED' }
registerEnumType(MeetingWhenEnum, { name: 'MeetingWhen', description: 'To come or under way, the next first; or closed and cancelled, the latest first.' });

export enum ProposedByEnum { PROGRAMME = 'PROGRAMME', PERSON = 'PERSON' }
registerEnumType(ProposedByEnum, { name: 'ProposedBy' });
