import { useState } from 'react';
import type { Problem } from '../../app/problems';
import { useFocusBack } from '../../app/use-focus-back';
import { ProblemNote } from '../../components/await';
import type { MyWorkQuery } from '../../gql/graphql';
import { MeetingTable } from '../meetings/meetings';
import { MyActions } from '../meetings/my-actions';

/** What meetings ask of this person: to come, and to do what they promised there. */
export function MeetingWork({ work: { meetings, meetingActions }, onChanged }: { work: MyWorkQuery['myWork']; onChanged: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  const [place, back] = useFocusBack<HTMLDivElement>();
  return (
    <div ref={place} tabIndex={-1}>
      <p className="govuk-body" role="status">{said}</p>
      {problem && <ProblemNote problem={problem} />}
      {meetingActions.length > 0 && (
        <MyActions actions={meetingActions} onFinished={(outcome) => {
          setProblem(outcome.ok ? null : outcome.problem);
          setSaid(outcome.ok ? 'The action is done, and the meeting’s minutes say so.' : '');
          back();
          onChanged();
        }} />
      )}
      {meetings.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">Meetings</h2>
          <MeetingTable meetings={meetings} caption="Meetings to come and under way" />
        </section>
      )}
    </div>
  );
}
