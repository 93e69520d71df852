import { Module, type INestApplicationContext } from '@nestjs/common';
import { DatabaseModule } from '@hub/database/database.module';
import { AdoptersModule } from '@hub/features/adopters/adopters.module';
import { HouseholdsService } from '@hub/features/adopters/households.service';
import { AgenciesModule } from '@hub/features/agencies/agencies.module';
import { AgenciesService } from '@hub/features/agencies/agencies.service';
import { AgreementsService } from '@hub/features/agencies/agreements.service';
import { SignInService } from '@hub/features/agencies/sign-in.service';
import { UsersService } from '@hub/features/agencies/users.service';
import { ChildrenModule } from '@hub/features/children/children.module';
import { ChildrenService } from '@hub/features/children/children.service';
import { ReleasesService } from '@hub/features/children/releases.service';
import { UnitsService } from '@hub/features/children/units.service';
import { WorkersService } from '@hub/features/children/workers.service';
import { ImportsService } from '@hub/features/interchange/imports.service';
import { ConsentsService } from '@hub/features/disclosure/consents.service';
import { DisclosureModule } from '@hub/features/disclosure/disclosure.module';
import { GrantsService } from '@hub/features/disclosure/grants.service';
import { SafeguardsModule } from '@hub/features/disclosure/safeguards.module';
import { FallDueService } from '@hub/features/fees/fall-due.service';
import { FeeTableService } from '@hub/features/fees/fee-table.service';
import { FeesModule } from '@hub/features/fees/fees.module';
import { FeesService } from '@hub/features/fees/fees.service';
import { InterchangeModule } from '@hub/features/interchange/interchange.module';
import { PlacesService } from '@hub/features/interchange/places.service';
import { LinkWorkService } from '@hub/features/links/link-work.service';
import { LinksModule } from '@hub/features/links/links.module';
import { LinksService } from '@hub/features/links/links.service';
import { ChannelsModule } from '@hub/features/channels/channels.module';
import { ChannelsService } from '@hub/features/channels/channels.service';
import { LocalSearchModule } from '@hub/features/local-search/local-search.module';
import { LocalSearchService } from '@hub/features/local-search/local-search.service';
import { MatchingModule } from '@hub/features/matching/matching.module';
import { MatchingService } from '@hub/features/matching/matching.service';
import { RulingOutService } from '@hub/features/matching/ruling-out.service';
import { ActionsService } from '@hub/features/meetings/actions.service';
import { AgendaService } from '@hub/features/meetings/agenda.service';
import { LiveService } from '@hub/features/meetings/live.service';
import { MeetingsModule } from '@hub/features/meetings/meetings.module';
import { MeetingsService } from '@hub/features/meetings/meetings.service';
import { OutcomesService } from '@hub/features/meetings/outcomes.service';
import { PeopleService } from '@hub/features/meetings/people.service';
import { PlanService } from '@hub/features/meetings/plan.service';
import { BookingService } from '@hub/features/panels/booking.service';
import { HearingService } from '@hub/features/panels/hearing.service';
import { DecisionsService } from '@hub/features/panels/decisions.service';
import { PanelMembersService } from '@hub/features/panels/members.service';
import { PanelsModule } from '@hub/features/panels/panels.module';
import { PanelsService } from '@hub/features/panels/panels.service';
import { PanelPlanService } from '@hub/features/panels/plan.service';
import { DocumentSharingService } from '@hub/features/documents/document-sharing.service';
import { DocumentsModule } from '@hub/features/documents/documents.module';
import { DocumentsService } from '@hub/features/documents/documents.service';
import { PhotosModule } from '@hub/features/photos/photos.module';
import { PlacementsModule } from '@hub/features/placements/placements.module';
import { PlacementsService } from '@hub/features/placements/placements.service';
import { PhotosService } from '@hub/features/photos/photos.service';
import { ReadinessModule } from '@hub/features/readiness/readiness.module';
import { ReadinessService } from '@hub/features/readiness/readiness.service';
import { PerformanceModule } from '@hub/features/performance/performance.module';
import { PerformanceSourcesModule } from '@hub/features/performance/performance-sources.module';
import { PerformanceService } from '@hub/features/performance/performance.service';
import { PublicationsService } from '@hub/features/performance/publications.service';
import { ReturnsService } from '@hub/features/performance/returns.service';
import { RollUpService } from '@hub/features/performance/roll-up.service';
import { TargetsService } from '@hub/features/performance/targets.service';
import { BoardService } from '@hub/features/recruitment/board.service';
import { CoursesService } from '@hub/features/recruitment/courses.service';
import { DistrictsService } from '@hub/features/recruitment/districts.service';
import { EnquiriesService } from '@hub/features/recruitment/enquiries.service';
import { RecruitmentModule } from '@hub/features/recruitment/recruitment.module';
import { SearchModule } from '@hub/features/search/search.module';
import { SearchesService } from '@hub/features/search/searches.service';
import { SelectionsService } from '@hub/features/search/selections.service';
import { PlatformModule } from '@hub/platform/platform.module';

