import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { ButtonLink } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { AgenciesPageDocument, type AgenciesPageQuery } from '../../gql/graphql';
import { regionWords } from '../../words/cards';
import { dayWords } from '../../words/dates';
import { agencyKindWords } from '../../words/people';

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
          <Agreements agreements={agreements} mayManage={may('agreements.manage')} />
        </PageBody>
      )}
    </Await>
  );
}

function Agreements({ agreements, mayManage }: { agreements: AgenciesPageQuery['agreements']; mayManage: boolean }) {
  return (
    <section>
      <div className="hub-title-row">
        <h2 className="govuk-heading-m">Information-sharing agreements</h2>
        {mayManage && <ButtonLink to="/agencies/agreements/new" kind="secondary">Add an agreement</ButtonLink>}
      </div>
      <p className="govuk-body">Agencies see each other’s cards and profiles only while both are members and an agreement of the purpose covers both.</p>
      {agreements.length === 0 ? <p className="govuk-body">There is none: nothing is shared.</p> : (
        <Table caption="Agreements" captionHidden rows={agreements} keyOf={({ reference }) => reference} columns={[
          { title: 'Title', names: true, cell: ({ title, reference }) => <>{title} <span className="hub-secondary">{reference}</span></> },
          { title: 'Legal basis', cell: ({ legalBasis }) => legalBasis },
          { title: 'Parties', cell: ({ parties }) => parties.map(({ name }) => name).join(', ') },
          { title: 'From', cell: ({ startsOn, endsOn }) => `${dayWords(startsOn)}${endsOn ? ` to ${dayWords(endsOn)}` : ''}` },
          { title: 'Status', cell: ({ isLive }) => <Tag tone={isLive ? 'green' : 'grey'}>{isLive ? 'Live' : 'Not live'}</Tag> },
          ...(mayManage ? [{
            title: 'End',
            cell: ({ reference, title, isLive }: AgenciesPageQuery['agreements'][number]) => (isLive ? <Link className="govuk-link" to={`/agencies/agreements/${reference}/end`}>End<span className="govuk-visually-hidden"> {title}</span></Link> : null),
          }] : []),
        ]} />
      )}
    </section>
  );
}
