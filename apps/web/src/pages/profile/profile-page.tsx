import { useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Success } from '../../components/banner';
import { PageBody } from '../../components/page-body';
import type { ReleasePartsFragment, ReleaseSubject } from '../../gql/graphql';
import { ReleaseCard } from './release-card';
import { RequestRelease } from './request-release';

interface ProfileProps {
  readonly subjectType: ReleaseSubject;
  readonly subject: string;
  readonly back: string;
  readonly releases: readonly ReleasePartsFragment[];
  readonly onChanged: () => Promise<void>;
}

const OPEN = /^(DRAFT|REQUESTED|LIVE)$/;

/** Up a stage by one person and a second one; down at once by either. */
export function ProfilePage({ subjectType, subject, back, releases, onChanged }: ProfileProps) {
  const may = useMay();
  const [said, changed] = useSaid(onChanged);
  const open = releases.filter(({ status }) => OPEN.test(status));
  const draft = open.find(({ status }) => status === 'DRAFT') ?? null;
  const past = releases.filter(({ status }) => !OPEN.test(status));
  return (
    <PageBody back={{ to: back, label: subject }}>
      {said && <Success key={said}>{said}</Success>}
      <Heading title={`Profile of ${subject}`} />
      <p className="govuk-body">A released profile raises the record from the card (stage S0) to the profile (stage S1) for every agency with a live agreement, or for one, until a date. Software marks what could name or identify somebody; one person asks, another of your agency approves. Either can withdraw it, and it is gone at once. If the record changes, it is a draft again.</p>
      {open.map((release) => <ReleaseCard key={release.id} release={release} onChanged={changed} />)}
      {(open.length === 0 || draft) && (may('releases.request')
        ? <RequestRelease subjectType={subjectType} subject={subject} draft={draft} onDone={() => changed('The release is asked for. A second person has to approve it.')} />
        : <p className="govuk-body">No profile is released.</p>)}
      {past.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Earlier releases</h2>
          {past.map((release) => <ReleaseCard key={release.id} release={release} onChanged={changed} />)}
        </>
      )}
    </PageBody>
  );
}
