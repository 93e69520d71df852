import { Link } from 'react-router';
import { Box } from '../../../components/page-body';
import { count } from '../../../words/plain';
import type { MeetingOfPage } from '../meeting-of-page';

export function MinutesBox({ meeting: { reference, items, actions, status } }: { meeting: MeetingOfPage }) {
  const decided = items.filter(({ outcome, pairs }) => outcome !== null || pairs.some((pair) => pair.outcome !== null)).length;
  return (
    <Box title="Minutes">
      <p className="govuk-body-s">Written from what is recorded here. {status === 'CLOSED' ? 'They are complete' : 'Draft'}: outcomes of {count(decided, 'item', 'items')}, {count(actions.length, 'action', 'actions')}.</p>
      <p className="govuk-body-s"><Link className="govuk-link" to={`/meetings/${reference}/minutes`}>{status === 'CLOSED' ? 'Read the minutes' : 'Read the draft'}</Link></p>
    </Box>
  );
}
