import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Action } from '@hub/domain/access/actions';
import type { Actor, AgencyKind, Role } from '@hub/domain/access/actor';
import { FileKeyStore } from '@hub/database/crypto/file-key-store';
import type { KeyStore } from '@hub/database/crypto/key-store';
import { Vault } from '@hub/database/crypto/vault';
import { openDatabase } from '@hub/database/data-source';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { systemClock } from '@hub/platform/clock';
import { HouseholdsService } from '@hub/features/adopters/households.service';
import { CardsService } from '@hub/features/children/cards.service';
import { ChildrenService } from '@hub/features/children/children.service';
import { ReleasesService } from '@hub/features/children/releases.service';
import { UnitsService } from '@hub/features/children/units.service';
import { WorkersService } from '@hub/features/children/workers.service';

export interface Town {
  readonly id: string;
  readonly code: string;
  readonly kind: AgencyKind;
  as(...roles: Role[]): Actor;
  /** The second person of the agency. */
  second(...roles: Role[]): Actor;
}

export interface Addresses {
  readonly appUrl: string;
  readonly superuserUrl: string;
}

/** The services on a database of their own, for the tests and benchmarks of children and adopters. */
export interface World {
  readonly uow: UnitOfWork;
  readonly vault: Vault;
  readonly keys: KeyStore;
  readonly keyFile: string;
  readonly units: UnitsService;
  readonly children: ChildrenService;
  readonly households: HouseholdsService;
  readonly releases: ReleasesService;
  readonly workers: WorkersService;
  readonly cards: CardsService;
  run<T>(actor: Actor, action: Action, work: (tx: Tx) => Promise<T>): Promise<T>;
  town(code: string, kind?: AgencyKind): Promise<Town>;
  /** A live agreement between the agencies; answers how to end it. */
  agree(...towns: readonly Town[]): Promise<() => Promise<void>>;
  /** Past the door: to look at what lies in the tables. */
  sql<T>(text: string, params?: readonly unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

/** `shared`: the key file, where another process shares the agencies' keys. */
export async function openWorld({ appUrl, superuserUrl }: Addresses, shared?: string): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-world-'));
  const source = await openDatabase(appUrl, 4);
  const superuser = new Client({ connectionString: superuserUrl });
  await superuser.connect();
  const uow = new UnitOfWork(source);
  const keyFile = shared ?? join(folder, 'keys.json');
  const keys = FileKeyStore.open(keyFile);
  const vault = new Vault(keys);
  const sql = async <T>(text: string, params: readonly unknown[] = []): Promise<T[]> => (await superuser.query(text, [...params])).rows as T[];
  return {
    uow, vault, keys, keyFile, sql,
    units: new UnitsService(uow, vault, systemClock),
    children: new ChildrenService(uow, vault, systemClock),
    households: new HouseholdsService(uow, vault, systemClock),
    releases: new ReleasesService(uow, vault, systemClock),
    workers: new WorkersService(uow),
    cards: new CardsService(uow, vault, systemClock),
    run: (actor, action, work) => uow.run(actor, action, work),
    town: (code, kind = 'COUNCIL') => makeTown(sql, code, kind),
    agree: (...towns) => agree(sql, towns),
    async close() {
      await source.destroy();
      await superuser.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Sql = World['sql'];

// Registers are another feature's; here they are laid out past the door so that the tests begin with what they test.
async function makeTown(sql: Sql, code: string, kind: AgencyKind): Promise<Town> {
  const [id, one, two] = [randomUUID(), randomUUID(), randomUUID()];
  await sql(`insert into hub.agency (id, code, name, kind, region_band) values ($1, $2, $2, $3, $4)`, [id, code, kind, code < 'N' ? 'North' : 'South']);
  await sql(`insert into hub.membership (agency_id, starts_on) values ($1, '2020-01-01')`, [id]);
  for (const userId of [one, two]) {
    await sql(`insert into hub.app_user (id, agency_id, email, display_name, status) values ($1, $2, $3, 'Robin Tester', 'ACTIVE')`, [userId, id, `${userId}@example.test`]);
  }
  const actor = (userId: string, roles: readonly Role[]): Actor => ({ kind: 'user', userId, agencyId: id, agencyCode: code, agencyKind: kind, displayName: 'Robin Tester', roles });
  return { id, code, kind, as: (...roles) => actor(one, roles), second: (...roles) => actor(two, roles) };
}

async function agree(sql: Sql, towns: readonly Town[]): Promise<() => Promise<void>> {
  const id = randomUUID();
  await sql(`insert into hub.agreement (id, reference, title, purpose, legal_basis, starts_on) values ($1, $2, 'Regional', 'FAMILY_FINDING', 'Public task', '2020-01-01')`, [id, id.slice(0, 8)]);
  for (const town of towns) await sql('insert into hub.agreement_party (agreement_id, agency_id) values ($1, $2)', [id, town.id]);
  return async () => void (await sql('update hub.agreement set ends_on = hub.today() where id = $1', [id]));
}
