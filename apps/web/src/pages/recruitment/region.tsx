import { useData } from '../../app/data';
import { Await } from '../../components/await';
import { RecruitmentRegionDocument } from '../../gql/graphql';
import { RegionCounts } from './stage-counts';

/** Of other agencies how many, and never who. */
export function RegionPart() {
  const found = useData(RecruitmentRegionDocument, {});
  return (
    <section>
      <h2 className="govuk-heading-m">The region</h2>
      <p className="govuk-body">How many households of each agency stand where. Nobody but their own agency is told who they are.</p>
      <Await of={found} what="the region">
        {({ recruitmentRegion: boards }) => (boards.length === 0 ? <p className="govuk-body">No agency shares with yours.</p> : <RegionCounts boards={boards} />)}
      </Await>
    </section>
  );
}
