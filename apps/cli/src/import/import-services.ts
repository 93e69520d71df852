import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DomainError } from '@hub/domain/errors';
import type { ImportReport } from '@hub/domain/interchange/report';
import { DatabaseModule } from '@hub/database/database.module';
import type { ImportStatus } from '@hub/features/interchange/import-records.queries';
import { ImportsService } from '@hub/features/interchange/imports.service';
import { InterchangeModule } from '@hub/features/interchange/interchange.module';
import { LocalPeople } from '@hub/features/interchange/local-people.service';
import { PlacesService, type PlacesReport } from '@hub/features/interchange/places.service';
import { BenchmarksService, type BenchmarkKind, type BenchmarkReport } from '@hub/features/performance/benchmarks.service';
import { PerformanceSourcesModule } from '@hub/features/performance/performance-sources.module';
import { PlainError } from '@hub/platform/plain-error';
import { PlatformModule } from '@hub/platform/platform.module';
import type { Actor } from '@hub/domain/access/actor';

export interface FileToImport {
  readonly agency: string;
  readonly email: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly dryRun: boolean;
  readonly allOrNothing: boolean;
}

export interface Outcome extends Omit<ImportReport, 'failure'> {
  readonly reference: string;
  readonly status: ImportStatus;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
}

@Module({ imports: [PlatformModule, DatabaseModule, InterchangeModule, PerformanceSourcesModule] })
class ImportCommandModule {}

/** The same services as the server's, on the database of the settings; without a queue: check and apply are called one after the other. */
export class ImportServices {
  constructor(private readonly imports: ImportsService, private readonly places: PlacesService, private readonly people: LocalPeople, private readonly benchmarks: BenchmarksService) {}

  async importFile({ agency, email, fileName, bytes, dryRun, allOrNothing }: FileToImport): Promise<Outcome> {
    const actor = await this.people.person(agency, email);
    if (!actor) throw new PlainError('That agency has no active user with this address.');
    const kind = await this.imports.kindOf(fileName, bytes);
    const { id, reference } = await this.imports.start(actor, { kind, fileName, bytes }, { queued: false });
    await this.orGiveUp(id, this.imports.check(id));
    const checked = await this.outcome(actor, reference);
    if (checked.status !== 'CHECKED') return checked;
    if (dryRun) {
      await this.imports.discard(actor, reference);
      return checked;
    }
    try {
      await this.imports.requestApply(actor, reference, allOrNothing, { queued: false });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'GUARD_FAILED') throw error;
      await this.imports.discard(actor, reference);
      return { ...checked, status: 'DISCARDED', errorCode: error.code, errorMessage: error.message };
    }
    await this.orGiveUp(id, this.imports.apply(id));
    const applied = await this.outcome(actor, reference);
    return applied.status === 'FAILED' ? { ...checked, ...pick(applied) } : applied;
  }

  async importPlaces(fileName: string, bytes: Buffer): Promise<PlacesReport> {
    return this.places.load(await this.administrator(), fileName, bytes);
  }

  async importPublished(kind: BenchmarkKind, fileName: string, bytes: Buffer): Promise<BenchmarkReport> {
    return this.benchmarks.load(await this.administrator(), kind, fileName, bytes);
  }

  private async administrator(): Promise<Actor> {
    const actor = await this.people.hubAdministrator();
    if (!actor) throw new PlainError("The hub has no active administrator yet. Make one with 'hub admin create' first.");
    return actor;
  }

  /** Nobody tries again but the person at the command line. */
  private async orGiveUp(id: string, work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      await this.imports.giveUp(id, 'INTERNAL_SERVER_ERROR');
      throw error;
    }
  }

  private async outcome(actor: Actor, reference: string): Promise<Outcome> {
    const found = await this.imports.find(actor, reference);
    const { failure = null, ...report } = (await this.imports.reports(actor, [reference])).get(reference) ?? NOTHING;
    return { reference, status: found?.status ?? 'FAILED', errorCode: found?.errorCode ?? null, errorMessage: failure, ...report };
  }
}

const NOTHING: ImportReport = { counts: [], issues: [], differences: [], mapping: [], errors: 0, warnings: 0, failure: null };

const pick = ({ status, errorCode, errorMessage }: Outcome) => ({ status, errorCode, errorMessage });

export async function withImportServices<T>(work: (services: ImportServices) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(ImportCommandModule, { logger: false, abortOnError: false });
  try {
    return await work(new ImportServices(app.get(ImportsService), app.get(PlacesService), app.get(LocalPeople), app.get(BenchmarksService)));
  } finally {
    await app.close();
  }
}
