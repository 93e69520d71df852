import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { can, type Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, invalid } from '@hub/domain/errors';
import { halfYearBefore, halfYearFrom, halfYearOf, type ReportSection } from '@hub/domain/performance/executive-report';
import type { Period } from '@hub/domain/performance/indicator';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import { rows, type Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { peopleByIds, type Person } from '../agencies/users.queries';
import { composeReport } from './compose-report';
import type { ExecutiveReport, ReportContent, ReportSummary } from './executive-report-view';
import { begunReport, countChange, finishAction, insertAction, isBarred, reportRow, reportRows, setMoney, sign, signedContent, writeSection, type ReportRow } from './executive-reports.queries';

interface Keyed {
  /** The first day of the half-year. */
  readonly from: IsoDate;
  readonly idempotencyKey?: string | null;
}

export interface SectionRequest extends Keyed {
  readonly section: ReportSection;
  /** Of the words that the person saw; 0 where there were none. */
  readonly version: number;
  readonly words: string;
}

export interface MoneyRequest extends Keyed {
  readonly version: number;
  readonly budget?: number | null;
  readonly spent?: number | null;
}

export interface ActionRequest extends Keyed {
  readonly section: ReportSection;
  readonly words: string;
  readonly owner: string;
  readonly dueOn: IsoDate;
  readonly reviewOn: IsoDate;
}

export interface FinishRequest extends Keyed {
  readonly action: string;
  readonly version: number;
  readonly doneOn: IsoDate;
}

export interface SignRequest extends Keyed {
  /** Of everything that the report said when the person read it. */
  readonly digest: string;
}

/** How many half-years back a report can be written. */
const HALVES = 6;

/** The six-monthly report to the executive, of the own agency; for the hub, of the region (docs/adr/0034). */
@Injectable()
export class ExecutiveReportsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  /** The half-years of the last three years and every older report, the latest first. */
  list(actor: Actor): Promise<readonly ReportSummary[]> {
    return this.uow.run(actor, 'reports.read', async (tx) => {
      const begun = await reportRows(tx);
      const signers = new Map((await peopleByIds(tx, begun.flatMap(({ signedBy }) => signedBy ?? []))).map(({ id, displayName }) => [id, displayName]));
      const halves = [halfYearOf(this.today())];
      while (halves.length < HALVES) halves.push(halfYearBefore(halves.at(-1) as Period));
      const older = begun.flatMap(({ startsOn }) => halfYearFrom(startsOn) ?? []).filter(({ from }) => !halves.some((half) => half.from === from));
      shown({ count: begun.length });
      return [...halves, ...older].map((period) => {
        const report = begun.find(({ startsOn }) => startsOn === period.from);
        return { ...period, isBegun: report !== undefined, signedAt: report?.signedAt ?? null, signedBy: (report?.signedBy && signers.get(report.signedBy)) || null };
      });
    });
  }

  /** As it was signed, or as it stands today. */
  read(actor: Actor, from: IsoDate, action: Extract<Action, 'reports.read' | 'reports.export'> = 'reports.read'): Promise<ExecutiveReport> {
    return this.uow.run(actor, action, async (tx) => {
      const view = await this.view(tx, actor, from);
      shown({ fields: fieldNames({ figures: view.sections.flatMap(({ figures }) => figures), words: view.sections.map(({ words }) => words), actions: view.actions, fees: view.fees }), count: 1 });
      return view;
    });
  }

  write(actor: Actor, { idempotencyKey, ...body }: SectionRequest): Promise<ExecutiveReport> {
    return this.change(actor, 'write', { from: body.from, idempotencyKey, body }, async (tx, report) => {
      if (!(await writeSection(tx, this.vault, actor, { ...body, reportId: report.id }))) throw stale('this section');
      await countChange(tx, report.id);
    });
  }

  setMoney(actor: Actor, { idempotencyKey, ...body }: MoneyRequest): Promise<ExecutiveReport> {
    return this.change(actor, 'setMoney', { from: body.from, idempotencyKey, body }, async (tx, report) => {
      // Nobody had begun it when the person saw version 0: the row is locked now, and is either of their beginning or another's.
      if (report.version !== (body.version || 1)) throw stale('this report');
      await setMoney(tx, report.id, { budget: body.budget ?? null, spent: body.spent ?? null });
    });
  }

  addAction(actor: Actor, { idempotencyKey, ...body }: ActionRequest): Promise<ExecutiveReport> {
    return this.change(actor, 'addAction', { from: body.from, idempotencyKey, body }, async (tx, report) => {
      if (!(await colleagues(tx)).some(({ id }) => id === body.owner)) throw invalid([{ path: 'owner', message: 'Choose somebody of your agency.' }]);
      if (body.reviewOn < body.dueOn) throw invalid([{ path: 'reviewOn', message: 'It is reviewed on the day it is due or later.' }]);
      await insertAction(tx, this.vault, actor, { ...body, ownerId: body.owner, reportId: report.id });
      await countChange(tx, report.id);
    });
  }

  /** Whatever report it was promised in, a signed one too: that stays as it was signed. */
  async finishAction(actor: Actor, { idempotencyKey, ...body }: FinishRequest): Promise<ExecutiveReport> {
    if (body.doneOn > this.today()) throw invalid([{ path: 'doneOn', message: 'This day lies in the future.' }]);
    return this.uow.run(actor, 'reports.write', async (tx) => {
      await once(tx, this.vault, actor, { operation: 'reports.finishAction', key: idempotencyKey, body }, async () => {
        if (!(await finishAction(tx, { ...body, id: body.action }))) throw stale('this action');
        return {};
      });
      return this.view(tx, actor, body.from);
    });
  }

  /** Keeps the report as it stands now, for ever. The signer has seen every part of it as it stands, and no case is kept from them (docs/adr/0034). */
  sign(actor: Actor, { idempotencyKey, ...body }: SignRequest): Promise<ExecutiveReport> {
    return this.uow.run(actor, 'reports.sign', async (tx) => {
      await once(tx, this.vault, actor, { operation: 'reports.sign', key: idempotencyKey, body }, async () => {
        const report = await reportRow(tx, body.from, 'for update');
        if (!report) throw conflict('GUARD_FAILED', 'Nobody has written anything in this report yet.');
        if (report.signedAt) throw signed();
        if (await isBarred(tx)) throw conflict('GUARD_FAILED', 'Ask a colleague who may sign to sign this report. You can still read it and write in it.');
        const period = this.period(body.from);
        if (period.to >= this.today()) throw conflict('GUARD_FAILED', 'The half-year has not ended yet. A report is signed when it has.');
        const draft = await composeReport(tx, this.vault, actor, { report, period, today: this.today() });
        if (digestOf(draft) !== body.digest) throw conflict('STALE_VERSION', 'The report has changed since you opened it. Read it again before you sign.');
        if (draft.editionDate === null || draft.editionDate <= period.to) throw conflict('GUARD_FAILED', 'The indicators have not been counted since the half-year ended. They are counted each night: sign when they have been.');
        const content: ReportContent = { ...draft, signedBy: actor.displayName };
        await sign(tx, this.vault, actor, { report, content: JSON.stringify(content), dataDate: content.dataDate, edition: content.edition });
        return {};
      });
      return this.view(tx, actor, body.from);
    });
  }

  private async change(actor: Actor, what: string, { from, idempotencyKey, body }: Keyed & { body: object }, work: (tx: Tx, report: ReportRow) => Promise<void>): Promise<ExecutiveReport> {
    const period = this.period(from);
    if (period.from > this.today()) throw invalid([{ path: 'from', message: 'This half-year has not begun.' }]);
    return this.uow.run(actor, 'reports.write', async (tx) => {
      await once(tx, this.vault, actor, { operation: `reports.${what}`, key: idempotencyKey, body }, async () => {
        const report = await begunReport(tx, actor, from);
        if (report.signedAt) throw signed();
        await work(tx, report);
        return {};
      });
      return this.view(tx, actor, from);
    });
  }

  private async view(tx: Tx, actor: Actor, from: IsoDate): Promise<ExecutiveReport> {
    const period = this.period(from);
    const report = (await reportRow(tx, from)) ?? null;
    const kept = report?.signedAt ? await signedContent(tx, this.vault, report.id) : null;
    const content = kept === null ? await composeReport(tx, this.vault, actor, { report, period, today: this.today() }) : (JSON.parse(kept) as ReportContent);
    const isDraft = report?.signedAt == null;
    return {
      ...content, digest: digestOf(content), version: report?.version ?? 0, signedAt: report?.signedAt ?? null, isOver: period.to < this.today(),
      mayWrite: isDraft && can(actor, 'reports.write'), maySign: isDraft && report !== null && period.to < this.today() && can(actor, 'reports.sign'),
      colleagues: isDraft && can(actor, 'reports.write') ? await colleagues(tx) : [],
    };
  }

  private period(from: IsoDate): Period {
    const period = halfYearFrom(from);
    if (!period) throw invalid([{ path: 'from', message: 'A half-year begins on 1 April or 1 October.' }]);
    return period;
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}

const colleagues = (tx: Tx): Promise<Person[]> =>
  rows(tx, `select id, display_name as "displayName" from hub.app_user where agency_id = hub.own_agency() and status = 'ACTIVE' order by display_name, id limit 500`);

const digestOf = (content: ReportContent): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');

const stale = (what: string) => conflict('STALE_VERSION', `Somebody else has changed ${what} since you opened it. Copy your words, read it again, and put in what is missing.`);
const signed = () => conflict('GUARD_FAILED', 'This report is signed, and does not change any more.');
