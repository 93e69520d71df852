import { forwardOnly } from './forward-only';

/** A reason stands beside a ruling out alone, also where there is no outcome yet: null is no answer to a check. */
export const ReasonsOfMeetings = forwardOnly('ReasonsOfMeetings1795305600079', `
alter table hub.meeting_pair add constraint meeting_pair_reason check (reason is null or coalesce(outcome = 'RULE_OUT', false));
`);
