import { forwardOnly } from './forward-only';
import { acting } from './protect';

const PUBLISHES = acting('performance.publish');

/** The hub's coordinators give the current reckoning a name, with which it is kept for ever (docs/adr/0035). */
export const Publications = forwardOnly('Publications1795305600155', `
create policy publishes on hub.performance_edition for update to hub_app using (${PUBLISHES} and is_current and name is null) with check (${PUBLISHES} and is_current and name is not null);
`);
