import type { Type } from '@nestjs/common';
import { AdoptersApiModule } from './adopters/adopters.api.module';
import { AuditApiModule } from './audit/audit.api.module';
import { AgenciesApiModule } from './agencies/agencies.api.module';
import { ChildrenApiModule } from './children/children.api.module';
import { DisclosureApiModule } from './disclosure/disclosure.api.module';
import { SafeguardsApiModule } from './disclosure/safeguards.api.module';
import { ChannelsApiModule } from './channels/channels.api.module';
import { DocumentsApiModule } from './documents/documents.api.module';
import { ClocksApiModule } from './clocks/clocks.api.module';
import { DriftApiModule } from './drift/drift.api.module';
import { FeesApiModule } from './fees/fees.api.module';
import { InterchangeApiModule } from './interchange/interchange.api.module';
import { LinksApiModule } from './links/links.api.module';
import { PlacementsApiModule } from './placements/placements.api.module';
import { LocalSearchApiModule } from './local-search/local-search.api.module';
import { MailApiModule } from './mail/mail.api.module';
import { MatchingApiModule } from './matching/matching.api.module';
import { MeetingsApiModule } from './meetings/meetings.api.module';
import { PacksApiModule } from './packs/packs.api.module';
import { PanelsApiModule } from './panels/panels.api.module';
import { PerformanceApiModule } from './performance/performance.api.module';
import { PerformanceSourcesApiModule } from './performance/performance-sources.api.module';
import { PhotosApiModule } from './photos/photos.api.module';
import { ProfileFilesApiModule } from './profile-files/profile-files.api.module';
import { ReadinessApiModule } from './readiness/readiness.api.module';
import { RecruitmentApiModule } from './recruitment/recruitment.api.module';
import { ReportsApiModule } from './performance/reports.api.module';
import { SearchApiModule } from './search/search.api.module';
import { WorkApiModule } from './work/work.api.module';

/** One module of resolvers per feature: the API serves these, and schema.gql is made from these. */
export const FEATURE_MODULES: readonly Type[] = [
  AgenciesApiModule, ChildrenApiModule, AdoptersApiModule, RecruitmentApiModule, DisclosureApiModule, SafeguardsApiModule, PhotosApiModule, ProfileFilesApiModule, LocalSearchApiModule, MatchingApiModule, SearchApiModule, LinksApiModule, PlacementsApiModule, DocumentsApiModule, ClocksApiModule, ReadinessApiModule, DriftApiModule, ChannelsApiModule, PacksApiModule, MeetingsApiModule, PanelsApiModule, FeesApiModule, PerformanceApiModule, ReportsApiModule, PerformanceSourcesApiModule, InterchangeApiModule, AuditApiModule, MailApiModule, WorkApiModule,
];
