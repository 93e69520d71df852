import { forwardOnly } from './forward-only';
import { OWN, protect, unbarred } from './protect';

const DECISION = `
-- The photos that stood in the record when the stage was asked for with them, and whether the second person agreed to them.
-- Another picture has another reference: no decision on the one shows the other.
alter table hub.disclosure_grant
  add column photos text[],
  add column photos_shown boolean not null default false,
  add check (photos is null or stage = 'S2' and cardinality(photos) > 0),
  add check (photos is not null or not photos_shown);
grant insert (photos), update (photos_shown) on hub.disclosure_grant to hub_app;

create function hub.guard_photos() returns trigger language plpgsql as $$
begin
  if new.photos_shown and not old.photos_shown and (old.approved_at is not null or new.approved_at is null) then
    raise exception 'photos are shown by the approval that says so, and by nothing later' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_photos before update of photos_shown on hub.disclosure_grant for each row execute function hub.guard_photos();
drop trigger audit on hub.disclosure_grant;
select audit.watch('hub.disclosure_grant', '{}');

-- The photos of other agencies that live grants show to the viewer, each with its grant; of a household only while the adopters'
-- latest answer about photo and report is a yes of less than a year.
create function hub.shown_photos() returns table (photo text, grant_id uuid, agreement text) language sql stable security definer set search_path = '' as $$
  select p.photo, g.id, a.reference
  from hub.disclosure_grant g
  join hub.sharing('S2') s on s.agreement_id = g.agreement_id and s.agency_id = g.agency_id
  join hub.agreement a on a.id = g.agreement_id
  cross join unnest(g.photos) p(photo)
  where g.photos_shown and g.audience_agency_id = hub.own_agency() and (g.audience_user_id is null or g.audience_user_id = hub.viewer())
    and g.approved_at is not null and g.withdrawn_at is null and g.expires_on > hub.today()
    and (g.subject_type = 'UNIT' or exists (
      select from hub.adopter_consent c
      where c.household_id = g.subject_id and c.scope = 'PHOTO_REPORT' and c.granted and c.withdrawn_at is null and c.expires_on > hub.today()
        and not exists (select from hub.adopter_consent n where n.household_id = c.household_id and n.scope = c.scope and n.recorded_at > c.recorded_at)))
$$;
grant execute on function hub.shown_photos() to hub_app;
`;

/** Seen by others only where the rest of the identified stage is. */
const photosOf = (subject: 'child' | 'household', opens: 'CHILD' | 'HOUSEHOLD'): string => `
create table hub.${subject}_photo (
  ${subject}_id uuid primary key,
  agency_id uuid not null references hub.agency,
  reference text not null unique check (reference ~ '^[0-9A-Z]{4,8}$'),
  wrapped_key bytea not null,
  image bytea not null,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  foreign key (${subject}_id, agency_id) references hub.${subject} (id, agency_id) on delete cascade,
  foreign key (added_by, agency_id) references hub.app_user (id, agency_id)
);
create index ${subject}_photo_agency on hub.${subject}_photo (agency_id);
${protect(`hub.${subject}_photo`, {
    policies: [
      { name: 'own_all', on: 'all', when: `${OWN} and (select hub.opens('${opens}'))` },
      {
        name: 'partner', on: 'select',
        when: `reference = any(array(select s.photo from hub.shown_photos() s)) and (select hub.reaches('S2'))
          and exists (select from hub.${subject}_identified i where i.${subject}_id = ${subject}_photo.${subject}_id)`,
      },
    ],
    grant: 'select, insert, update, delete',
  })}
${unbarred(`hub.${subject}_photo`, { [`${subject}_id`]: opens })}
select hub.keep_rewrappable('hub.${subject}_photo');
`;

/** Photos of children and households, sealed, and the decision of two people to show them with the identified stage. */
export const Photos = forwardOnly('Photos1795305600068', DECISION + photosOf('child', 'CHILD') + photosOf('household', 'HOUSEHOLD'));
