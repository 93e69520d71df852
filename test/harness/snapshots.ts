import type { World } from './world';

const FUNCTIONS = `
create table public.snapshot (number integer, name text, rows jsonb, primary key (number, name));
create table public.told_column as
select table_name::text as name, string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns where table_schema = 'hub' and is_generated = 'NEVER' group by table_name;
create function public.take_snapshot(p_number integer) returns void language plpgsql as $$
declare
  v_name text;
begin
  delete from public.snapshot where number = p_number;
  for v_name in select tablename from pg_tables where schemaname = 'hub' loop
    execute format('insert into public.snapshot select $1, $2, jsonb_agg(to_jsonb(t)) from hub.%I t', v_name) using p_number, v_name;
  end loop;
end $$;
create function public.restore_snapshot(p_number integer) returns void language plpgsql as $$
declare
  v record;
begin
  for v in
    select s.name, s.rows, c.columns from public.snapshot s join public.told_column c on c.name = s.name where s.number = p_number
  loop
    execute format('delete from hub.%I', v.name);
    if v.rows is not null then
      execute format('insert into hub.%1$I (%2$s) overriding system value select %2$s from jsonb_populate_recordset(null::hub.%1$I, $1)', v.name, v.columns) using v.rows;
    end if;
  end loop;
end $$;
`;

/** All that lies in the hub's tables, kept under a number and put back past the door: for walks that begin where others began. The logs go on. */
export interface Snapshots {
  take(number: number): Promise<void>;
  restore(number: number): Promise<void>;
}

export async function openSnapshots({ sql }: Pick<World, 'sql'>): Promise<Snapshots> {
  await sql(FUNCTIONS);
  return {
    take: async (number) => void (await sql(`select public.take_snapshot(${number})`)),
    restore: async (number) => void (await sql(`begin; set local session_replication_role = 'replica'; select public.restore_snapshot(${number}); commit`)),
  };
}
