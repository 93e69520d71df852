import { forwardOnly } from './forward-only';

/** A fee and its sums are between the two agencies of their placement, of which neither is the other: held against the placement itself. */
export const GuardOfFees = forwardOnly('GuardOfFees1795305600104', `
alter table hub.fee drop constraint fee_check;
alter table hub.fee_item drop constraint fee_item_check;
create function hub.guard_fee() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from hub.placement p where p.id = new.placement_id and p.reference = new.placement_reference
      and p.agency_id = new.agency_id and p.household_agency_id = new.payee_agency_id and p.agency_id <> p.household_agency_id
  ) then
    raise exception 'a fee beside its placement' using errcode = 'check_violation';
  end if;
  return new;
end $$;
${['fee', 'fee_item'].map((table) => `create trigger guard before insert on hub.${table} for each row execute function hub.guard_fee();`).join('\n')}
`);
