import { useState } from 'react';
import { Link } from 'react-router';
import { useChange } from '../../app/data';
import type { Problem } from '../../app/problems';
import { ProblemNote } from '../../components/await';
import { LinkButton } from '../../components/button';
import { MarkNoticeReadDocument, type MyWorkQuery } from '../../gql/graphql';
import { noticeWords } from '../../words/audit';
import { dayWords, instantWords } from '../../words/dates';
import { count, upperFirst } from '../../words/plain';

type Notice = MyWorkQuery['myWork']['notices'][number];

const FOLDERS: Readonly<Record<string, string>> = { UNIT: '/children', HOUSEHOLD: '/families' };

/** The page of a record that its notice is about; without an entry, who looked at it. */
const PAGES: Readonly<Record<string, string>> = {
  SEARCH_WIDENS: '', NO_LINK: '', SEARCH_REVIEW: '', DRIFT_RAISED: '', CLOCK_DUE: '', CLOCK_OVERDUE: '', CONSENT_ENDS: '/consent', DOCUMENT_REVIEWED: '/documents',
};

/** Where a notice leads. */
function placeOf({ kind, subject, subjectType }: Notice): string | null {
  if (subjectType === 'AGREEMENT') return `/agencies/agreements/${subject ?? ''}`;
  if (subjectType === 'SEARCH') return `/searches/${subject ?? ''}`;
  if (subjectType === 'LINK') return `/links/${subject ?? ''}`;
  if (/^FEE_/.test(kind)) return `/fees/placements/${subject ?? ''}`;
  if (subjectType === 'PLACEMENT') return `/placements/${subject ?? ''}`;
  if (subjectType === 'ENQUIRY') return '/enquiries';
  if (subjectType === 'COURSE') return `/courses/${subject ?? ''}`;
  if (subjectType === 'MEETING') return `/meetings/${subject ?? ''}`;
  if (subjectType === 'PANEL') return `/panels/${subject ?? ''}`;
  if (subjectType === 'PANEL_ITEM') return `/panels/items/${subject ?? ''}`;
  const folder = FOLDERS[subjectType ?? ''];
  return folder ? `${folder}/${subject ?? ''}${PAGES[kind] ?? '/looks'}` : null;
}

/** Of which day it reminds. */
function dueWords({ kind, dueOn, daysLeft }: Notice): string {
  if (!dueOn || /^(LINK_IDLE|NO_LINK|SEARCH_REVIEW)$/.test(kind)) return '';
  return daysLeft === 0 ? `, on ${dayWords(dueOn)}` : `, on ${dayWords(dueOn)}, in ${daysLeft ?? ''} days or less`;
}

function Words(notice: Notice) {
  const { kind, person, agency, subject, subjectType, count: many, folded } = notice;
  const who = person ?? (agency ? `Somebody of ${agency.name}` : null);
  const place = placeOf(notice);
  if (folded > 1 && subject && place) {
    return <><Link className="govuk-link" to={place}>{subject}</Link>: {folded} changes, last: {noticeWords(kind)}.</>;
  }
  return (
    <>
      {who ? `${who} ${noticeWords(kind)}` : upperFirst(noticeWords(kind))}
      {subjectType === 'SEARCH' ? <>: <Link className="govuk-link" to={place ?? ''}>{count(many ?? 1, 'new result', 'new results')}</Link></> : subject && <>: {place ? <Link className="govuk-link" to={place}>{subject}</Link> : subject}</>}{dueWords(notice)}.
    </>
  );
}

/** The inbox: what the hub has to tell this person, or a role that they hold. */
export function Notices({ notices, onRead }: { notices: readonly Notice[]; onRead: () => void }) {
  const [mark] = useChange(MarkNoticeReadDocument);
  const [problem, setProblem] = useState<Problem | null>(null);
  const read = async (id: string) => {
    const outcome = await mark({ id });
    if (outcome.ok) onRead();
    else setProblem(outcome.problem);
  };
  return (
    <section>
      <h2 className="govuk-heading-m">Notices</h2>
      {problem && <ProblemNote problem={problem} />}
      <ul className="govuk-list hub-notices">
        {notices.map((notice) => (
          <li key={notice.id}>
            <p className="govuk-body"><Words {...notice} /> <span className="hub-secondary">{instantWords(notice.at)}</span></p>
            <LinkButton onClick={() => void read(notice.id)}>Mark as read<span className="govuk-visually-hidden">: {noticeWords(notice.kind)}, {instantWords(notice.at)}</span></LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
