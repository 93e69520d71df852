import { heritageGroupsWords } from '@hub/domain/children/spoken-card';
import { addMonths } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { useChange } from '../../app/data';
import { useMay } from '../../app/viewer';
import { DateField } from '../../components/date-field';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { SummaryList } from '../../components/summary-list';
import { Tag } from '../../components/tag';
import { WithdrawForm } from '../../components/withdraw-form';
import { ApproveReleaseDocument, WithdrawReleaseDocument, type ReleasePartsFragment } from '../../gql/graphql';
import { dayWords, momentWords, todayInLondon } from '../../words/dates';
import { contactWords } from '../../words/needs';
import { releaseStatusWords, statusTone } from '../../words/states';
import { GuardWords } from './guard-words';
import { ReleaseTexts } from './release-texts';

interface CardProps { readonly release: ReleasePartsFragment; readonly onChanged: (words: string) => void }

export function ReleaseCard({ release, onChanged }: CardProps) {
  const may = useMay();
  const { preview, status } = release;
  const household = release.subjectType === 'HOUSEHOLD';
  const decides = status === 'REQUESTED' && release.canApprove;
  return (
    <section className="hub-release">
      <p className="govuk-body"><Tag tone={statusTone(status)}>{releaseStatusWords(status)}</Tag> for {release.purpose}{release.agency ? `, to ${release.agency} alone` : ''}.
        {' '}Asked for by {release.requestedBy.displayName}, {momentWords(release.requestedAt)}.
        {release.approvedBy && ` Approved by ${release.approvedBy.displayName}.`}{release.expiresOn && ` Until ${dayWords(release.expiresOn)}.`}</p>
      {status === 'DRAFT' && <p className="govuk-body"><strong>{release.returnedReason}.</strong> No other agency sees the profile now. Ask for it again below.</p>}
      {release.overrideReason && <p className="govuk-body"><strong>Released below the limit of look-alikes.</strong> Reason: {release.overrideReason}</p>}
      <h2 className="govuk-heading-s">What other agencies read</h2>
      {decides ? <ReleaseTexts release={release} /> : preview.about && <p className="govuk-body hub-about">{preview.about}</p>}
      <SummaryList rows={[
        { label: 'Heritage', value: heritageGroupsWords(preview.heritageGroups) },
        ...(household
          ? [{ label: 'Household', value: preview.householdType }, { label: 'Experience', value: preview.experience }]
          : [{ label: 'Contact', value: contactWords(preview.contact) }, { label: 'Progress', value: preview.progress }]),
      ]} />
      {!household && <GuardWords leftOut={release.leftOut} />}
      {decides && <Approve release={release} onChanged={onChanged} />}
      {status === 'REQUESTED' && !release.canApprove && <p className="govuk-body">A second person of your agency has to approve it.</p>}
      {/^(DRAFT|REQUESTED|LIVE)$/.test(status) && may('releases.withdraw') && <Withdraw release={release} onChanged={onChanged} />}
    </section>
  );
}

function Approve({ release, onChanged }: CardProps) {
  const [approve] = useChange(ApproveReleaseDocument);
  const send = async (answers: FormReader) => {
    const expiresOn = answers.mustDate('expiresOn', 'The last day');
    const overrideReason = release.belowK ? answers.mustText('overrideReason', 'Enter a reason for releasing it all the same') : null;
    if (answers.failed) return null;
    const outcome = await approve({ id: release.id, expiresOn, overrideReason });
    if (outcome.ok) onChanged('The profile is released.');
    return outcome;
  };
  return (
    <>
      <p className="govuk-inset-text">Checked by software, you are responsible. Read every word before you approve.</p>
      <Form submit="Approve and release" onSubmit={send}>
        {release.belowK && (
          <TextField name="overrideReason" label="Why release it although too few children of the region look like it?"
            hint={`${release.asRecorded ? 'Your colleague asks to show the facts as recorded. ' : ''}Somebody who knows the family could recognise the child. Your reason is kept with your name. Write no names.`} />
        )}
        <DateField name="expiresOn" label="Until which day?" value={addMonths(isoDate(todayInLondon()), 3)} />
      </Form>
    </>
  );
}

function Withdraw({ release, onChanged }: CardProps) {
  const [withdraw] = useChange(WithdrawReleaseDocument);
  const send = async (reason: string) => {
    const outcome = await withdraw({ id: release.id, reason });
    if (outcome.ok) onChanged('The profile is withdrawn. No other agency sees it now.');
    return outcome;
  };
  return <WithdrawForm onWithdraw={send} />;
}
