import { AgencyEntity, AgreementEntity, AgreementPartyEntity, MembershipEntity, PlaceEntity } from './agencies.entity';
import { AppUserEntity, InvitationEntity, SessionEntity, SignInAttemptEntity } from './users.entity';
import { AdoptionDecisionEntity, ChildEntity, ChildEventEntity, ChildProfileEntity, UnitEntity } from './children.entity';
import { ChildBirthEntity, ChildIdentityEntity } from './children-identity.entity';
import { UnitCardEntity, UnitProfileEntity } from './children-shared.entity';
import { AdultEntity, HouseholdEntity, HouseholdEventEntity } from './adopters.entity';
import { AdultIdentityEntity, HouseholdIdentityEntity } from './adopters-identity.entity';
import { HouseholdCardEntity, HouseholdProfileEntity } from './adopters-shared.entity';
import { AnonymitySettingEntity, UnitTraitsEntity } from './anonymity.entity';
import { AgreementDocumentEntity, ChildIdentifiedEntity, DisclosureGrantEntity, HouseholdIdentifiedEntity } from './disclosure.entity';
import { MatchingOffersEntity, MatchingResultEntity, MatchingRunEntity, RuledOutEntity } from './matching.entity';
import { LinkCapEntity, LinkEntity, LinkEventEntity, LinkMessageEntity, LinkReasonEntity } from './links.entity';
import { OutsideHouseholdEntity, SearchChannelEntity } from './channels.entity';
import { ClockCountEntity } from './clocks.entity';
import { DriftLimitEntity } from './drift.entity';
import { FamilyFindingEventEntity, LocalSearchChangeEntity, LocalSearchPolicyEntity } from './local-search.entity';
import { MeetingAbsenceEntity, MeetingActionEntity, MeetingEventEntity, MeetingPairEntity, MeetingUnitEntity } from './meeting-cases.entity';
import { MeetingAgencyEntity, MeetingEntity, MeetingItemEntity, MeetingPersonEntity } from './meetings.entity';
import { PanelAttendanceEntity, PanelEntity, PanelMemberEntity } from './panels.entity';
import { PerformanceReturnEntity, PerformanceReturnMonthEntity, PerformanceSourceChoiceEntity } from './performance-returns.entity';
import { PerformanceCouncilEntity, PerformanceEnglandEntity, PerformanceNeighbourEntity, PerformanceTargetEntity } from './performance-targets.entity';
import { PlacementAdoptersEntity, PlacementChildEntity, PlacementEntity, PlacementEventEntity } from './placements.entity';
import { AgencyDecisionEntity, DecisionNoticeEntity, PanelAbsenceEntity, PanelItemEntity, PanelItemEventEntity, PanelTextEntity } from './panel-items.entity';
import { PerformanceBlockEntity, PerformanceEditionEntity, PerformanceMonthEntity } from './performance.entity';
import { ExecutiveActionEntity, ExecutiveReportEntity, ExecutiveSectionEntity, PerformanceCommentEntity } from './executive-reports.entity';
import { SufficiencyCountEntity } from './sufficiency.entity';
import { IdempotencyKeyEntity } from './idempotency.entity';
import { FeePartnerEntity, FeePartnershipEntity, FeeRateEntity } from './fee-register.entity';
import { FeeEntity, FeeEventEntity, FeeItemEntity, FeeNoteEntity } from './fees.entity';
import { ImportBatchEntity, OutboxEntity } from './interchange.entity';
import { ApprovalRangeEntity, CourseBookingEntity, CourseEntity, CoursePlaceEntity, EnquiryDistrictEntity, EnquiryEntity } from './recruitment.entity';
import { AdopterConsentEntity, BarEntity, BarredPersonEntity, BarredUnitEntity, BreakGlassEntity, WithholdingEntity } from './safeguards.entity';
import { MailChoiceEntity, MailEntity } from './mail.entity';
import { SearchEntity, SearchFindEntity, SearchVisitEntity } from './saved-searches.entity';
import { SelectionChangeEntity, SelectionEntity, SelectionEntryEntity } from './search.entity';
import { ShreddingEntity } from './keys.entity';
import { ChildPhotoEntity, HouseholdPhotoEntity } from './photos.entity';
import { AuditAccessEntity, AuditBoundaryEntity, AuditChainEntity, AuditChainHeadEntity, AuditDeliveryEntity, AuditEventEntity, NoticeEntity } from './audit.entity';

