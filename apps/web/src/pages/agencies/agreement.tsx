import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { PageBody } from '../../components/page-body';
import { AgenciesPageDocument } from '../../gql/graphql';
import { AgreementEntry } from './agreement-entry';

/** One agreement, where a notice leads. */
export default function Agreement() {
  const { reference = '' } = useParams();
  const may = useMay();
  const data = useData(AgenciesPageDocument, {});
  return (
    <Await of={data} what="the agreement">
      {({ agreements }) => {
        const agreement = agreements.find((one) => one.reference === reference);
        if (!agreement) return <ProblemPage problem={problem('NOT_FOUND')} />;
        return (
          <PageBody back={{ to: '/agencies', label: 'Agencies' }}>
            <Heading title={`Agreement ${reference}`} />
            <AgreementEntry agreement={agreement} mayManage={may('agreements.manage')} mayRead={may('agreements.document')} heading="h2" />
          </PageBody>
        );
      }}
    </Await>
  );
}
