import { canariesIn, copyEveryTable } from '../harness/canaries';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { CANARIES, WORDS, writeEverything } from '../harness/written';
import { openWorld, type World } from '../harness/world';

/*
 * What a person can write freely about a child, a household, an adult or a case is sealed. A column of letters is plain only if the
 * database itself limits it to codes by a check, or if it stands here, with the reason why nobody writes freely in it.
 */
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  'references, names of files’ rows and other ids that the hub makes': [
    'hub.agreement.reference', 'hub.break_glass.reference', 'hub.child.reference', 'hub.course.reference', 'hub.course_booking.reference', 'hub.disclosure_grant.photos', 'hub.document.reference', 'hub.enquiry.reference', 'hub.household.reference', 'hub.household_card.reference', 'hub.import_batch.reference', 'hub.link.reference', 'hub.meeting.reference', 'hub.performance_edition.reference', 'hub.placement.reference', 'hub.fee.placement_reference', 'hub.fee_item.placement_reference', 'hub.matching_run.reference',
    'hub.notice.subject_reference', 'hub.shredding.reference', 'hub.unit.reference', 'hub.unit_card.reference', 'hub.panel.reference', 'hub.panel_item.reference', 'hub.panel_member.reference',
  ],
  'registers of agencies, agreements and staff, which are about no case': [
    'hub.agency.name', 'hub.agency.region_band', 'hub.agreement.article6', 'hub.agreement.article9', 'hub.agreement.data_categories', 'hub.agreement.legal_basis', 'hub.agreement.title', 'hub.agreement.version',
    'hub.agreement_party.signed_by', 'hub.meeting.title', 'hub.fee.source', 'hub.fee_rate.source', 'hub.fee_partnership.name', 'hub.fee_event.invoice_number', 'hub.meeting.place', 'hub.panel.place', 'hub.panel_member.display_name', 'hub.app_user.display_name', 'hub.app_user.email', 'hub.app_user.password_hash', 'hub.break_glass.opener_name', 'hub.session.device', 'hub.session.label',
    'hub.adopter_consent.wording', 'hub.performance_council.name', 'hub.performance_council.source', 'hub.performance_england.age_group', 'hub.performance_england.source', 'hub.performance_edition.name', 'hub.performance_target.note', 'hub.performance_target.source', 'hub.performance_return.files', 'hub.performance_return.warnings', 'hub.performance_return_month.tallies',
  ],
  'codes, levels, districts and months: forms and files are held to them (libs/domain/src/children/value-checks.ts)': [
    'hub.adult.gender', 'hub.child_profile.avoid_areas', 'hub.child_profile.essential', 'hub.child_profile.heritage', 'hub.child_profile.home_area', 'hub.child_profile.languages', 'hub.child_profile.needs',
    'hub.approval_range.accepts', 'hub.household.accepts', 'hub.household.area', 'hub.household.children_at_home', 'hub.household.heritage', 'hub.household.languages',
  ],
  'a word that the engine compares': ['hub.child_profile.religion', 'hub.household.religion'],
  'bands, groups and sentences that the hub makes of facts': [
    'hub.household_card.accepts', 'hub.household_card.region_band', 'hub.household_profile.heritage_groups', 'hub.household_profile.household_type', 'hub.unit_card.needs', 'hub.unit_card.needs_up_to',
    'hub.unit_card.oldest_band', 'hub.unit_card.region_band', 'hub.unit_card.waiting_band', 'hub.unit_card.youngest_band', 'hub.unit_profile.heritage_groups', 'hub.unit_profile.progress',
    'hub.unit_traits.heritage', 'hub.unit_traits.needs', 'hub.unit_traits.oldest_band', 'hub.unit_traits.region_band', 'hub.unit_traits.youngest_band',
  ],
  'the hub’s own work: steps, codes, policies, keyed hashes, ids in jobs': [
    'hub.import_batch.error_code', 'hub.import_batch.file_hash', 'hub.idempotency_key.answer', 'hub.import_batch.step', 'hub.import_batch.subject_index', 'hub.matching_run.data_hash', 'hub.matching_run.error_code', 'hub.matching_run.policy',
    'hub.mail.counts', 'hub.performance_block.tally', 'hub.performance_edition.agencies', 'hub.performance_edition.definitions', 'hub.performance_month.tallies', 'hub.matching_run.policy_id', 'hub.meeting.agenda_account', 'hub.matching_run.step', 'hub.outbox.name', 'hub.outbox.payload', 'hub.outbox.queue',
  ],
  'the logs: codes, names of fields and ids; of a change, what was and became of plain columns': [
    'audit.access.action', 'audit.access.actor_roles', 'audit.access.agreement_reference', 'audit.access.fields', 'audit.access.grant_reference', 'audit.access.reason', 'audit.access.request_id', 'audit.access.stage',
    'audit.access.subject_reference', 'audit.boundary.signature', 'audit.boundary.signing_key', 'audit.delivery.request_id', 'audit.event.action', 'audit.event.after', 'audit.event.before', 'audit.event.request_id', 'audit.event.row_id', 'audit.event.table_name',
  ],
};
/** Bytes that are no person's words: keys, and what a run keeps at S0, which a dump shows inflated. */
const NOT_WORDS = /\.(wrapped_key|salt|evidence)$/;

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const named = `select n.nspname || '.' || c.relname || '.' || a.attname as name`;
const columns = (more: string) => `
  from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('hub', 'audit')
    join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem
  where a.attnum > 0 and not a.attisdropped and (${more}) order by 1`;

