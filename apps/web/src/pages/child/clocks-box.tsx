import { useState } from 'react';
import { useChange } from '../../app/data';
import type { Problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { ProblemNote } from '../../components/await';
import { LinkButton } from '../../components/button';
import { Box } from '../../components/page-body';
import { RaiseDriftDocument, ReviewSearchDocument, type UnitRecordPartsFragment } from '../../gql/graphql';
import { dayWords, daysWords } from '../../words/dates';
import { plain } from '../../words/plain';
import { Delays } from '../drift/drift-table';

type Clocks = NonNullable<UnitRecordPartsFragment['searchClocks']>;

function pauseWords({ from, to, cause }: Clocks['pauses'][number]): string {
  return `${dayWords(from)} ${to ? `to ${dayWords(to)}` : 'until now'}${cause ? ` (${plain(cause).toLowerCase()})` : ''}`;
}

/** How long the search has gone on, and what holds it up. */
export function ClocksBox({ reference, waitingDays, clocks, onChanged }: { reference: string; waitingDays: number | null | undefined; clocks: Clocks; onChanged: () => void }) {
  const may = useMay();
  const [review] = useChange(ReviewSearchDocument);
  const [raise] = useChange(RaiseDriftDocument);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  const send = async (change: typeof review | typeof raise, words: string) => {
    const outcome = await change({ unit: reference });
    if (!outcome.ok) { setProblem(outcome.problem); return; }
    setSaid(words);
    onChanged();
  };
  const { searchDays, localDays, pausedDays, idleDays, withoutLinkDays, reviewedOn, pauses, delays } = clocks;
  return (
    <Box title="Clocks of the search">
      {problem && <ProblemNote problem={problem} />}
      <ul className="govuk-list govuk-body-s">
        {waitingDays !== null && waitingDays !== undefined && <li>Waiting: {daysWords(waitingDays)}</li>}
        <li>Searched for: {daysWords(searchDays)}</li>
        <li>Searched locally only: {daysWords(localDays)}</li>
        {idleDays !== null && idleDays !== undefined && <li>Since anybody moved a link: {daysWords(idleDays)}</li>}
        {withoutLinkDays !== null && withoutLinkDays !== undefined && <li>Without a link: {daysWords(withoutLinkDays)}</li>}
        <li>{reviewedOn ? `Search reviewed on ${dayWords(reviewedOn)}` : 'Search not reviewed yet'}</li>
        {pausedDays > 0 && <li>Paused, and not counted: {daysWords(pausedDays)}; {pauses.map(pauseWords).join(', ')}</li>}
      </ul>
      {delays.length > 0 && <p className="govuk-body-s"><Delays delays={delays} /></p>}
      {may('drift.review') && <p className="govuk-body-s"><LinkButton onClick={() => void send(review, 'Recorded: the search was reviewed today.')}>Record that the search was reviewed today</LinkButton></p>}
      {may('drift.raise') && <p className="govuk-body-s"><LinkButton onClick={() => void send(raise, 'The worker and the managers are told.')}>Raise drift: ask why it does not move</LinkButton></p>}
      <p className="govuk-body-s" role="status">{said}</p>
    </Box>
  );
}
