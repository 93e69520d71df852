import { useState } from 'react';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { useMay, useViewer } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { Checkboxes } from '../../components/choices';
import { Download } from '../../components/download';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { RecruitmentBoardDocument, type BoardFilter, type RecruitmentBoardQuery } from '../../gql/graphql';
import { dayWords, daysWords } from '../../words/dates';
import { count } from '../../words/plain';
import { STAGE_OPTIONS, stageWords } from '../../words/recruitment';
import { RegionPart } from './region';
import { StageCounts } from './stage-counts';

export default function RecruitmentPage() {
  const may = useMay();
  if (!may('recruitment.readRegion')) return <ProblemPage problem={problemFor('FORBIDDEN')} />;
  return (
    <PageBody>
      <Heading title="Recruitment" />
      <ul className="govuk-list hub-inline">
        {may('enquiries.take') && <li><Link className="govuk-link" to="/enquiries">Enquiries</Link></li>}
        {may('courses.read') && <li><Link className="govuk-link" to="/courses">Courses and information events</Link></li>}
      </ul>
      {may('recruitment.read') && <OwnBoard />}
      {may('recruitment.readRegion') && <RegionPart />}
    </PageBody>
  );
}

function OwnBoard() {
  const [filter, setFilter] = useState<BoardFilter>({});
  const [before, setBefore] = useState<readonly string[]>([]);
  const found = useData(RecruitmentBoardDocument, { filter, first: 20, after: before.at(-1) });
  const may = useMay();
  const { agency } = useViewer();
  return (
    <>
      <p className="govuk-body">Households of {agency.name} on their way to approval and a match. Days leave out pauses that stop the stage’s clock; the fast track has no stage one.</p>
      <Await of={found} what="the board">
        {({ recruitmentBoard: board }) => (
          <>
            <StageCounts stages={board.stages} />
            <Search filter={filter} workers={board.workers} onSearch={(next) => { setFilter(next); setBefore([]); }} />
            <p className="govuk-body" role="status">{count(board.totalCount, 'household', 'households')}.</p>
            {board.edges.length > 0 && <BoardTable rows={board.edges.map(({ node }) => node)} />}
            <Pager label="Pages of households" before={before} page={board.pageInfo} onMove={setBefore} />
            {may('recruitment.export') && <Download label="Download as CSV" path="/recruitment-files/board.csv" body={{ filter }} />}
          </>
        )}
      </Await>
    </>
  );
}

type Board = RecruitmentBoardQuery['recruitmentBoard'];
type Row = Board['edges'][number]['node'];

function BoardTable({ rows }: { rows: readonly Row[] }) {
  return (
    <Table caption="Households, what is late first" captionHidden rows={rows} keyOf={({ household }) => household} columns={[
      { title: 'Household', names: true, cell: ({ household }) => <Link className="govuk-link" to={`/families/${household}/assessment`}>{household}</Link> },
      { title: 'Stage', cell: ({ stage }) => stageWords(stage) },
      { title: 'Since', cell: ({ since, days }) => (since ? `${dayWords(since)}${days === null || days === undefined ? '' : `, ${daysWords(days)}`}` : 'not recorded') },
      { title: 'Due', cell: ({ dueOn, isLate }) => (dueOn ? <>{dayWords(dueOn)} {isLate && <Tag tone="red">Late</Tag>}</> : 'nothing due') },
      { title: 'Provisional panel date', cell: ({ provisionalPanelOn }) => (provisionalPanelOn ? dayWords(provisionalPanelOn) : 'none') },
      { title: 'Worker', cell: ({ worker }) => worker?.displayName ?? 'nobody yet' },
    ]} />
  );
}

function Search({ filter, workers, onSearch }: { filter: BoardFilter; workers: Board['workers']; onSearch: (filter: BoardFilter) => void }) {
  const send = async (answers: FormReader) => {
    onSearch({ stage: answers.text('stage') as BoardFilter['stage'], worker: answers.text('worker'), lateOnly: answers.all('late').includes('yes') || null });
    return null;
  };
  const people = [{ value: '', label: 'Anybody' }, { value: 'NONE', label: 'Nobody yet' }, ...workers.map(({ id, displayName }) => ({ value: id, label: displayName }))];
  return (
    <section className="hub-box hub-log-search" aria-label="Which households">
      <Form submit="Show" onSubmit={send}>
        <SelectField name="stage" label="Stage" options={STAGE_OPTIONS} value={filter.stage} />
        <SelectField name="worker" label="Worker" options={people} value={filter.worker} />
        <Checkboxes name="late" label="Late" options={[{ value: 'yes', label: 'Late only' }]} values={filter.lateOnly ? ['yes'] : []} small />
      </Form>
    </section>
  );
}
