import { forwardOnly } from './forward-only';
import { acting } from './protect';

const HANDOVER = `
-- When the queue was last known to have the job; null until it is handed over. The row goes when the job has ended.
alter table hub.outbox add column handed_over_at timestamptz;
create index outbox_handed_over on hub.outbox (handed_over_at);

drop policy relay_update on hub.outbox;
create policy relay_update on hub.outbox for update to hub_app using (${acting('outbox.relay')}) with check (${acting('outbox.relay')});
`;

/** The outbox keeps a job until it has ended, so that a queue that forgets loses nothing. */
export const OutboxHandover = forwardOnly('OutboxHandover1795305600012', HANDOVER);
