import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { ButtonLink } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { UsersDocument } from '../../gql/graphql';
import { momentWords } from '../../words/dates';
import { roleWords, userStatusWords } from '../../words/people';
import { statusTone } from '../../words/states';

const START = { before: [] as readonly string[] };

export default function Users() {
  const may = useMay();
  const manages = may('users.manage') || may('users.manageAny');
  const [{ before }, change] = usePlaceState(START);
  const users = useData(UsersDocument, { first: 50, after: before.at(-1) ?? null });
  return (
    <Await of={users} what="the users">
      {({ users: { edges, pageInfo } }) => (
        <PageBody>
          <DoneBanner />
          <div className="hub-title-row">
            <Heading title="Users" />
            {manages && <ButtonLink to="/users/new" kind="secondary">Add a user</ButtonLink>}
          </div>
          {may('users.manage') && <p className="govuk-body"><Link className="govuk-link" to="/users/tokens">API tokens of your agency</Link></p>}
          <Table caption="Users" captionHidden rows={edges.map(({ node }) => node)} keyOf={({ id }) => id} columns={[
            { title: 'Name', names: true, cell: ({ displayName, email }) => <>{displayName}<span className="hub-table__under hub-break">{email}</span></> },
            { title: 'Agency', cell: ({ agency }) => agency.name },
            { title: 'Roles', cell: ({ roles }) => roles.map(roleWords).join(', ') },
            { title: 'Status', cell: ({ status }) => <Tag tone={statusTone(status)}>{userStatusWords(status)}</Tag> },
            { title: 'Last seen', cell: ({ lastSeenAt }) => (lastSeenAt ? momentWords(lastSeenAt) : 'never') },
            ...(manages ? [{
              title: 'Change',
              cell: ({ id, displayName }: (typeof edges)[number]['node']) => <Link className="govuk-link" to={`/users/${id}`}>Change<span className="govuk-visually-hidden"> {displayName}</span></Link>,
            }] : []),
          ]} />
          <Pager label="Pages of users" before={before} page={pageInfo} onMove={(next) => change({ before: next })} />
        </PageBody>
      )}
    </Await>
  );
}
