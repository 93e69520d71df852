import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import type { Notice } from '@hub/features/audit/notices.queries';
import { NoticesService } from '@hub/features/audit/notices.service';
import type { ReleaseSummary } from '@hub/features/children/release-view.queries';
import { ReleasesService } from '@hub/features/children/releases.service';
import { ImportsService, type ImportSummary } from '@hub/features/interchange/imports.service';
import type { RunSummary } from '@hub/features/matching/runs.queries';
import { RunsService } from '@hub/features/matching/runs.service';
import { WorkService, type UnitWork } from '@hub/features/work/work.service';
import { NoticeModel } from '../audit/notice.model';
import { ReleaseSummaryModel } from '../children/release.model';
import { CurrentActor } from '../graphql/current-actor';
import { ImportBatchModel } from '../interchange/import.model';
import { MatchingRunModel } from '../matching/run.model';
import { MyWorkModel } from './my-work.model';

const RECENT = 5;

/** Each part is empty, not refused, for those whose roles do not reach it: the page is everybody's first. */
@Resolver(() => MyWorkModel)
export class MyWorkResolver {
  constructor(
    private readonly work: WorkService,
    private readonly releases: ReleasesService,
    private readonly runs: RunsService,
    private readonly imports: ImportsService,
    private readonly notices: NoticesService,
  ) {}

  @Query(() => MyWorkModel)
  myWork(@CurrentActor() actor: Actor): Promise<UnitWork> {
    return this.work.units(actor);
  }

  @ResolveField('notices', () => [NoticeModel], { description: 'What this person, or a role they hold, has not read yet.' })
  unreadNotices(@CurrentActor() actor: Actor): Promise<Notice[]> {
    return this.notices.unread(actor);
  }

  @ResolveField(() => [ReleaseSummaryModel], { description: 'Releases that wait for a second person, who is not the one that asked.' })
  toApprove(@CurrentActor() actor: Actor): Promise<ReleaseSummary[]> {
    return this.releases.toApprove(actor);
  }

  @ResolveField(() => [MatchingRunModel])
  async recentRuns(@CurrentActor() actor: Actor): Promise<readonly RunSummary[]> {
    return can(actor, 'matching.read') ? (await this.runs.list(actor, RECENT, 0)).items : [];
  }

  @ResolveField(() => [ImportBatchModel])
  async recentImports(@CurrentActor() actor: Actor): Promise<readonly ImportSummary[]> {
    return can(actor, 'imports.read') ? (await this.imports.list(actor, RECENT, 0)).imports : [];
  }
}
