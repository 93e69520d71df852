import { REPORT_SECTIONS, type ReportSection } from '@hub/domain/performance/executive-report';
import { Link } from 'react-router';
import { Table } from '../../components/table';
import type { ReportPartsFragment } from '../../gql/graphql';
import { dayWords } from '../../words/dates';

/** What is to become better: promised in this report, and open from earlier ones. */
export function ReportActions({ report: { actions, from, mayWrite } }: { report: ReportPartsFragment }) {
  return (
    <section aria-labelledby="actions">
      <h2 className="govuk-heading-m" id="actions">Improvement actions</h2>
      {actions.length === 0 ? <p className="govuk-body">None.</p> : (
        <Table caption="Improvement actions" captionHidden rows={actions} keyOf={({ id }) => id} columns={[
          { title: 'What', names: true, cell: ({ words }) => words ?? '(destroyed)' },
          { title: 'About', cell: ({ section }) => REPORT_SECTIONS[section as ReportSection] },
          { title: 'Who', cell: ({ owner }) => owner },
          { title: 'Until', cell: ({ dueOn }) => dayWords(dueOn) },
          { title: 'Reviewed on', cell: ({ reviewOn }) => dayWords(reviewOn) },
          { title: 'Done', cell: (action) => <Done action={action} from={from} mayWrite={mayWrite} /> },
        ]} />
      )}
      {mayWrite && <p className="govuk-body"><Link className="govuk-link" to={`/performance/reports/${from}/action`}>Add an action</Link></p>}
    </section>
  );
}

function Done({ action: { id, words, doneOn }, from, mayWrite }: { action: ReportPartsFragment['actions'][number]; from: string; mayWrite: boolean }) {
  if (doneOn) return <>{dayWords(doneOn)}</>;
  if (!mayWrite) return <>Not yet</>;
  return <>Not yet. <Link className="govuk-link" to={`/performance/reports/${from}/action/${id}`}>Record that it is done<span className="govuk-visually-hidden">: {words}</span></Link></>;
}
