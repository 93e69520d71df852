import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '@hub/database/database.module';
import { InvariantsModule } from '@hub/features/invariants/invariants.module';
import { countsOf, INVARIANTS, InvariantsService, type BrokenInvariant } from '@hub/features/invariants/invariants.service';
import { PlatformModule } from '@hub/platform/platform.module';
import type { CliIo, Command } from '../command';
import { readOptions } from '../options';
import { withDatabase } from '../with-database';

const USAGE = `hub check [--json]

Asks the rows of the database whether they keep what the hub promises: nothing beyond what is granted (I4), jobs delivered (I6),
histories without a gap (I7), approval, agreement and room of every live link (I10). Names rows by their ids alone.
Exit code 0: sound, 1: broken, 2: wrong usage.`;

@Module({ imports: [PlatformModule, DatabaseModule, InvariantsModule] })
class CheckModule {}

export const checkCommand: Command = {
  name: 'check',
  summary: 'Check that every row keeps what the hub promises',
  async run(args, io) {
    const given = readOptions(args, io, USAGE, { json: { type: 'boolean' } });
    if (typeof given === 'number') return given;
    if (given.words.length > 0) {
      io.err('The command takes no words.');
      io.err(USAGE.split('\n')[0] ?? '');
      return 2;
    }
    const found = await withDatabase(look);
    if (given.values.json) io.out(JSON.stringify(found, null, 1));
    else tell(found, io);
    return found.length > 0 ? 1 : 0;
  },
};

async function look(): Promise<BrokenInvariant[]> {
  const app = await NestFactory.createApplicationContext(CheckModule, { logger: false, abortOnError: false });
  try {
    return await app.get(InvariantsService).check();
  } finally {
    await app.close();
  }
}

function tell(found: readonly BrokenInvariant[], io: CliIo): void {
  const counts = countsOf(found);
  for (const [name, words] of Object.entries(INVARIANTS)) {
    const rows = counts.get(name) ?? 0;
    if (rows === 0) io.out(`${name}: sound, ${words}.`);
    else io.err(`${name}: BROKEN by ${rows} ${rows === 1 ? 'row' : 'rows'}, although ${words}: ${found.filter(({ invariant }) => invariant === name).slice(0, 5).map(({ rowId }) => rowId).join(' ')}`);
  }
}
