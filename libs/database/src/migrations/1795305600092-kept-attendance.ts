import { forwardOnly } from './forward-only';

/** Who was there when a panel heard something was there: its quorum stays what it was. */
export const KeptAttendance = forwardOnly('KeptAttendance1795305600092', `
create function hub.guard_attendance_kept() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from hub.panel_item i where i.panel_id = old.panel_id and i.status = 'HEARD') then
    raise exception 'the panel has heard something' using errcode = 'HB003', constraint = 'panel_attended';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger kept before update of attendance or delete on hub.panel_attendance for each row when (old.attendance = 'PRESENT') execute function hub.guard_attendance_kept();
`);
