import { forwardOnly } from './forward-only';
import { PARTNER } from './protect';

const card = (more: string): string => `${PARTNER} and (select hub.reaches('S0')) and listed${more}`;
const profile = (cards: string, key: string, profiles: string): string =>
  `${PARTNER} and (select hub.reaches('S1')) and live and expires_on > (select hub.today()) and exists (select from ${cards} c where c.${key} = ${profiles}.${key})`;

// A search meets cards alone, so the card itself tells whether there is a profile to open, and until when.
const PROFILE_ON_CARD = ['unit', 'household'].map((subject) => `
alter table hub.${subject}_card add column profile_until date;
update hub.${subject}_card k set profile_until = p.expires_on from hub.${subject}_profile p where p.${subject}_id = k.${subject}_id and p.live;
create function hub.tell_${subject}_card() returns trigger language plpgsql as $$
begin
  update hub.${subject}_card set profile_until = case when new.live then new.expires_on end where ${subject}_id = new.${subject}_id;
  return null;
end $$;
create trigger tell_card after insert or update of live, expires_on on hub.${subject}_profile for each row execute function hub.tell_${subject}_card();
drop trigger audit on hub.${subject}_card;
select audit.watch('hub.${subject}_card', array[${subject === 'unit' ? "'refreshed_on'" : ''}]::text[]);`).join('');

const IDENTITIES = [['child_identity', 'CHILD'], ['household_identity', 'HOUSEHOLD'], ['adult_identity', 'HOUSEHOLD']] as const;

/**
 * What a partner shares is met only by actions that the access table lets reach it (libs/domain/src/access/actions.ts):
 * the unit of work tells the stage, and without one no row of another agency is there. In the same way names are met by actions that open a record, and by no other.
 */
export const Reach = forwardOnly('Reach1795305600050', `
create function hub.reaches(p_stage text) returns boolean language sql stable parallel safe
return coalesce(hub.setting('reach') collate "C" >= p_stage, false);
create function hub.opens(p_subject text) returns boolean language sql stable parallel safe
return coalesce(hub.setting('opens') in (p_subject, 'BOTH'), false);
grant execute on function hub.reaches(text), hub.opens(text) to hub_app;
${IDENTITIES.map(([table, subject]) => `create policy opened on hub.${table} as restrictive for all to hub_app using ((select hub.opens('${subject}')));`).join('\n')}

alter policy partner on hub.unit_card using (${card(' and (not early_permanence or (select hub.own_ep_approval()))')});
alter policy partner on hub.household_card using (${card('')});
alter policy partner on hub.unit_profile using (${profile('hub.unit_card', 'unit_id', 'unit_profile')});
alter policy partner on hub.household_profile using (${profile('hub.household_card', 'household_id', 'household_profile')});
${PROFILE_ON_CARD}
`);
