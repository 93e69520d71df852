import { Link } from 'react-router';
import { Table, type Column } from '../../components/table';
import { Tag } from '../../components/tag';
import type { LookPartsFragment } from '../../gql/graphql';
import { actionWords, deliveryWords, fieldWords, outcomeWords, purposeWords, stageWords } from '../../words/audit';
import { instantWords } from '../../words/dates';
import { roleWords } from '../../words/people';
import { count } from '../../words/plain';

type Look = LookPartsFragment;

const FOLDERS: Readonly<Record<string, string>> = { UNIT: '/children', HOUSEHOLD: '/families' };

function Who({ person, isSystem, agencyName, roles }: Look) {
  return <>{person ?? (isSystem ? 'The hub' : 'Somebody')}{agencyName && <>, {agencyName}</>}{roles.length > 0 && <span className="hub-secondary"><br />{roles.map(roleWords).join(', ')}</span>}</>;
}

function What({ stage, action, fields, count: shown }: Look) {
  // Of a refusal at the door it is how often it happened.
  const [one, many] = /^(auth|api)\./.test(action) ? ['time', 'times'] : ['record', 'records'];
  return (
    <>
      {[stageWords(stage), actionWords(action)].filter(Boolean).join('. ')}{shown != null && <>. {count(shown, one, many)}</>}
      {fields.length > 0 && (
        <details className="hub-fold">
          <summary>{count(fields.length, 'field', 'fields')}</summary>
          <ul className="govuk-list govuk-body-s">{fields.map((field) => <li key={field}>{fieldWords(field)}</li>)}</ul>
        </details>
      )}
    </>
  );
}

function Outcome({ outcome, delivery }: Look) {
  const tone = outcome === 'ALLOWED' && delivery !== 'NOT_DELIVERED' ? 'green' : 'amber';
  return <Tag tone={tone}>{delivery === 'DELIVERED' || delivery === 'NOT_SENT' ? outcomeWords(outcome) : `${outcomeWords(outcome)}, ${deliveryWords(delivery)}`}</Tag>;
}

function Subject({ subject, subjectType }: Look) {
  const folder = FOLDERS[subjectType ?? ''];
  return folder && subject ? <Link className="govuk-link" to={`${folder}/${subject}/looks`}>{subject}</Link> : <>{subject ?? ''}</>;
}

/** Rows of the access log; with `withSubject` each says what record it is about. */
export function LookTable({ looks, caption, withSubject = false }: { looks: readonly Look[]; caption: string; withSubject?: boolean }) {
  const subject: Column<Look> = { title: 'Record', cell: (look) => <Subject {...look} /> };
  return (
    <Table caption={caption} captionHidden rows={looks} keyOf={({ at }, index) => `${at} ${index}`} columns={[
      { title: 'When', names: true, cell: ({ at }) => instantWords(at) },
      { title: 'Who', cell: (look) => <Who {...look} /> },
      ...(withSubject ? [subject] : []),
      { title: 'Purpose', cell: ({ purpose, reason, agreement, grant }) => <>{purposeWords(purpose)}{reason && `: ${reason}`}{(agreement || grant) && <span className="hub-secondary"><br />under {[agreement, grant].filter(Boolean).join(', ')}</span>}</> },
      { title: 'What was shown', cell: (look) => <What {...look} /> },
      { title: 'Outcome', cell: (look) => <Outcome {...look} /> },
    ]} />
  );
}
