import { DomainError } from '@hub/domain/errors';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../children/spec-world';
import { AlertsService } from './alerts.service';
import { notify } from './notices.queries';
import { NoticesService } from './notices.service';

let database: TestDatabase;
let world: World;
let alerts: AlertsService;
let notices: NoticesService;
let viewer: Town;
let custodian: Town;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  alerts = new AlertsService(world.uow, { alertProfilesPerHour: 60 });
  notices = new NoticesService(world.uow);
  viewer = await world.town('ASHBY');
  custodian = await world.town('BARROW');
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

/** Looks laid past the door, at a given hour of a given day in England: what is tested is what comes of them. */
const look = (count: number, from: number, at = `now()`) => world.sql(`
  insert into audit.access (actor_id, agency_id, subject_agency_id, action, subject_type, subject_reference, stage, outcome, at)
  select $1, $2, $3, 'children.view', 'UNIT', 'U' || lpad(n::text, 5, '0'), 'S1', 'ALLOWED', ${at} from generate_series($4::int, $5::int) n`,
[viewer.as().userId, viewer.id, custodian.id, from, from + count - 1]);
const raised = async (kind: string) => (await world.sql<{ code: string }>('select a.code from hub.notice n join hub.agency a on a.id = n.agency_id where n.kind = $1 order by 1', [kind])).map(({ code }) => code);

describe('alerts', () => {
  it('AUD-8: 61st distinct profile in an hour raises one alert', async () => {
    await look(60, 1);
    await look(60, 1);
    await alerts.watch();
    expect(await raised('MANY_PROFILES')).toEqual([]);
    await look(1, 61);
    await Promise.all([alerts.watch(), alerts.watch()]);
    expect(await raised('MANY_PROFILES')).toEqual(['ASHBY', 'BARROW']);
    await look(30, 62);
    await alerts.watch();
    expect(await raised('MANY_PROFILES')).toEqual(['ASHBY', 'BARROW']);
  });

  it('go to the officers of the viewer\'s agency and the custodian, by name only at home', async () => {
    const [own] = await notices.unread(viewer.as('DATA_PROTECTION_OFFICER'));
    expect(own).toMatchObject({ kind: 'MANY_PROFILES', person: 'Robin Tester', agency: { code: 'ASHBY' } });
    const [theirs] = await notices.unread(custodian.as('DATA_PROTECTION_OFFICER'));
    expect(theirs).toMatchObject({ kind: 'MANY_PROFILES', person: null, agency: { code: 'ASHBY' } });
    expect(await notices.unread(viewer.as('FAMILY_FINDER', 'APPROVING_MANAGER'))).toEqual([]);
  });

  it('AUD-8: a look at a record with the viewer\'s own surname, told once a day', async () => {
    const worker = { ...custodian.as('CHILDS_WORKER'), displayName: 'Ada Whitlock' };
    const unit = await world.children.create(worker, { facts: { firstName: 'Rosie', lastName: 'Whitlock', sex: 'F' } } as never);
    await world.units.view(worker, unit);
    await world.units.view(worker, unit);
    await world.units.view(custodian.second('CHILDS_WORKER'), unit);
    const found = (await notices.unread(custodian.second('DATA_PROTECTION_OFFICER'))).filter(({ kind }) => kind === 'OWN_SURNAME');
    expect(found).toMatchObject([{ subjectType: 'UNIT', subject: unit }]);
    expect(JSON.stringify(found)).not.toContain('Rosie');
  });
});

describe('the inbox', () => {
  it('is a person\'s own, or for the role that they hold, and is marked as read', async () => {
    const [one, two] = [viewer.as('FAMILY_FINDER'), viewer.second('FAMILY_FINDER')];
    await world.run(custodian.as('FAMILY_FINDER'), 'work.view', async (tx) => {
      await notify(tx, { agencyId: viewer.id, userId: one.userId }, { kind: 'BREAK_GLASS' });
      await notify(tx, { agencyId: viewer.id, role: 'REVIEWING_OFFICER' }, { kind: 'BREAK_GLASS', subject: { type: 'UNIT', reference: 'AB12CD' } });
    });
    const [mine] = await notices.unread(one);
    expect(mine).toMatchObject({ kind: 'BREAK_GLASS', subject: null });
    expect(await notices.unread(two)).toEqual([]);
    expect(await notices.unread(viewer.second('REVIEWING_OFFICER'))).toMatchObject([{ subject: 'AB12CD' }]);
    await expect(notices.markRead(two, mine?.id ?? '')).rejects.toBeInstanceOf(DomainError);
    await expect(notices.markRead(custodian.as('REVIEWING_OFFICER'), mine?.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(notices.markRead(one, 'not an id')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await notices.markRead(one, mine?.id ?? '');
    expect(await notices.unread(one)).toEqual([]);
  });
});
