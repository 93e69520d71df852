import { useEffect, useRef, useState } from 'react';
import { meetingOutcomeWords } from '../../../words/meetings';
import type { MeetingOfPage } from '../meeting-of-page';

/** What stands recorded, by whom it is about. */
function decisions({ items }: MeetingOfPage): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { unitReference, outcome, version, decidedBy, pairs } of items) {
    const by = (person: { readonly displayName: string } | null | undefined): string => (person ? `, by ${person.displayName}` : '');
    if (unitReference && outcome) found.set(`${unitReference} ${version ?? 0}`, `${unitReference}: ${meetingOutcomeWords(outcome).toLowerCase()}${by(decidedBy)}`);
    for (const pair of pairs) if (pair.outcome) found.set(`${unitReference ?? ''} ${pair.householdReference} ${pair.version}`, `${pair.householdReference}: ${meetingOutcomeWords(pair.outcome).toLowerCase()}${by(pair.decidedBy)}`);
  }
  return found;
}

const MOST = 3;

/** New outcomes and the next item, in a few words for readers of screens. */
export function useAnnounced(meeting: MeetingOfPage): string {
  const before = useRef(meeting);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const was = before.current;
    before.current = meeting;
    if (was.version === meeting.version) return;
    const known = decisions(was);
    const news = [...decisions(meeting)].filter(([key]) => !known.has(key)).map(([, words]) => words);
    const item = meeting.items.find(({ position }) => position === meeting.current);
    if (was.current !== meeting.current && item) news.unshift(`Item ${item.position} of ${meeting.items.length}${item.unitReference ? `: ${item.unitReference}` : ''}`);
    if (was.status !== meeting.status && meeting.status === 'CLOSED') news.unshift('The meeting is closed');
    if (news.length > 0) setSaid(news.length > MOST ? `${news.length} changes are recorded.` : `${news.join('. ')}.`);
  }, [meeting]);
  return said;
}
