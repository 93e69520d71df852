import { Link, useParams } from 'react-router';
import { useData, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { Success } from '../../components/banner';
import { PageBody } from '../../components/page-body';
import { ReleasePageDocument } from '../../gql/graphql';
import { ReleaseCard } from '../profile/release-card';

/** What others would read, for the second person: without the record behind it. */
export default function ReleasePage() {
  const { id = '' } = useParams();
  const found = useData(ReleasePageDocument, { id });
  const [said, changed] = useSaid(found.refresh);
  return (
    <Await of={found} what="the profile">
      {({ release }) => (
        <PageBody narrow back={{ to: '/', label: 'My work' }}>
          {said && <Success key={said}>{said}</Success>}
          <Heading title={`Profile of ${release.subject}`} />
          <ReleaseCard release={release} onChanged={changed} />
          <p className="govuk-body"><Link className="govuk-link" to={`/${release.subjectType === 'UNIT' ? 'children' : 'families'}/${release.subject}`}>See the record of {release.subject}</Link></p>
        </PageBody>
      )}
    </Await>
  );
}
