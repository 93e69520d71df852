import { forwardOnly } from './forward-only';
import { acting, OWN } from './protect';

/** What ends a search or takes a family out ends its links with it, in the same transaction. */
const ENDS = ['children.create', 'children.edit', 'familyFinding.change', 'imports.apply', 'adopters.create', 'adopters.edit'] as const;
const OF_OWN_SIDE = '(agency_id = any(array(select hub.visible_agencies())) or household_agency_id = any(array(select hub.visible_agencies())))';

const CLOSING = `
create policy party_ends on hub.link for update to hub_app using (${OF_OWN_SIDE} and ${acting(...ENDS)});
create policy own_ends on hub.link_reason for insert to hub_app with check (${OWN} and ${acting(...ENDS)} and exists (select from hub.link l where l.id = link_reason.link_id));
`;

/** Links end with the search or the approval that they stood on. */
export const ClosedLinks = forwardOnly('ClosedLinks1795305600085', CLOSING);
