import { OPEN_AUDIT, SEAL_AUDIT } from '@hub/database/seal-audit';
import type { Command } from '../command';
import { readOptions } from '../options';

const USAGE = `hub seal-audit [--open]

Prints the SQL by which a superuser of a PostgreSQL server of your own hands the access log over to the role hub_auditor, which
nobody signs in with: hub seal-audit | psql -U postgres hub. Once, after hub migrate; again does no harm. The embedded database
is sealed by hub start.

--open: prints the SQL that gives the log back to hub_owner, where hub migrate says that it must be owner of a part of the log. Then migrate,
and seal it again at once.`;

export const sealAuditCommand: Command = {
  name: 'seal-audit',
  summary: 'Print the SQL that seals the access log',
  run(args, io) {
    const given = readOptions(args, io, USAGE, { open: { type: 'boolean' } });
    if (typeof given === 'number') return Promise.resolve(given);
    io.out((given.values.open ? OPEN_AUDIT : SEAL_AUDIT).trim());
    return Promise.resolve(0);
  },
};
