import { forwardOnly } from './forward-only';
import { acting, OWN } from './protect';

const BOUNDARY = `
-- docs/adr/0010. Up to where a chain has gone into a file, and into which. What stands here is never changed or deleted.
create table audit.boundary (
  agency_id uuid not null,
  -- The last link in the file, and its hash: the chain in the database goes on from there.
  seq bigint not null,
  hash bytea not null check (length(hash) = 32),
  first_seq bigint not null check (first_seq between 1 and seq),
  -- All that the file holds is older than this day in England.
  before date not null,
  file_name text not null check (file_name ~ '^[A-Za-z0-9-]{1,100}[.]jsonl$'),
  content_hash bytea not null check (length(content_hash) = 32),
  signed_at timestamptz not null,
  signing_key text not null,
  signature text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (agency_id, seq)
);
alter table audit.boundary enable row level security;
alter table audit.boundary force row level security;
create policy add on audit.boundary for insert to hub_owner with check (true);
create policy link_select on audit.boundary for select to hub_owner using (true);
create policy own_select on audit.boundary for select to hub_app using (${acting('audit.whoLooked', 'audit.search')} and ${OWN});
create policy verify on audit.boundary for select to hub_app using (${acting('audit.verify', 'audit.archive')});
grant select on audit.boundary to hub_app;

${['access', 'event', 'chain', 'chain_head'].map((table) => `create policy archive on audit.${table} for select to hub_app using (${acting('audit.archive')});`).join('\n')}
`;

const under = (kind: 'access' | 'event'): string => `
create policy archived on audit.${kind} for delete to hub_owner using (at < now() - interval '10 years' and exists (
  select from audit.chain c join audit.boundary b on b.agency_id = c.agency_id and b.seq >= c.seq where c.kind = '${kind}' and c.row_id = ${kind}.id));`;

// FORCE binds the owner of the log too, so that these hold whatever function deletes.
const REMOVAL = `
-- The only rows that ever leave the log: ten years old, and under a boundary that is recorded.
${under('access')}
${under('event')}
create policy archived on audit.chain for delete to hub_owner using (exists (
  select from audit.boundary b where b.agency_id = chain.agency_id and b.seq >= chain.seq));

-- Takes out of the log what stands in an archive file, for hub_owner alone. The chain is computed anew from the rows
-- themselves up to the last link in the file, so that nothing goes that was altered, is missing or is too young.
create function audit.archive(p_boundary jsonb) returns bigint language plpgsql security definer set search_path = '' set timezone = 'UTC' as $$
declare
  agency constant uuid := p_boundary ->> 'agencyId';
  ending constant bigint := p_boundary ->> 'seq';
  reached audit.boundary;
  link record;
begin
  perform from audit.chain_head h where h.agency_id = agency for update;
  select * into reached from audit.boundary b where b.agency_id = agency order by b.seq desc limit 1;
  reached.seq := coalesce(reached.seq, 0);
  reached.hash := coalesce(reached.hash, decode(repeat('00', 32), 'hex'));
  if (p_boundary ->> 'first')::bigint <> reached.seq + 1 then
    raise exception 'The file begins at link % and the log at link %.', p_boundary ->> 'first', reached.seq + 1;
  end if;
  for link in
    select c.seq, c.hash, coalesce(to_jsonb(a), to_jsonb(e)) as content, coalesce(a.at, e.at) as at
    from audit.chain c left join audit.access a on c.kind = 'access' and a.id = c.row_id left join audit.event e on c.kind = 'event' and e.id = c.row_id
    where c.agency_id = agency and c.seq between reached.seq + 1 and ending order by c.seq
  loop
    if link.seq <> reached.seq + 1 or link.content is null or sha256(reached.hash || convert_to(audit.canonical(link.content), 'UTF8')) <> link.hash then
      raise exception 'Link % is missing or is not what was written.', reached.seq + 1;
    end if;
    if link.at >= now() - interval '10 years' then
      raise exception 'Link % is younger than ten years.', link.seq;
    end if;
    reached.seq := link.seq;
    reached.hash := link.hash;
  end loop;
  if reached.seq <> ending or encode(reached.hash, 'hex') <> p_boundary ->> 'hash' then
    raise exception 'Link % of the log is not the last one of the file.', reached.seq;
  end if;
  insert into audit.boundary (agency_id, seq, hash, first_seq, before, file_name, content_hash, signed_at, signing_key, signature)
  values (agency, ending, reached.hash, (p_boundary ->> 'first')::bigint, (p_boundary ->> 'before')::date, p_boundary ->> 'file',
    decode(p_boundary ->> 'contentHash', 'hex'), (p_boundary ->> 'at')::timestamptz, p_boundary #>> '{signature,key}', p_boundary #>> '{signature,value}');
  delete from audit.access a using audit.chain c where c.agency_id = agency and c.seq <= ending and c.kind = 'access' and c.row_id = a.id;
  delete from audit.event e using audit.chain c where c.agency_id = agency and c.seq <= ending and c.kind = 'event' and c.row_id = e.id;
  delete from audit.chain c where c.agency_id = agency and c.seq <= ending;
  insert into audit.event (agency_id, action, table_name, row_id, operation, after)
  values (nullif(agency, '00000000-0000-0000-0000-000000000000'), 'audit.archive', 'boundary', agency || ':' || ending, 'INSERT',
    jsonb_build_object('first', p_boundary -> 'first', 'seq', ending, 'before', p_boundary -> 'before', 'file', p_boundary -> 'file', 'content', p_boundary -> 'contentHash'));
  return ending - (p_boundary ->> 'first')::bigint + 1;
end $$;
`;

/** Old rows of the log go into files, and the chain goes on from a recorded boundary. */
export const AuditArchive = forwardOnly('AuditArchive1795305600065', BOUNDARY + REMOVAL);
