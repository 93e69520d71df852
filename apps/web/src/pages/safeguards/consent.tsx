import { useParams } from 'react-router';
import { useData, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { Success } from '../../components/banner';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { ConsentPageDocument, type ConsentPartsFragment } from '../../gql/graphql';
import { dayWords, momentWords } from '../../words/dates';
import { RecordConsentForm, WithdrawConsentForm } from './consent-forms';
import { consentMannerWords, consentScopeWords } from './consent-words';

/** What adopters agreed to, answer by answer. */
export default function ConsentPage() {
  const { household = '' } = useParams();
  const consents = useData(ConsentPageDocument, { household });
  const [said, done] = useSaid(consents.refresh);
  return (
    <Await of={consents} what="the consents">
      {({ adopterConsents }) => {
        const live = adopterConsents.filter(({ isLive }) => isLive).map(({ scope }) => scope);
        return (
          <PageBody back={{ to: `/families/${household}`, label: household }}>
            {said && <Success key={said}>{said}</Success>}
            <Heading title={`Consent of ${household}`} />
            <p className="govuk-body-l">Adopters are shown outside your agency only as far as they agree, and are asked again each year. What they withdraw is hidden at once.</p>
            <ConsentTable consents={adopterConsents} />
            <div className="hub-narrow">
              <RecordConsentForm key={adopterConsents.length} household={household} onDone={() => done('Their answer is recorded.')} />
              {live.length > 0 && <WithdrawConsentForm key={live.join()} household={household} live={live} onDone={() => done('The consent is withdrawn. Other agencies see it no more.')} />}
            </div>
          </PageBody>
        );
      }}
    </Await>
  );
}

function ConsentTable({ consents }: { consents: readonly ConsentPartsFragment[] }) {
  if (consents.length === 0) return <p className="govuk-body">Nobody recorded whether they agree. Until then no other agency sees them.</p>;
  return (
    <Table caption="What they answered" rows={consents} keyOf={({ id }) => id} columns={[
      { title: 'Asked about', names: true, cell: ({ scope }) => consentScopeWords(scope) },
      { title: 'Answer', cell: ({ granted, isLive, withdrawnAt }) => <>{granted ? 'Yes' : 'No'} {isLive ? <Tag tone="green">In force</Tag> : granted && !withdrawnAt ? <Tag>Not in force</Tag> : null}</> },
      { title: 'When and how', cell: ({ givenOn, how, wording, recordedBy }) => <>{dayWords(givenOn)}, {consentMannerWords(how)}<span className="hub-table__under">{wording ? `Wording ${wording}, ` : ''}recorded by {recordedBy.displayName}</span></> },
      {
        title: 'Until',
        cell: ({ granted, expiresOn, withdrawnAt, withdrawnBy }) => (withdrawnAt ? `Withdrawn ${momentWords(withdrawnAt)}, recorded by ${withdrawnBy?.displayName ?? 'somebody who left'}` : granted ? `Before ${dayWords(expiresOn)}` : ''),
      },
    ]} />
  );
}
