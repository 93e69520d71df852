import { forwardOnly } from './forward-only';

/** References of units, children and households are drawn at random, and row-level security hides other agencies' rows. */
export const TakenReferences = forwardOnly('TakenReferences1795305600110', `
-- Which of these references a child, group or family of any agency has. Answers with nothing but what was asked about.
create function hub.taken_references(p_drawn text[]) returns setof text
language sql stable security definer set search_path = '' as $$
  select d.reference from unnest(p_drawn) as d(reference) where hub.has_context() and (
    exists (select from hub.unit u where u.reference = d.reference)
    or exists (select from hub.child c where c.reference = d.reference)
    or exists (select from hub.household h where h.reference = d.reference))
$$;
grant execute on function hub.taken_references(text[]) to hub_app;
`);
