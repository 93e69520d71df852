import 'reflect-metadata';
import { Logger } from '@hub/platform/logger';
import { loadDemonstration } from '../demo/load-demonstration';

// Whoever started this is gone: a half-loaded region is thrown away at the next start.
process.once('disconnect', () => process.exit(1));

loadDemonstration({ log: (line) => void process.stdout.write(`${line}\n`) }).then(
  () => process.exit(0),
  (error: unknown) => {
    new Logger('error', 'demonstration').failure('demonstration not loaded', error);
    process.exit(1);
  },
);
