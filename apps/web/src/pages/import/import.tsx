import { useEffect } from 'react';
import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { Details } from '../../components/details';
import { PageBody } from '../../components/page-body';
import { Progress } from '../../components/progress';
import { Table } from '../../components/table';
import { ImportPageDocument } from '../../gql/graphql';
import { count } from '../../words/plain';
import { importKindWords, importStatusWords } from '../../words/states';
import type { Batch } from './batch';
import { Decide } from './decide';
import { Differences } from './differences';
import { Issues } from './issues';

const POLL_EVERY = 1000;
const isWorking = (status: string): boolean => /^(QUEUED|CHECKING|APPLYING)$/.test(status);

export default function ImportPage() {
  const { reference = '' } = useParams();
  const asked = useData(ImportPageDocument, { reference });
  const status = asked.data?.importBatch?.status;
  const { fetching, refresh } = asked;
  useEffect(() => {
    if (fetching || status === undefined || !isWorking(status)) return undefined;
    const timer = window.setTimeout(refresh, POLL_EVERY);
    return () => window.clearTimeout(timer);
  }, [fetching, status, refresh, asked.data]);
  return (
    <Await of={asked} what="the import">
      {({ importBatch }) => (importBatch ? <BatchPage batch={importBatch} onChanged={refresh} /> : <ProblemPage problem={problem('NOT_FOUND')} />)}
    </Await>
  );
}

const sum = (batch: Batch, of: (counts: Batch['counts'][number]) => number): number => batch.counts.reduce((total, counts) => total + of(counts), 0);

/** The finding first: what the file would do, or did. */
function headline(batch: Batch): string {
  const done = batch.status === 'APPLIED';
  const parts = `${count(sum(batch, ({ added }) => added), 'record', 'records')} ${done ? 'added' : 'to add'}, ${sum(batch, ({ changed }) => changed)} ${done ? 'changed' : 'to change'}, ${sum(batch, ({ unchanged }) => unchanged)} unchanged, ${count(sum(batch, ({ refused }) => refused), 'row', 'rows')} refused`;
  switch (batch.status) {
    case 'CHECKED': return `${parts}. Nothing is changed yet.`;
    case 'APPLIED': return `${parts}.`;
    case 'FAILED': return batch.errorMessage ?? 'The file could not be used. Nothing was changed.';
    case 'DISCARDED': return 'This import was discarded. Nothing was changed.';
    default: return 'The file is being worked on. You can leave this page and come back.';
  }
}

function BatchPage({ batch, onChanged }: { batch: Batch; onChanged: () => void }) {
  const reported = batch.counts.length > 0;
  return (
    <PageBody back={{ to: '/files', label: 'Imports' }}>
      <DoneBanner />
      <Heading title={`Import ${batch.reference}`} />
      <p className="hub-secondary">{importKindWords(batch.kind)}, <span className="hub-break">{batch.fileName}</span></p>
      <p className="govuk-body-l" role="status">{headline(batch)}</p>
      {isWorking(batch.status) && <Progress label={`Import ${batch.reference}`} percent={batch.progress} step={batch.step ?? importStatusWords(batch.status)} />}
      {reported && (
        <Table caption="Counts" rows={batch.counts} keyOf={({ sheet }) => sheet} columns={[
          { title: 'Sheet', names: true, cell: ({ sheet }) => sheet },
          { title: 'Rows', numeric: true, cell: ({ rows }) => rows },
          { title: batch.status === 'APPLIED' ? 'Added' : 'To add', numeric: true, cell: ({ added }) => added },
          { title: batch.status === 'APPLIED' ? 'Changed' : 'To change', numeric: true, cell: ({ changed }) => changed },
          { title: 'Unchanged', numeric: true, cell: ({ unchanged }) => unchanged },
          { title: 'Refused', numeric: true, cell: ({ refused }) => refused },
        ]} />
      )}
      {batch.status === 'CHECKED' && <Decide batch={batch} refused={sum(batch, ({ refused }) => refused)} onChanged={onChanged} />}
      {!isWorking(batch.status) && batch.status !== 'DISCARDED' && <Issues key={batch.status} reference={batch.reference} />}
      {reported && batch.status !== 'DISCARDED' && <Differences key={`differences ${batch.status}`} reference={batch.reference} />}
      {batch.mapping.length > 0 && <Mapping mapping={batch.mapping} />}
    </PageBody>
  );
}

function Mapping({ mapping }: { mapping: Batch['mapping'] }) {
  return (
    <Details summary="How the headings were read">
      <Table caption="Headings" captionHidden rows={mapping} keyOf={({ sheet, heading }) => `${sheet} ${heading}`} columns={[
        { title: 'Heading in the file', names: true, cell: ({ heading }) => heading },
        { title: 'Sheet', cell: ({ sheet }) => sheet },
        { title: 'Field of the hub', cell: ({ field }) => field ?? 'not used' },
      ]} />
    </Details>
  );
}
