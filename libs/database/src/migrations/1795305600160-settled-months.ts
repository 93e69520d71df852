import { forwardOnly } from './forward-only';

/** Until when the region was shown of other councils once, or of other records of theirs: up to there nothing that is shown is divided any more (docs/adr/0032). */
export const SettledMonths = forwardOnly('SettledMonths1795305600160', `
alter table hub.performance_edition add column settled_until date check (extract(day from settled_until) = 1 and settled_until <= last_month);
`);
