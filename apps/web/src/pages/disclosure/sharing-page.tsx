import { Link } from 'react-router';
import { useData, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { Success } from '../../components/banner';
import { PageBody } from '../../components/page-body';
import { WhoSeesDocument, type ReleaseSubject, type WhoSeesQuery } from '../../gql/graphql';
import { count } from '../../words/plain';
import { AskGrant } from './ask-grant';
import { GrantCard } from './grant-card';
import { SeersTable } from './seers-table';

interface SharingProps { readonly subjectType: ReleaseSubject; readonly subject: string; readonly home: string }

/** Who can see a record, by which grant, and how to change that. */
export function SharingPage({ subjectType, subject, home }: SharingProps) {
  const view = useData(WhoSeesDocument, { subjectType, reference: subject });
  const [said, changed] = useSaid(view.refresh);
  const may = useMay();
  // Each role shares its own side alone.
  const shares = may(subjectType === 'UNIT' ? 'children.edit' : 'adopters.edit');
  return (
    <Await of={view} what="who can see this record">
      {({ whoSees }) => (
        <PageBody back={{ to: home, label: subject }}>
          {said && <Success key={said}>{said}</Success>}
          <Heading title={`Who can see ${subject}`} />
          <Sees whoSees={whoSees} home={home} shares={shares} />
          <Grants whoSees={whoSees} shares={shares} subjectType={subjectType} subject={subject} home={home} onChanged={changed} />
        </PageBody>
      )}
    </Await>
  );
}

function Sees({ whoSees: { inPool, seers, ownPeople, bars }, home, shares }: { whoSees: WhoSeesQuery['whoSees']; home: string; shares: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">Other agencies</h2>
      {!inPool && <p className="govuk-body">None: the record is not in the pool, so nothing of it is shared.</p>}
      {inPool && seers.length === 0 && <p className="govuk-body">None: your agency has no live agreement.</p>}
      {seers.length > 0 && <SeersTable seers={seers} home={home} previews={shares} />}
      <h2 className="govuk-heading-m">Your agency</h2>
      <p className="govuk-body">{ownPeople.length === 0 ? 'Nobody’s role opens the full record.' : `The full record: ${ownPeople.map(({ displayName }) => displayName).join(', ')}.`}</p>
      {typeof bars === 'number' && (
        <p className="govuk-body">
          {bars === 0 ? 'Nobody is barred from this case.' : `${count(bars, 'person is', 'people are')} barred from this case, of whatever agency and whatever their role.`} <Link className="govuk-link" to={`${home}/bars`}>Conflicts of interest</Link>
        </p>
      )}
    </>
  );
}

interface GrantsProps extends SharingProps { readonly whoSees: WhoSeesQuery['whoSees']; readonly shares: boolean; readonly onChanged: (words: string) => void }

const OPEN = /^(REQUESTED|LIVE)$/;

function Grants({ whoSees: { grants }, shares, subjectType, subject, home, onChanged }: GrantsProps) {
  const open = grants.filter(({ status }) => OPEN.test(status));
  const past = grants.filter(({ status }) => !OPEN.test(status));
  return (
    <>
      <h2 className="govuk-heading-m">Grants</h2>
      <p className="govuk-body">One person asks, another of your agency approves, until a date. Anyone of them withdraws it, and what it showed is gone at once. <Link className="govuk-link" to={`${home}/profile`}>The profile (stage S1) has a page of its own</Link>.</p>
      {open.length === 0 && <p className="govuk-body">Nothing is granted.</p>}
      {open.map((grant) => <GrantCard key={grant.id} grant={grant} home={home} previews={shares} onChanged={onChanged} />)}
      {shares && <AskGrant subjectType={subjectType} subject={subject} onDone={() => onChanged('The grant is asked for. A second person has to approve it.')} />}
      {past.length > 0 && (
        <>
          <h3 className="govuk-heading-s">Earlier grants</h3>
          {past.map((grant) => <GrantCard key={grant.id} grant={grant} home={home} previews={shares} onChanged={onChanged} />)}
        </>
      )}
    </>
  );
}
