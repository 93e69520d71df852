import { addMonths } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { Link } from 'react-router';
import { useChange } from '../../app/data';
import { useMay } from '../../app/viewer';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { Details } from '../../components/details';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { Tag } from '../../components/tag';
import { WithdrawForm } from '../../components/withdraw-form';
import { ApproveGrantDocument, WithdrawGrantDocument, WithdrawPhotosDocument, type GrantPartsFragment } from '../../gql/graphql';
import { dayWords, momentWords, todayInLondon } from '../../words/dates';
import { grantAudienceWords, grantStatusWords, stageWords, statusTone } from '../../words/states';

interface CardProps { readonly grant: GrantPartsFragment; readonly home: string; readonly previews: boolean; readonly onChanged: (words: string) => void }

export function GrantCard({ grant, home, previews, onChanged }: CardProps) {
  const may = useMay();
  const { status, stage, agency } = grant;
  const waits = status === 'REQUESTED';
  return (
    <section className="hub-release" aria-label={`${stageWords(stage)} for ${grantAudienceWords(grant)}`}>
      <p className="govuk-body">
        <strong>{stageWords(stage)}</strong> for {grantAudienceWords(grant)} <Tag tone={statusTone(status)}>{grantStatusWords(status)}</Tag>
      </p>
      <p className="govuk-body-s">
        For: {grant.purpose}. {grant.agreement ? `Agreement ${grant.agreement}. ` : ''}{grant.photos && `${PHOTO_WORDS[grant.photos]} `}Asked for by {grant.requestedBy.displayName}, {momentWords(grant.requestedAt)}.
        {grant.approvedBy && ` Approved by ${grant.approvedBy.displayName}.`}{grant.expiresOn && ` Until ${dayWords(grant.expiresOn)}.`}
        {grant.withdrawnAt && ` Withdrawn ${momentWords(grant.withdrawnAt)}: ${grant.withdrawalReason ?? 'no reason recorded'}.`}
      </p>
      {waits && agency && previews && <p className="govuk-body"><Link className="govuk-link" to={`${home}/seen-by/${agency.code}/${grant.id}`}>See what {agency.name} would see once it is approved</Link></p>}
      {waits && stage === 'S1' && <p className="govuk-body">It is read and approved on <Link className="govuk-link" to={`${home}/profile`}>the profile’s page</Link>.</p>}
      {waits && grant.canApprove && <Approve grant={grant} onChanged={onChanged} />}
      {waits && stage !== 'S1' && !grant.canApprove && <p className="govuk-body">A second person of your agency has to approve it.</p>}
      {status === 'LIVE' && grant.photos === 'SHOWN' && may('disclosure.withdraw') && <WithdrawPhotos grant={grant} onChanged={onChanged} />}
      {/^(REQUESTED|LIVE)$/.test(status) && may('disclosure.withdraw') && <Withdraw grant={grant} onChanged={onChanged} />}
    </section>
  );
}

const PHOTO_WORDS = { ASKED: 'With the photos.', SHOWN: 'With the photos.', NOT_SHOWN: 'Without the photos.' } as const;

type ChangeProps = Omit<CardProps, 'home' | 'previews'>;

function Approve({ grant, onChanged }: ChangeProps) {
  const [approve] = useChange(ApproveGrantDocument);
  // More than one grant may wait on this page.
  const field = `photos-${grant.id}`;
  const send = async (answers: FormReader) => {
    const expiresOn = answers.mustDate('expiresOn', 'The last day');
    const photos = grant.photos === 'ASKED' ? answers.mustText(field, 'Choose whether the photos are to be shown') : null;
    if (answers.failed) return null;
    const outcome = await approve({ id: grant.id, expiresOn, photos: photos === null ? null : photos === 'yes' });
    if (outcome.ok) onChanged(`${stageWords(grant.stage)} is granted.`);
    return outcome;
  };
  return (
    <Form submit="Approve the grant" onSubmit={send} fieldOf={(path) => (path === 'photos' ? field : path)}>
      {grant.photos === 'ASKED' && <Radios name={field} label="Show the photos too?" hint="Look at them first: nothing in them may tell where somebody lives or goes to school." inline
        options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No, the rest alone' }]} />}
      <DateField name="expiresOn" label="Until which day?" value={addMonths(isoDate(todayInLondon()), 1)} />
    </Form>
  );
}

function WithdrawPhotos({ grant, onChanged }: ChangeProps) {
  const [withdraw] = useChange(WithdrawPhotosDocument);
  const send = async () => {
    const outcome = await withdraw({ id: grant.id });
    if (outcome.ok) onChanged('The photos are withdrawn. The rest of the grant goes on.');
    return outcome;
  };
  return (
    <Details summary="Withdraw the photos alone">
      <Form submit="Withdraw the photos" tone="warning" onSubmit={send} />
    </Details>
  );
}

function Withdraw({ grant, onChanged }: ChangeProps) {
  const [withdraw] = useChange(WithdrawGrantDocument);
  const send = async (reason: string) => {
    const outcome = await withdraw({ id: grant.id, reason });
    if (outcome.ok) onChanged('The grant is withdrawn. What it showed is gone.');
    return outcome;
  };
  return <WithdrawForm onWithdraw={send} />;
}
