import { forwardOnly } from './forward-only';
import { acting } from './protect';

const REMINDERS = `
-- Of what day a notice reminds, and how many days ahead: 60, 30, 7, or 0 for the day itself.
alter table hub.notice add column due_on date, add column days_left integer check (days_left in (60, 30, 7, 0)),
  add constraint notice_due check ((due_on is null) = (days_left is null));
-- Each is told once, however often the round is made.
create unique index notice_reminder on hub.notice (agency_id, kind, subject_reference, due_on, days_left, coalesce(role, user_id::text)) where due_on is not null;
drop trigger audit on hub.notice;
select audit.watch('hub.notice', array['read_at']);

-- What the daily round reads of every agency: when consents end, and whose household it is.
${['household', 'adopter_consent', 'app_user'].map((table) => `create policy remind on hub.${table} for select to hub_app using (${acting('notices.remind')});`).join('\n')}
`;

/** Notices that remind of a day to come. */
export const Reminders = forwardOnly('Reminders1795305600067', REMINDERS);