/** Every column that can hold letters, with whether a check limits it to a list, or to a pattern that has a beginning and an end. */
const lettered = () => world.sql<{ name: string; coded: boolean }>(`${named}, exists (
    select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
      and pg_get_constraintdef(k.oid) ~ ('^CHECK \\(\\(+' || a.attname || '( = ANY \\(ARRAY\\[| <@ ARRAY\\[| ~ ''\\^\\[[^ ]*\\$'')')) as coded
  ${columns(`t.typcategory = 'S' or e.typcategory = 'S' or t.typname in ('json', 'jsonb', 'xml', 'tsvector', '_json', '_jsonb', '_xml', 'hstore')`)}`);

describe('FLD-5: what people write', () => {
  it('has no column in clear: a new one of letters is coded by a check, on the list of plain ones, or sealed', async () => {
    const found = await lettered();
    const listed = Object.values(PLAIN).flat();
    expect(found.filter(({ coded }) => coded).map(({ name }) => name)).toEqual(expect.arrayContaining(['hub.unit.plan', 'hub.unit.family_finding_cause', 'hub.app_user.roles', 'hub.child_event.event']));
    expect(found.filter(({ name, coded }) => !coded && !listed.includes(name)).map(({ name }) => name)).toEqual([]);
    expect(listed.filter((name) => !found.some((column) => column.name === name && !column.coded))).toEqual([]);
  });

  it('lies in no table as it was written, and every sealed column was written into', async () => {
    const [north, south] = [await world.town('NMB'), await world.town('SVC')];
    await world.agree(north, south);
    await writeEverything(world, { north, south });
    const sealed = (await world.sql<{ name: string }>(named + columns(`t.typname = 'bytea' and n.nspname = 'hub'`))).filter(({ name }) => !NOT_WORDS.test(name));
    expect(sealed.length).toBeGreaterThan(40);
    const empty: string[] = [];
    for (const { name } of sealed) {
      const [, table, column] = name.split('.');
      if ((await world.sql(`select from hub.${table} where ${column} is not null limit 1`)).length === 0) empty.push(name);
    }
    expect(empty).toEqual([]);
    expect(canariesIn(Object.values(WORDS).join(' '), CANARIES)).toEqual(CANARIES);
    expect(Object.values(WORDS).filter((text) => canariesIn(text, CANARIES).length !== 1)).toEqual([]);
    const dump = await copyEveryTable(database.superuserUrl);
    expect([...dump].flatMap(([table, text]) => canariesIn(text, CANARIES).map((canary) => `${table}: ${canary}`))).toEqual([]);
  });
});
