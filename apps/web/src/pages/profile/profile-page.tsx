import { useState } from 'react';
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
  readonly about: string;
  readonly onChanged: () => void;
}

const OPEN = /^(REQUESTED|LIVE|APPROVED)$/;

/** Up a stage by one person and a second one; down at once by either. */
export function ProfilePage({ subjectType, subject, back, releases, about, onChanged }: ProfileProps) {
  const may = useMay();
  const [said, setSaid] = useState('');
  const changed = (words: string) => { setSaid(words); onChanged(); };
  const open = releases.filter(({ status }) => OPEN.test(status));
  const past = releases.filter(({ status }) => !OPEN.test(status));
  return (
    <PageBody narrow back={{ to: back, label: subject }}>
      {said && <Success key={said}>{said}</Success>}
      <Heading title={`Profile of ${subject}`} />
      <p className="govuk-body">A released profile raises the record from the card (stage S0) to the profile (stage S1) for every agency with a live agreement, until a date. One person asks, another of your agency approves. Either can withdraw it, and it is gone at once.</p>
      {open.map((release) => <ReleaseCard key={release.id} release={release} onChanged={changed} />)}
      {open.length === 0 && (may('releases.request')
        ? <RequestRelease subjectType={subjectType} subject={subject} about={about} onDone={() => changed('The release is asked for. A second person has to approve it.')} />
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
