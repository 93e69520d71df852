import { forwardOnly } from './forward-only';
import { acting, OWN } from './protect';

const CODE = (column: string): string => `${column} text check (${column} ~ '^[A-Z_]{2,40}$')`;
/** The records that a row's texts are about, where the row's own keys do not say it: their shares seal the texts (docs/adr/0009). */
const SHARES = `add column share_ids uuid[] not null default '{}'`;

const BEFORE = `
-- No key is at hand here, so that texts of before cannot be sealed: they are not carried over. What was shared with a text is asked for anew.
truncate hub.disclosure_grant, hub.unit_profile, hub.household_profile, hub.child_identified, hub.household_identified;
${['unit', 'household'].map((subject) => `
alter table hub.${subject}_card no force row level security;
update hub.${subject}_card set profile_until = null, profile_audience = null where profile_until is not null;
alter table hub.${subject}_card force row level security;`).join('')}
`;

/** Tables, with what changes in them. */
const CHANGES: Readonly<Record<string, string>> = {
  // About a child or household as its own agency writes it: with the rest of its sealed record.
  child_profile: 'drop column about',
  child_identity: 'add column about bytea',
  household: 'drop column about, drop column experience, drop column on_hold_reason',
  household_identity: 'add column about bytea, add column experience bytea',
  // The reason is a person's; where there was none, the hub says by a code what brought it about.
  unit: `drop column family_finding_reason, add column family_finding_reason bytea, add column ${CODE('family_finding_cause')}, add column wrapped_key bytea, ${SHARES}`,
  child_event: 'drop column reason, add column reason bytea, add column wrapped_key bytea',
  household_event: 'drop column reason, add column reason bytea, add column wrapped_key bytea',
  // Others open them through row-level security: each copy has a data key of its own.
  unit_profile: `drop column about, add column about bytea, add column wrapped_key bytea, ${SHARES}`,
  household_profile: 'drop column about, drop column experience, add column about bytea, add column experience bytea, add column wrapped_key bytea',
  disclosure_grant: `drop column purpose, drop column content, drop column texts, drop column override_reason, drop column withdrawal_reason, drop column returned_reason,
    add column wrapped_key bytea not null, ${SHARES}, add column purpose bytea not null, add column content bytea, add column texts bytea, add column override_reason bytea,
    add column withdrawal_reason bytea, add column ${CODE('withdrawal_cause')}, add column ${CODE('returned_cause')},
    add constraint disclosure_grant_content check ((stage = 'S1') = (content is not null)),
    add constraint profile_release_override check (approved_at is null or not below_k or override_reason is not null),
    add constraint profile_release_returned check ((returned_at is null) = (returned_cause is null))`,
  ruled_out: `drop column reason, add column reason bytea, add column wrapped_key bytea, ${SHARES}`,
  break_glass: SHARES,
  shredding: 'drop column reason, add column reason bytea, add column wrapped_key bytea',
  // A sheet is called as its file calls it.
  import_batch: 'drop column counts, add column counts bytea',
};
const QUIET: Readonly<Record<string, string>> = { import_batch: "'progress', 'step'" };

const COLUMNS = Object.entries(CHANGES).map(([table, change]) => `
drop trigger audit on hub.${table};
alter table hub.${table} ${change};
select audit.watch('hub.${table}', array[${QUIET[table] ?? ''}]::text[]);`).join('') + `
alter table hub.adoption_decision add check (reason in ('RD1', 'RD2', 'RD3', 'RD4'));
`;

const REWRAPPED = ['unit', 'child_event', 'household_event', 'unit_profile', 'household_profile', 'disclosure_grant', 'ruled_out', 'shredding'];
const NOT_SHARED = `agency_id = any(array(select hub.visible_agencies())) or ${acting('matching.execute', 'cards.refresh', 'keys.rotate', 'keys.inspect')}`;

const KEYS = `
select ${REWRAPPED.map((table) => `hub.keep_rewrappable('hub.${table}')`).join(', ')};
grant update (wrapped_key) on hub.child_event, hub.household_event, hub.disclosure_grant to hub_app;
grant insert (id, wrapped_key, share_ids, purpose, content, texts), update (override_reason, withdrawal_reason, withdrawal_cause, returned_cause) on hub.disclosure_grant to hub_app;

-- A rotation rewraps the keys of what was withdrawn as well, and of profiles whose consent has run out.
drop trigger guard on hub.disclosure_grant;
create trigger guard before update on hub.disclosure_grant for each row when (not hub.acting('keys.rotate')) execute function hub.guard_grant();
alter policy consented on hub.household_profile using (${NOT_SHARED}
  or exists (select from hub.household_card c where c.household_id = household_profile.household_id and c.profile_consent_until > (select hub.today())));
`;

const READERS = `
-- With a record go the keys of the bars of its case.
${['bar', 'barred_unit'].map((table) => `create policy shred on hub.${table} for select to hub_app using (${OWN} and ${acting('keys.confirmShredding')});`).join('\n')}
-- The access log names an opening, whose reason is read where it is kept: by those who read the log of either agency.
create policy log on hub.break_glass for select to hub_app using (${acting('audit.whoLooked', 'audit.search')} and (${OWN} or opener_agency_id = any(array(select hub.visible_agencies()))));
`;

const OPENING = `
-- As before, and whose shares seal the reason: those of the unit's children, or the household's.
drop function hub.emergency_case(text, text);
create function hub.emergency_case(p_type text, p_reference text) returns table (id uuid, agency_id uuid, share_ids uuid[])
language sql stable security definer set search_path = '' as $$
  select c.id, c.agency_id, c.share_ids from (
    select 'UNIT' as type, u.id, u.agency_id, u.reference, array(select m.id from hub.child m where m.unit_id = u.id order by m.created_at, m.id) as share_ids
    from hub.unit u where u.id <> all(array(select hub.barred_units()))
    union all
    select 'HOUSEHOLD', h.id, h.agency_id, h.reference, array[h.id] from hub.household h where h.id <> all(array(select hub.barred_households()))
  ) c
  where hub.acting('disclosure.breakGlass') and c.type = p_type and c.reference = p_reference
    and (c.agency_id = hub.own_agency() or c.agency_id in (select hub.partner_agencies()))
$$;
grant execute on function hub.emergency_case(text, text) to hub_app;
`;

/** What people write about a case is sealed: each text with the shares of the records that it is about (trust.md FLD-5, FLD-6). */
export const SealedTexts = forwardOnly('SealedTexts1795305600062', BEFORE + COLUMNS + KEYS + READERS + OPENING);