/** One per table. Columns alone: keys, checks, indices and policies stand in the migrations (docs/adr/0006). */
export const ENTITIES = [
  AgencyEntity,
  MembershipEntity,
  AgreementEntity,
  AgreementPartyEntity,
  PlaceEntity,
  AppUserEntity,
  SessionEntity,
  InvitationEntity,
  SignInAttemptEntity,
  UnitEntity,
  ChildEntity,
  ChildEventEntity,
  AdoptionDecisionEntity,
  ChildProfileEntity,
  ChildIdentityEntity,
  ChildBirthEntity,
  UnitCardEntity,
  UnitProfileEntity,
  HouseholdEntity,
  HouseholdEventEntity,
  AdultEntity,
  HouseholdIdentityEntity,
  AdultIdentityEntity,
  HouseholdCardEntity,
  HouseholdProfileEntity,
  AnonymitySettingEntity,
  UnitTraitsEntity,
  AgreementDocumentEntity,
  DisclosureGrantEntity,
  ChildIdentifiedEntity,
  HouseholdIdentifiedEntity,
  ChildPhotoEntity,
  HouseholdPhotoEntity,
  RuledOutEntity,
  MatchingRunEntity,
  MatchingOffersEntity,
  MatchingResultEntity,
  LinkEntity,
  LinkEventEntity,
  LinkReasonEntity,
  LinkMessageEntity,
  LinkCapEntity,
  MeetingEntity,
  MeetingAgencyEntity,
  MeetingPersonEntity,
  MeetingItemEntity,
  MeetingUnitEntity,
  MeetingPairEntity,
  MeetingAbsenceEntity,
  MeetingActionEntity,
  MeetingEventEntity,
  IdempotencyKeyEntity,
  LocalSearchPolicyEntity,
  LocalSearchChangeEntity,
  FamilyFindingEventEntity,
  ClockCountEntity,
  DriftLimitEntity,
  MailChoiceEntity,
  MailEntity,
  SearchEntity,
  SearchFindEntity,
  SearchVisitEntity,
  SearchChannelEntity,
  OutsideHouseholdEntity,
  SelectionEntity,
  SelectionEntryEntity,
  SelectionChangeEntity,
  ImportBatchEntity,
  OutboxEntity,
  BarEntity,
  BarredUnitEntity,
  BarredPersonEntity,
  BreakGlassEntity,
  AdopterConsentEntity,
  ApprovalRangeEntity,
  CourseEntity,
  CoursePlaceEntity,
  CourseBookingEntity,
  EnquiryDistrictEntity,
  EnquiryEntity,
  WithholdingEntity,
  ShreddingEntity,
  AuditEventEntity,
  AuditAccessEntity,
  AuditChainEntity,
  AuditChainHeadEntity,
  AuditBoundaryEntity,
  AuditDeliveryEntity,
  NoticeEntity,
  PanelEntity,
  PanelMemberEntity,
  PanelAttendanceEntity,
  PanelItemEntity,
  PanelItemEventEntity,
  PanelAbsenceEntity,
  PanelTextEntity,
  AgencyDecisionEntity,
  DecisionNoticeEntity,
  PlacementEntity,
  PlacementAdoptersEntity,
  PlacementChildEntity,
  PlacementEventEntity,
  FeeRateEntity,
  FeePartnershipEntity,
  FeePartnerEntity,
  FeeEntity,
  FeeItemEntity,
  FeeEventEntity,
  FeeNoteEntity,
  PerformanceEditionEntity,
  PerformanceMonthEntity,
  PerformanceBlockEntity,
  ExecutiveReportEntity,
  ExecutiveSectionEntity,
  ExecutiveActionEntity,
  PerformanceCommentEntity,
  SufficiencyCountEntity,
  PerformanceTargetEntity,
  PerformanceEnglandEntity,
  PerformanceCouncilEntity,
  PerformanceNeighbourEntity,
  PerformanceReturnEntity,
  PerformanceReturnMonthEntity,
  PerformanceSourceChoiceEntity,
];
