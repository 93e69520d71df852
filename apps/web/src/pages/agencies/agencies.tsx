import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { ButtonLink } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { AgenciesPageDocument, type AgenciesPageQuery } from '../../gql/graphql';
import { regionWords } from '../../words/cards';
import { dayWords } from '../../words/dates';
import { agencyKindWords } from '../../words/people';
import { AgreementEntry } from './agreement-entry';

export default function Agencies() {
  const may = useMay();
  const data = useData(AgenciesPageDocument, {});
  return (
    <Await of={data} what="the agencies">
      {({ agencies, agreements }) => (
        <PageBody>
          <DoneBanner />
          <div className="hub-title-row">
            <Heading title="Agencies" />
            {may('agencies.manage') && <ButtonLink to="/agencies/new" kind="secondary">Add an agency</ButtonLink>}
          </div>
          <Table caption="Agencies" captionHidden rows={agencies} keyOf={({ code }) => code} columns={[
            { title: 'Name', names: true, cell: ({ name, code }) => <>{name} <span className="hub-secondary">{code}</span></> },
            { title: 'Kind', cell: ({ kind }) => agencyKindWords(kind) },
            { title: 'Region', cell: ({ regionBand }) => regionWords(regionBand) },
            { title: 'Member', cell: ({ memberSince, memberUntil }) => (memberSince ? `since ${dayWords(memberSince)}${memberUntil ? `, until ${dayWords(memberUntil)}` : ''}` : 'no') },
          ]} />
          <p className="govuk-body"><Link className="govuk-link" to="/local-search">How long new children and families stay with their own agency</Link></p>
          <Agreements agreements={agreements} mayManage={may('agreements.manage')} mayRead={may('agreements.document')} />
        </PageBody>
      )}
    </Await>
  );
}

function Agreements({ agreements, mayManage, mayRead }: { agreements: AgenciesPageQuery['agreements']; mayManage: boolean; mayRead: boolean }) {
  return (
    <section>
      <div className="hub-title-row">
        <h2 className="govuk-heading-m">Information-sharing agreements</h2>
        {mayManage && <ButtonLink to="/agencies/agreements/new" kind="secondary">Add an agreement</ButtonLink>}
      </div>
      <p className="govuk-body">Agencies share only while both are members and a live agreement covers both, and no further than the stage it allows. Ending one closes what was granted under it at once.</p>
      {agreements.length === 0 ? <p className="govuk-body">There is none: nothing is shared.</p> : (
        agreements.map((agreement) => <AgreementEntry key={agreement.reference} agreement={agreement} mayManage={mayManage} mayRead={mayRead} />)
      )}
    </section>
  );
}
