/**
 * The children of a placement, as its fee counts them: on which day the first moved in, and when all of them had an order or none stayed.
 * Who never moved in because the match fell counts for nothing.
 */
export const PLACED = (placementId: string): string => `(
  select min(c.placed_on) as moved_in_on, count(*)::int as children,
    case when bool_and(c.adopted_on is not null or c.disrupted_on is not null) then max(c.adopted_on) end as order_on,
    case when bool_and(c.disrupted_on is not null) then max(c.disrupted_on) end as disrupted_on
  from hub.placement_child c where c.placement_id = ${placementId} and c.fell_on is null)`;