/** The features as the API has them, without a server: the demonstration goes through the same door as everybody. */
@Module({ imports: [PlatformModule, DatabaseModule, AgenciesModule, ChildrenModule, AdoptersModule, DisclosureModule, SafeguardsModule, PhotosModule, DocumentsModule, ReadinessModule, InterchangeModule, LocalSearchModule, ChannelsModule, MatchingModule, LinksModule, MeetingsModule, PanelsModule, PlacementsModule, FeesModule, RecruitmentModule, SearchModule, PerformanceModule, PerformanceSourcesModule] })
export class DemonstrationModule {}

export type Services = ReturnType<typeof servicesOf>;

export function servicesOf(app: INestApplicationContext) {
  const of = { strict: false } as const;
  return {
    agencies: app.get(AgenciesService, of),
    agreements: app.get(AgreementsService, of),
    users: app.get(UsersService, of),
    signIn: app.get(SignInService, of),
    units: app.get(UnitsService, of),
    children: app.get(ChildrenService, of),
    releases: app.get(ReleasesService, of),
    workers: app.get(WorkersService, of),
    households: app.get(HouseholdsService, of),
    imports: app.get(ImportsService, of),
    places: app.get(PlacesService, of),
    matching: app.get(MatchingService, of),
    searches: app.get(SearchesService, of),
    selections: app.get(SelectionsService, of),
    rulingOut: app.get(RulingOutService, of),
    grants: app.get(GrantsService, of),
    consents: app.get(ConsentsService, of),
    photos: app.get(PhotosService, of),
    documents: app.get(DocumentsService, of),
    documentSharing: app.get(DocumentSharingService, of),
    readiness: app.get(ReadinessService, of),
    links: app.get(LinksService, of),
    linkWork: app.get(LinkWorkService, of),
    localSearch: app.get(LocalSearchService, of),
    meetings: app.get(MeetingsService, of),
    meetingPlan: app.get(PlanService, of),
    meetingAgenda: app.get(AgendaService, of),
    meetingPeople: app.get(PeopleService, of),
    meetingLive: app.get(LiveService, of),
    meetingOutcomes: app.get(OutcomesService, of),
    meetingActions: app.get(ActionsService, of),
    board: app.get(BoardService, of),
    courses: app.get(CoursesService, of),
    enquiries: app.get(EnquiriesService, of), districts: app.get(DistrictsService, of),
    channels: app.get(ChannelsService, of),
    panels: app.get(PanelsService, of),
    panelPlan: app.get(PanelPlanService, of),
    panelMembers: app.get(PanelMembersService, of),
    panelBooking: app.get(BookingService, of),
    panelHearing: app.get(HearingService, of),
    decisions: app.get(DecisionsService, of),
    placements: app.get(PlacementsService, of),
    fees: app.get(FeesService, of), feeTable: app.get(FeeTableService, of),
    fallDue: app.get(FallDueService, of),
    performance: app.get(PerformanceService, of), targets: app.get(TargetsService, of), returns: app.get(ReturnsService, of), publications: app.get(PublicationsService, of), rollUp: app.get(RollUpService, of),
  };
}
