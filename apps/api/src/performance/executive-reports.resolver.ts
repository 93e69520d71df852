import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ExecutiveReport, ReportSummary } from '@hub/features/performance/executive-report-view';
import { ExecutiveReportsService, type ActionRequest, type FinishRequest, type MoneyRequest, type SectionRequest, type SignRequest } from '@hub/features/performance/executive-reports.service';
import { halfYearFirst, reportAction, reportActionDone, reportMoney, reportSection, reportSignature } from '@hub/features/performance/report-inputs';
import { CurrentActor } from '../graphql/current-actor';
import { LocalDate } from '../graphql/scalars';
import { ZodPipe } from '../graphql/zod.pipe';
import { ReportActionDoneInput, ReportActionInput, ReportMoneyInput, ReportSectionInput, ReportSignatureInput } from './executive-report.input';
import { ExecutiveReportModel, ReportSummaryModel } from './executive-report.model';

const named = async (report: Promise<ExecutiveReport>): Promise<ExecutiveReportModel> => { const { agency, ...rest } = await report; return { ...rest, agencyName: agency.name }; };

@Resolver()
export class ExecutiveReportsResolver {
  constructor(private readonly reports: ExecutiveReportsService) {}

  @Query(() => [ReportSummaryModel], { description: 'Half-years of the last three years and every older report, the latest first.' })
  executiveReports(@CurrentActor() actor: Actor): Promise<readonly ReportSummary[]> {
    return this.reports.list(actor);
  }

  @Query(() => ExecutiveReportModel)
  executiveReport(@CurrentActor() actor: Actor, @Args('from', { type: () => LocalDate }, new ZodPipe(halfYearFirst)) from: IsoDate): Promise<ExecutiveReportModel> {
    return named(this.reports.read(actor, from));
  }

  @Mutation(() => ExecutiveReportModel)
  writeReportSection(@CurrentActor() actor: Actor, @Args('input', { type: () => ReportSectionInput }, new ZodPipe(reportSection)) input: SectionRequest): Promise<ExecutiveReportModel> {
    return named(this.reports.write(actor, input));
  }

  @Mutation(() => ExecutiveReportModel)
  setReportMoney(@CurrentActor() actor: Actor, @Args('input', { type: () => ReportMoneyInput }, new ZodPipe(reportMoney)) input: MoneyRequest): Promise<ExecutiveReportModel> {
    return named(this.reports.setMoney(actor, input));
  }

  @Mutation(() => ExecutiveReportModel)
  addReportAction(@CurrentActor() actor: Actor, @Args('input', { type: () => ReportActionInput }, new ZodPipe(reportAction)) input: ActionRequest): Promise<ExecutiveReportModel> {
    return named(this.reports.addAction(actor, input));
  }

  @Mutation(() => ExecutiveReportModel)
  finishReportAction(@CurrentActor() actor: Actor, @Args('input', { type: () => ReportActionDoneInput }, new ZodPipe(reportActionDone)) input: FinishRequest): Promise<ExecutiveReportModel> {
    return named(this.reports.finishAction(actor, input));
  }

  @Mutation(() => ExecutiveReportModel, { description: 'Keeps the report as it stands, for ever.' })
  signReport(@CurrentActor() actor: Actor, @Args('input', { type: () => ReportSignatureInput }, new ZodPipe(reportSignature)) input: SignRequest): Promise<ExecutiveReportModel> {
    return named(this.reports.sign(actor, input));
  }
}
