import { forwardOnly } from './forward-only';

/** A key for each find: of its two subjects either may be missing. */
export const KeyOfFinds = forwardOnly('KeyOfFinds1795305600082', `
alter table hub.search_find add column id uuid primary key default gen_random_uuid();
create index search_find_gone on hub.search_find (search_id) where gone_at is not null;
`);
