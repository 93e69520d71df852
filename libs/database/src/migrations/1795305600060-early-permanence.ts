import { forwardOnly } from './forward-only';

const GATE = `
-- Early-permanence children are shown only where the viewer's agency has a household approved for it (product.md), and
-- early permanence needs one that is free: the rule of stageOf and availabilityOf, which count an approved household as
-- available until somebody records that it is not. The hub's coordinators see the region.
create function hub.sees_early_permanence(p_agency uuid) returns boolean language sql stable as $$
  select exists (select from hub.agency a where a.id = p_agency and a.kind = 'HUB')
    or exists (
      select from hub.household h
      where h.agency_id = p_agency and h.early_permanence and h.state in ('APPROVED', 'LINKED') and h.availability is distinct from 'NOT_AVAILABLE'
    )
$$;
grant execute on function hub.sees_early_permanence(uuid) to hub_app;

create or replace function hub.own_ep_approval() returns boolean language plpgsql stable as $$
begin
  return hub.sees_early_permanence(hub.own_agency());
end $$;
`;

const AUDIENCE = `
-- Memberships are readable in every context; a definer function acts as the owner, who is bound by FORCE too.
create policy owner_select on hub.membership for select to hub_owner using (true);

-- The own agency's partners who see early-permanence children today. Of their households it tells that there is one, and
-- neither which nor how many: that much the custodian of such a child has to know, to tell who can see it.
create function hub.early_permanence_partners() returns setof uuid language sql stable security definer set search_path = '' as $$
  select p from hub.partner_agencies() p where hub.sees_early_permanence(p)
$$;
grant execute on function hub.early_permanence_partners() to hub_app;
`;

/** One rule for who sees early-permanence children, and who of the partners that is. */
export const EarlyPermanence = forwardOnly('EarlyPermanence1795305600060', GATE + AUDIENCE);
