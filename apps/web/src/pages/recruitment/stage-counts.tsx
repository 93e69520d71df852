import { Table } from '../../components/table';
import type { RecruitmentRegionQuery } from '../../gql/graphql';
import { stageWords } from '../../words/recruitment';

type Stages = RecruitmentRegionQuery['recruitmentRegion'][number]['stages'];

const countWords = ({ households, late }: Stages[number]): string => (late === 0 ? String(households) : `${households}, ${late} late`);

/** The columns of the board with how many stand there. */
export function StageCounts({ stages }: { stages: Stages }) {
  return (
    <ul className="hub-stages" aria-label="Households by stage">
      {stages.map((one) => (
        <li key={one.stage} className="hub-stages__one">
          <span className="hub-stages__name">{stageWords(one.stage)}</span>
          <strong className="hub-stages__count">{one.households}</strong>
          <span className="hub-stages__late">{one.late === 0 ? 'none late' : `${one.late} late`}</span>
        </li>
      ))}
    </ul>
  );
}

/** Agencies beside one another: how many, and never who. */
export function RegionCounts({ boards }: { boards: RecruitmentRegionQuery['recruitmentRegion'] }) {
  const stages = boards[0]?.stages.map(({ stage }) => stage) ?? [];
  return (
    <Table caption="By agency" rows={boards} keyOf={({ agency }) => agency.code} columns={[
      { title: 'Agency', names: true, cell: ({ agency }) => agency.name },
      ...stages.map((stage, at) => ({ title: stageWords(stage), numeric: true, cell: (board: (typeof boards)[number]) => { const one = board.stages[at]; return one ? countWords(one) : ''; } })),
    ]} />
  );
}
