import { Link } from 'react-router';
import { useMay } from '../../app/viewer';
import type { Stage } from '../../gql/graphql';
import { dayWords } from '../../words/dates';

interface BannerProps {
  readonly view: { readonly stage: Stage; readonly profile: { readonly expiresOn: string | null } | null };
  /** The record's address, under which it can be opened in an emergency; none in a preview. */
  readonly at?: string;
}

/** How far this view goes, before anything else is read. */
export function StageBanner({ view, at }: BannerProps) {
  const may = useMay();
  const until = view.profile?.expiresOn;
  return (
    <div className="hub-stage" role="note">
      {view.stage === 'S2' && <p className="govuk-body"><strong>You are seeing stage S2, identified.</strong> The other agency has granted it to your agency or to you. Do not pass it on. Surnames, birth dates and addresses are not part of it.</p>}
      {view.stage === 'S1' && <p className="govuk-body"><strong>You are seeing stage S1, the profile.</strong> The other agency has released it{until ? ` until ${dayWords(until)}` : ''}. Names and exact ages are not part of it.</p>}
      {view.stage === 'S0' && <p className="govuk-body"><strong>You are seeing stage S0, the card.</strong> It shows bands and levels alone. The profile has not been released to your agency.</p>}
      {at && may('disclosure.breakGlass') && <p className="govuk-body-s"><Link className="govuk-link" to={`${at}/emergency`}>Open it in an emergency</Link></p>}
    </div>
  );
}
